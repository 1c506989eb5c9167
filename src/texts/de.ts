/*
 * The words that readers see and that stand in TypeScript, in German. Sentences that only one template
 * needs stand in that template; what an editor did wrong is said beside the rule that was broken.
 */

/** German words for readers. */
export const de = {
  locale: 'de-DE',

  format: {
    minute: { one: 'Minute', many: 'Minuten' },
    hour: { one: 'Stunde', many: 'Stunden' },
    /** "9.30" for half past nine, "9" for nine sharp. */
    time: (hour: number, minute: string) => minute === '00' ? String(hour) : `${hour}.${minute}`,
    at: (time: string) => `${time} Uhr`,
    from: (time: string) => `ab ${time} Uhr`,
    fromTo: (from: string, to: string) => `${from} bis ${to} Uhr`,
    until: (end: string) => `bis ${end}`,
    euros: (amount: string) => `${amount} Euro`,
    sizes: { bytes: 'Byte', kilobytes: 'KB', megabytes: 'MB' }
  },

  issue: {
    subject: (newsletter: string, number: number, title: string) => `${newsletter} ${number}: ${title}`,
    /** Words that the mail, its text part and the page share; templates know them as `words`. */
    words: {
      issue: 'Ausgabe',
      readingTime: 'Lesezeit',
      readInBrowser: 'Im Browser lesen',
      unsubscribe: (newsletter: string) => `${newsletter} abbestellen`,
      picture: 'Bild',
      amount: 'Betrag',
      who: 'Wer sich bewerben kann',
      deadline: 'Frist',
      registrationDeadline: 'Anmeldeschluss',
      phone: 'Telefon',
      email: 'E-Mail'
    },
    labels: { event: 'Veranstaltung', fundingCall: 'Förderung' },
    headings: {
      pressContact: 'Kontakt für die Presse',
      downloads: 'Zum Herunterladen',
      tableOfContents: 'In dieser Ausgabe'
    },
    toRegistration: 'Zur Anmeldung'
  }
}

/** What a language must bring: the compiler holds every other file in this folder to it. */
export type Texts = typeof de
