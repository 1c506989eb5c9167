/**
 * German words of the scripts on the page of a draft. They stand apart, so that browsers load no
 * others.
 */
export const autosaveDe = {
  notYet: 'Noch nicht gespeichert.',
  saving: 'Wird gespeichert …',
  uploading: 'Die Datei wird hochgeladen …',
  saved: (time: string) => `Gespeichert um ${time} Uhr.`,
  signedOut: 'Nicht gespeichert: Ihre Anmeldung ist abgelaufen. Ihr Text bleibt in diesem Tab.',
  offline: 'Nicht gespeichert: Der Server antwortet nicht. Ihr Text bleibt in diesem Tab, wir versuchen es weiter.',
  conflict: 'Jemand anderes hat hier zur selben Zeit geschrieben. Beide Texte sind aufgehoben. ',
  decide: 'Beide ansehen und entscheiden',
  gone: 'Dieser Block wurde inzwischen entfernt. Ihr Text ist unter „Fassungen“ aufgehoben.',
  refused: (reason: string) => `Nicht gespeichert. ${reason}`,
  kept: 'Hier liegt noch ein Text aus diesem Tab, der nicht gespeichert wurde. ',
  takeBack: 'Text zurückholen',
  drop: 'Verwerfen',
  present: (names: string) => `Gerade auch hier: ${names}`,
  download: {
    reading: 'Wir lesen Typ und Größe …',
    read: 'Typ und Größe sind eingetragen.',
    noAnswer: 'Der Server antwortet nicht. Bitte versuchen Sie es noch einmal.'
  },
  writesHere: (names: string) => `Hier schreibt gerade: ${names}`,
  signIn: {
    heading: 'Bitte melden Sie sich wieder an',
    text: 'Ihre Anmeldung ist abgelaufen. Ihr Text ist noch da. ' +
      'Melden Sie sich in einem neuen Tab an, und kommen Sie dann hierher zurück.',
    open: 'In neuem Tab anmelden',
    done: 'Ich bin wieder angemeldet'
  }
}
