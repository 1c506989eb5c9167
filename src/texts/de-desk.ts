/** German words of the desk that stand in TypeScript. */
export const deDesk = {
  foreignOrigin: {
    heading: 'Diese Anfrage kam nicht von unserer Seite',
    message: 'Zum Schutz Ihres Kontos nehmen wir nur Anfragen an, die von den Seiten der Redaktion kommen.',
    hint: 'Bitte öffnen Sie die Redaktion neu, und versuchen Sie es noch einmal.'
  },
  notSignedIn: {
    heading: 'Sie sind nicht mehr angemeldet',
    message: 'Ihre Anmeldung ist abgelaufen, oder Sie haben sich abgemeldet. Nichts wurde geändert.',
    hint: 'Bitte melden Sie sich an, gehen Sie zurück, und speichern Sie noch einmal.'
  },
  roleMissing: (role: 'write' | 'approve' | 'administer') => ({
    heading: 'Dafür fehlt Ihnen ein Recht',
    message: {
      write: 'Nur wer schreiben darf, kommt auf diese Seite.',
      approve: 'Nur wer freigeben darf, kommt auf diese Seite.',
      administer: 'Nur wer verwalten darf, kommt auf diese Seite.'
    }[role],
    hint: 'Wer die Konten verwaltet, kann Ihnen das Recht geben.'
  }),
  unknownDevice: 'Unbekannter Browser',
  roles: { write: 'Schreiben', approve: 'Freigeben', administer: 'Verwalten' },

  signIn: {
    wrong: 'E-Mail-Adresse oder Passwort stimmt nicht. Bitte prüfen Sie beides.',
    wrongCode: 'Dieser Code stimmt nicht, oder er wurde schon benutzt. Bitte warten Sie auf den nächsten Code.',
    wait: (minutes: number) => 'Das waren zu viele Versuche. Bitte versuchen Sie es in ' +
      `${minutes === 1 ? 'einer Minute' : `${minutes} Minuten`} noch einmal.`,
    ended: 'Das waren zu viele falsche Codes. Bitte melden Sie sich noch einmal mit Ihrem Passwort an.'
  },

  join: {
    name: {
      missing: 'Bitte geben Sie Ihren Namen ein.',
      long: 'Der Name ist zu lang. Erlaubt sind höchstens 100 Zeichen.'
    },
    addressTaken: 'Für diese E-Mail-Adresse gibt es schon ein Konto.',
    password: {
      short: 'Das Passwort ist zu kurz. Es braucht mindestens 8 Zeichen.',
      long: 'Das Passwort ist zu lang. Erlaubt sind höchstens 200 Zeichen.',
      common: 'Dieses Passwort steht in Listen, die Angreifer zuerst ausprobieren. Bitte wählen Sie ein anderes.',
      obvious: 'Dieses Passwort ist leicht zu erraten, denn es besteht aus Ihrem Namen, Ihrer Adresse oder dem Namen ' +
        'des Newsletters. Bitte wählen Sie ein anderes.'
    }
  }
}
