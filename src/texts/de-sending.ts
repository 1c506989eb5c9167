/** German words of the page from which an issue is sent, and on which people watch it. */
export const deSending = {
  /** „Mittwoch, 9. Juni 2027, 9:30 Uhr“ */
  at: (weekday: string, moment: string) => `${weekday}, ${moment}`,
  soon: 'in weniger als einer Minute',
  states: {
    waiting: 'freigegeben',
    hindered: 'so nicht zu senden',
    sending: 'im Versand',
    paused: 'angehalten',
    cancelled: 'abgebrochen',
    sent: 'versandt',
    planned: 'geplant',
    'held-back': 'nicht versandt'
  },
  noIssue: {
    heading: 'Diese Ausgabe gibt es nicht',
    message: 'Der Link ist nicht vollständig, oder die Ausgabe ist noch nie freigegeben worden.'
  },
  /** Of a delivery that is under way: who hears it without seeing the bar. */
  spoken: (percent: number, state: string) => `${percent} Prozent, ${state}`,
  rate: (perMinute: string) => `etwa ${perMinute} Mails in der Minute`,
  left: (minutes: number) => minutes < 1
    ? 'gleich fertig'
    : `noch etwa ${minutes === 1 ? 'eine Minute' : `${minutes} Minuten`}`,
  leftHours: (hours: string) => `noch etwa ${hours} Stunden`,
  done: {
    geplant: 'Der Versand ist geplant.',
    'schon-geplant': 'Der Versand war schon geplant.',
    'eben-angehalten': 'Der Versand hatte eben begonnen und ist jetzt angehalten. Mails, die schon unterwegs waren, ' +
      'kommen an. Sie können ihn fortsetzen oder abbrechen.',
    'nicht-mehr-geplant': 'Die Planung war schon aufgehoben. Nichts ist hinausgegangen.',
    aufgehoben: 'Die Planung ist aufgehoben. Nichts ist hinausgegangen, und die Ausgabe bleibt freigegeben.',
    angehalten: 'Der Versand ist angehalten. Mails, die gerade unterwegs waren, kommen noch an.',
    fortgesetzt: 'Der Versand geht weiter.',
    abgebrochen: 'Der Versand ist abgebrochen. Wer die Ausgabe noch nicht hat, bekommt sie nicht.',
    wiederholt: 'Die fehlgeschlagenen Mails werden noch einmal versandt.',
    'niemand-uebrig': 'Von den Fehlgeschlagenen hat niemand mehr den Newsletter abonniert.'
  },
  faults: {
    grace: 'Bitte geben Sie eine ganze Zahl von 0 bis 60 ein.',
    count: 'Die Zahl stimmt nicht. Bitte geben Sie ein, an wie viele Menschen die Ausgabe geht.',
    'count-changed': 'Die Zahl hat sich geändert, seit Sie die Seite geöffnet haben. Bitte geben Sie die neue ein.',
    'in-the-past': 'Diese Zeit ist schon vorbei. Bitte wählen Sie eine Zeit in der Zukunft.',
    'no-such-time': 'Diesen Tag oder diese Uhrzeit gibt es nicht. Bitte prüfen Sie beides. In der Nacht zur ' +
      'Sommerzeit springt die Uhr von 2 auf 3.',
    'no-time': 'Bitte wählen Sie Tag und Uhrzeit.',
    'too-far': 'Diese Zeit liegt mehr als ein Jahr in der Zukunft. Bitte prüfen Sie das Datum.',
    'not-waiting': 'Das geht nicht mehr: Der Versand hat schon begonnen.',
    'not-lifted': 'Zu spät: Der Versand hatte schon begonnen. Bitte sehen Sie, wie weit er ist.',
    'nothing-changed': 'Das ging nicht: Der Versand steht inzwischen anders. Bitte sehen Sie, wie weit er ist.'
  },
  hindrances: {
    'not-approved': 'Die Ausgabe ist nicht freigegeben.',
    changed: 'Die Mail ist nicht mehr die, die freigegeben wurde. Bitte geben Sie die Ausgabe noch einmal zur ' +
      'Freigabe.',
    barriers: 'Etwas in der Ausgabe darf zu diesem Zeitpunkt nicht mehr hinaus, zum Beispiel eine Frist, die vorbei ' +
      'ist. Was es ist, steht unter „Vorschau und Prüfung“.',
    picture: 'Ein Bild der Ausgabe ist beschädigt. Bitte wenden Sie sich an die Technik.'
  },
  /** Times such as „03.03.2026, 10:00“, and „10:42“ on the same day. */
  sentFrom: (from: string, to: string) => `Versand: ${from} bis ${to} Uhr.`,
  startedAt: (from: string) => `Versand seit ${from} Uhr.`,
  approved: {
    'by-second-person': (by: string, when: string) => `Freigegeben von ${by}, ${when} Uhr.`,
    'in-emergency': (by: string, when: string) => `Im Notfall ohne zweite Person freigegeben von ${by}, ${when} Uhr.`,
    'by-command': (by: string, when: string) =>
      `Am Server freigegeben im Namen von ${by}, ${when} Uhr: ohne Prüfung durch eine zweite Person.`
  },
  departures: {
    few: (fewest: number) => `weniger als ${fewest}`,
    atLeast: (count: string) => `${count} oder mehr`,
    unknown: 'zu wenige, um es zu sagen',
    chart: (days: number, total: string) => `Abmeldungen über den Link dieser Ausgabe an ${days} Tagen: ${total}.`
  },
  compareChart: (first: number, before: string, last: number, now: string) =>
    `Versandte Mails: von ${before} bei Ausgabe ${first} auf ${now} bei Ausgabe ${last}.`,
  missed: 'Die Ausgabe ist nicht zur geplanten Zeit versandt worden, weil der Versand nicht lief. Sie geht erst ' +
    'hinaus, wenn Sie es sagen.',
  /** Why mails failed, by their enhanced status code (RFC 3463). */
  failures: {
    mailbox: 'Das Postfach gibt es nicht mehr',
    full: 'Das Postfach ist voll oder nimmt nichts an',
    unreachable: 'Der Mailserver war nicht zu erreichen',
    policy: 'Der Anbieter hat die Mail abgelehnt',
    content: 'Die Mail war zu groß, oder ihr Inhalt wurde abgelehnt',
    other: 'Aus einem anderen Grund'
  }
}
