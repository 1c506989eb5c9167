/** „1 Tag“, „7 Tage“; the space does not break. */
function counted (one: string, many: string) {
  return (count: number): string => `${count.toLocaleString('de')}\u00a0${count === 1 ? one : many}`
}

/** German words for what is kept of people, why, and how it ends. */
export const dePrivacy = {
  units: {
    second: counted('Sekunde', 'Sekunden'),
    minute: counted('Minute', 'Minuten'),
    hour: counted('Stunde', 'Stunden'),
    day: counted('Tag', 'Tage'),
    year: counted('Jahr', 'Jahre')
  },
  atMost: (period: string, longest: string) => `${period}, spätestens ${longest}`
}
