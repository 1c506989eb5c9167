/** German words of the pages about what comes back: bounces, complaints, answers. */
export const deReturned = {
  /** What a mail is, and what becomes of it. */
  kinds: {
    hard: {
      name: 'Postfach gibt es nicht',
      then: 'Die Adresse wird gelöscht und gesperrt. Sind es ungewöhnlich viele, entscheiden Sie.'
    },
    complaint: { name: 'Beschwerde („als Spam gemeldet“)', then: 'Die Adresse wird gelöscht und gesperrt.' },
    policy: {
      name: 'Abgewiesen (liegt an uns)',
      then: 'Der Anbieter lehnt unsere Mails ab. Die Adresse bleibt. Häuft sich das, wenden Sie sich an die Technik.'
    },
    full: { name: 'Postfach voll', then: 'Die Adresse bleibt, solange das nicht oft geschieht.' },
    soft: {
      name: 'Vorübergehend nicht zustellbar', then: 'Die Adresse bleibt, solange das nicht oft geschieht.'
    },
    unknown: {
      name: 'Nicht verstanden',
      then: 'Ein Bericht zählt wie „vorübergehend nicht zustellbar“. Alles andere liest jemand.'
    },
    delayed: { name: 'Verzögert', then: 'Der Anbieter versucht es weiter. Es geschieht nichts.' },
    'auto-reply': { name: 'Automatische Antwort', then: 'Zum Beispiel eine Abwesenheitsnotiz. Es geschieht nichts.' },
    unsubscribe: { name: 'Abmeldung per E-Mail', then: 'Die Adresse ist gelöscht.' }
  },
  /** `day` is the one on which most came; none if only today is told. */
  chart: (days: number, sum: string, most = '', day = '') => days === 1
    ? `Was heute zurückkam: ${sum}.`
    : `Was an den letzten ${days} Tagen zurückkam: zusammen ${sum}, das meiste am ${day}, nämlich ${most}.`,
  repeated: (count: string) => `${count} kamen ein zweites Mal.`,
  repeatedOnce: 'Eine kam ein zweites Mal.',
  unowned: (count: string) => `${count} bewiesen nicht, zu welcher unserer Mails sie gehören.`,
  unownedOnce: 'Eine bewies nicht, zu welcher unserer Mails sie gehört.',
  today: 'heute',

  /** „Ausgabe 12: 214 Postfächer soll es nicht mehr geben.“ */
  held: (issue: number, readers: string) => `Ausgabe ${issue}: ${readers} soll es nicht mehr geben.`,
  mailboxes: (count: number, inWords: string) => count === 1 ? 'Ein Postfach' : `${inWords} Postfächer`,
  notHeld: {
    heading: 'Darüber ist schon entschieden',
    message: 'Zu dieser Ausgabe wartet keine Adresse mehr. Nichts wurde geändert.',
    hint: 'Was noch wartet, steht unter „Rückmeldungen“.'
  },
  moreHeld: 'Inzwischen sind es mehr, als Sie gesehen haben. Nichts wurde gelöscht. Bitte entscheiden Sie noch einmal.',

  unread: (count: number, inWords: string) =>
    count === 1 ? 'Eine Mail wartet.' : `${inWords} Mails warten.`,
  unreadKinds: { unsubscribe: 'Wunsch, sich abzumelden', unknown: 'Nicht verstanden' },
  kilobytes: (size: string) => `${size}\u00a0KB`,

  doors: {
    mailbox: {
      name: 'Postfach für Rückmeldungen',
      works: 'Das Programm ist verbunden.',
      faults: {
        certificate: 'Das Zertifikat des Mailservers ist nicht gültig.',
        tls: 'Die Verbindung zum Mailserver lässt sich nicht verschlüsseln.',
        login: 'Der Mailserver nimmt die Anmeldung nicht an. Vielleicht wurde das Passwort geändert.',
        other: 'Das Programm kann das Postfach nicht lesen.'
      }
    },
    listener: {
      name: 'Direkter Empfang',
      works: 'Das Programm nimmt Mails an.',
      faults: {
        certificate: 'Das Zertifikat für den Empfang ist nicht gültig.',
        tls: 'Verbindungen lassen sich nicht verschlüsseln.',
        login: 'Das Programm kann keine Mails annehmen.',
        other: 'Das Programm kann keine Mails annehmen.'
      }
    },
    silent: (at: string) => `Das Programm hat zuletzt am ${at} Uhr nachgesehen.`,
    stuck: (period: string) => `Die älteste ungelesene Mail ist ${period} alt.`,
    allRead: 'Alles ist gelesen.',
    unread: (count: number, inWords: string) =>
      count === 1 ? 'Eine Mail ist noch zu lesen.' : `${inWords} Mails sind noch zu lesen.`,
    oldest: (period: string) => `Die älteste ist ${period} alt.`,
    lastRead: (at: string) => `Zuletzt kam eine Mail am ${at} Uhr.`
  },

  /** What waits, on the start page. */
  waiting: {
    held: (issue: number) =>
      `Ausgabe ${issue}: Ungewöhnlich viele Postfächer soll es nicht mehr geben. Bitte entscheiden Sie.`,
    unread: (count: number, inWords: string) =>
      count === 1 ? 'Eine Mail möchte gelesen werden.' : `${inWords} Mails möchten gelesen werden.`,
    door: 'Zurzeit kommen nicht alle Rückmeldungen an. Bitte wenden Sie sich an die Technik.'
  },

  noMail: {
    heading: 'Diese Mail wartet nicht mehr',
    message: 'Jemand hat sie schon eingeordnet, oder ihre 14 Tage sind vorbei. Dann ist sie gelöscht.',
    hint: 'Was noch wartet, steht unter „Rückmeldungen“.'
  },
  classedMeanwhile: {
    heading: 'Jemand war schneller',
    message: 'Diese Mail wurde inzwischen eingeordnet. Sie haben nichts geändert.',
    hint: 'Was noch wartet, steht unter „Rückmeldungen“.'
  },
  /** Whether something is stored of who a mail is about. */
  known: {
    proven: 'Die Mail trägt ein Kennzeichen von uns. Das Programm weiß, zu wem sie gehört.',
    stored: (address: string) => `Die Absenderadresse ${address} bekommt den Newsletter oder hat sich angemeldet. ` +
      'Bewiesen ist der Absender nicht: Jeder kann eine fremde Adresse angeben.',
    'not-stored': (address: string) => `Die Absenderadresse ${address} ist bei uns nicht gespeichert.`,
    unreadable: 'Wer sie geschrieben hat, ist nicht zu erkennen.'
  },
  /** What somebody says that a mail is. */
  classes: {
    unsubscribe: {
      name: 'Abmeldung',
      then: 'Die Person möchte den Newsletter nicht mehr. Ihre Adresse wird gelöscht. Neu anmelden kann sie sich ' +
        'jederzeit.'
    },
    hard: {
      name: 'Postfach gibt es nicht', then: 'Die Adresse wird gelöscht und zwei Jahre lang nicht angeschrieben.'
    },
    complaint: {
      name: 'Beschwerde',
      then: 'Die Person beschwert sich. Ihre Adresse wird gelöscht und zwei Jahre lang nicht angeschrieben.'
    },
    soft: {
      name: 'Vorübergehend nicht zustellbar',
      then: 'Diese Mail zählt als einmal nicht angekommen. Die Adresse bleibt, solange das nicht oft geschieht.'
    },
    ignored: {
      name: 'Nichts davon',
      then: 'Zum Beispiel eine Frage, Werbung oder eine Abwesenheitsnotiz. Nur die Mail wird gelöscht. Eine Frage ' +
        'beantworten Sie vorher aus Ihrem eigenen Postfach.'
    }
  },
  faults: {
    missing: 'Bitte wählen Sie aus, was diese Mail ist.',
    nobody: 'Das geht nicht: In der Mail steht nichts, was beweist, zu wem sie gehört. Bitte wählen Sie „Nichts davon“.'
  }
} as const
