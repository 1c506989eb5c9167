/** German words of the pages about readers: figures, and help for one of them. */
export const deSubscribers = {
  today: 'heute',
  untilToday: (month: string) => `${month}, bis heute`,
  notCounted: '–',
  charts: {
    readers: (count: number, before: string, month: string, now: string) => count === 1
      ? `Leserinnen und Leser: ${now} heute.`
      : `Leserinnen und Leser am Ende der letzten ${count} Monate: von ${before} im ${month} auf ${now} heute.`,
    departures: (days: number, sum: string) => days === 1
      ? `Gegangen heute: ${sum}.`
      : `Gegangen an den letzten ${days} Tagen: zusammen ${sum}.`,
    departuresWithMost: (days: number, sum: string, most: string, day: string) =>
      `Gegangen an den letzten ${days} Tagen: zusammen ${sum}, die meisten am ${day}, nämlich ${most}.`
  },

  noAddress: 'Bitte geben Sie die E-Mail-Adresse ein, nach der Sie suchen.',
  tooManySearches: (minutes: number) => 'Das waren sehr viele Suchen in einer Stunde. Zum Schutz der Leserinnen und ' +
    `Leser geht es erst in ${minutes === 1 ? 'einer Minute' : `${minutes} Minuten`} weiter.`,
  expired: {
    heading: 'Diese Seite ist zu alt',
    message: 'Was Sie gefunden haben, gilt zehn Minuten und nur für Ihr Konto. Nichts wurde geändert.',
    hint: 'Bitte suchen Sie die Adresse unter „Leserinnen und Leser“ noch einmal.'
  },

  /** Why an address is not written to. */
  suppressed: {
    hard_bounce: 'Das Postfach gibt es nicht: Der Anbieter hat die Mail endgültig abgelehnt.',
    soft_bounces: 'Das Postfach hat über längere Zeit keine Mail angenommen.',
    complaint: 'Die Mail wurde beim Anbieter als unerwünscht gemeldet.',
    reader: 'Die Person möchte nicht mehr angeschrieben werden.',
    import: 'Die Sperre wurde aus einer anderen Anwendung übernommen.'
  },
  suppressionChanged: {
    suppressed: {
      kind: 'success',
      title: 'Die Adresse wird nie wieder angeschrieben',
      text: 'Was gespeichert war, ist gelöscht. Es bleibt nur eine Prüfsumme, an der wir die Adresse wiedererkennen.'
    },
    lifted: {
      kind: 'success',
      title: 'Die Sperre ist aufgehoben',
      text: 'Angemeldet ist die Adresse damit nicht: Das kann nur die Person selbst.'
    },
    notSuppressed: {
      kind: 'info',
      title: 'Die Adresse ist nicht mehr gesperrt',
      text: 'Die Sperre wurde inzwischen aufgehoben.'
    }
  },

  /** What became of the wish to send the confirmation mail again. */
  sentAgain: {
    queued: {
      kind: 'success',
      title: 'Die Bestätigungsmail ist unterwegs',
      text: 'Sie ist meist in wenigen Minuten da. Vielleicht liegt sie im Ordner für unerwünschte Mails.'
    },
    waiting: {
      kind: 'info',
      title: 'Eine Bestätigungsmail ist schon unterwegs',
      text: 'Noch eine schicken wir deshalb nicht. Sie ist meist in wenigen Minuten da.'
    },
    active: {
      kind: 'info',
      title: 'Nicht nötig: Die Anmeldung ist bestätigt',
      text: 'Die nächste Ausgabe kommt an.'
    },
    gone: {
      kind: 'info',
      title: 'Nicht gesendet: Die Adresse ist nicht mehr gespeichert',
      text: 'Sie wurde inzwischen gelöscht oder abgemeldet. Wer den Newsletter möchte, meldet sich neu an.'
    },
    pause: {
      kind: 'warning',
      title: 'Nicht gesendet: Die letzte Mail ist keine Viertelstunde alt',
      text: 'Damit niemand mit Mails überhäuft wird, warten wir so lange. Bitte versuchen Sie es dann noch einmal.'
    },
    day: {
      kind: 'warning',
      title: 'Nicht gesendet: Dieses Postfach hat schon drei Mails bekommen',
      text: 'Mehr als drei Bestätigungsmails an einem Tag schicken wir nicht. Vielleicht liegen sie im Ordner für ' +
        'unerwünschte Mails.'
    }
  }
} as const
