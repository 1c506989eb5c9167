/** German words of the pages on which readers see and change what is stored of them. */
export const dePrivacy = {
  /** Why the address cannot be changed to what was typed. */
  changeFaults: {
    same: 'Das ist die Adresse, die wir schon gespeichert haben. Bitte geben Sie eine andere ein.',
    pending: 'Ihre Anmeldung ist noch nicht bestätigt. Bitte melden Sie sich einfach mit der anderen Adresse an.'
  }
} as const
