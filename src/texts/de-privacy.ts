/** „1 Tag“, „7 Tage“; the space does not break. */
function counted (one: string, many: string) {
  return (count: number): string => `${count.toLocaleString('de')}\u00a0${count === 1 ? one : many}`
}

/**
 * German words for what is kept of people, why, and how it ends, and of the pages on which readers
 * see and change it.
 */
export const dePrivacy = {
  units: {
    second: counted('Sekunde', 'Sekunden'),
    minute: counted('Minute', 'Minuten'),
    hour: counted('Stunde', 'Stunden'),
    day: counted('Tag', 'Tage'),
    year: counted('Jahr', 'Jahre')
  },
  atMost: (period: string, longest: string) => `${period}, spätestens ${longest}`,
  /** Why the address cannot be changed to what was typed. */
  changeFaults: {
    same: 'Das ist die Adresse, die wir schon gespeichert haben. Bitte geben Sie eine andere ein.',
    pending: 'Ihre Anmeldung ist noch nicht bestätigt. Bitte melden Sie sich einfach mit der anderen Adresse an.'
  }
}
