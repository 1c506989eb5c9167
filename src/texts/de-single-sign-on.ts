const ASK = 'Wenden Sie sich an die Person, die die Konten der Redaktion verwaltet.'
const TRY_AGAIN = 'Bitte melden Sie sich noch einmal an.'

/** What people read when signing in by the house's own provider did not work. */
export const deSingleSignOn = {
  stale: {
    heading: 'Diese Anmeldung ist abgelaufen',
    message: 'Sie wurde schon benutzt, hat zu lange gedauert oder in einem anderen Browser begonnen.',
    hint: TRY_AGAIN
  },
  cancelled: {
    heading: 'Sie haben die Anmeldung abgebrochen',
    message: 'Sie sind nicht angemeldet. Nichts wurde geändert.',
    hint: TRY_AGAIN
  },
  wrong: {
    heading: 'Die Anmeldung hat nicht geklappt',
    message: 'Die Antwort des Anmeldedienstes war nicht gültig. Sie sind nicht angemeldet.',
    hint: `${TRY_AGAIN} Klappt es wieder nicht? ${ASK}`
  },
  unreachable: {
    heading: 'Der Anmeldedienst antwortet nicht',
    message: 'Im Moment können Sie sich nicht mit Ihrem Dienstkonto anmelden.',
    hint: 'Versuchen Sie es in einigen Minuten noch einmal. Haben Sie ein Passwort oder einen Passkey für die ' +
      'Redaktion? Damit können Sie sich trotzdem anmelden.'
  },
  'no-role': {
    heading: 'Ihr Dienstkonto hat kein Recht in der Redaktion',
    message: 'Der Anmeldedienst kennt Sie. Er gibt Ihnen aber kein Recht zu schreiben, freizugeben oder zu verwalten.',
    hint: ASK
  },
  'no-address': {
    heading: 'Zu Ihrem Dienstkonto fehlt eine E-Mail-Adresse',
    message: 'Der Anmeldedienst nennt uns keine E-Mail-Adresse, die er geprüft hat. Ohne sie gibt es kein Konto.',
    hint: ASK
  },
  taken: {
    heading: 'Ihre E-Mail-Adresse gehört schon zu einem anderen Dienstkonto',
    message: 'In der Redaktion gibt es ein Konto mit Ihrer Adresse. Es ist mit einem anderen Dienstkonto verbunden.',
    hint: ASK
  },
  disabled: {
    heading: 'Ihr Konto ist gesperrt',
    message: 'Sie können sich im Moment nicht in der Redaktion anmelden.',
    hint: ASK
  }
}
