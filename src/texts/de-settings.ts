/** German words of the pages on which the house sets what it says of itself. */
export const deSettings = {
  general: 'Freigabe und Versand',
  /** „Eva Muster, 27. Nov. 2026, 10:42“ */
  lately: (by: string, when: string) => `${by}, ${when}`,
  versionName: (version: number) => version === 0 ? 'Grundeinstellung' : `Fassung ${version}`,
  minutes: (minutes: number) => minutes === 1 ? '1 Minute' : `${minutes} Minuten`,
  nobody: 'Niemand',
  /** What the earlier versions show of the settings that share a page. */
  earlier: {
    'vier-augen': 'Wer nicht freigeben darf',
    bedenkzeit: 'Bedenkzeit',
    testliste: 'Wer auf der Testliste steht'
  },
  empty: '(leer)',
  otherPicture: 'ein anderes Bild',
  /** How a sender is shown in an inbox. */
  arrives: (name: string, address: string) => `So kommt er an: „${name} <${address}>“`,
  /** A picture of how mails look in a colour. */
  sample: {
    light: (colour: string) => `Hell: ${colour}`,
    dark: (colour: string) => `Dunkel: ${colour}`,
    alt: (colour: string) => `Ein Verweis und eine Schaltfläche in der Farbe ${colour}`,
    link: 'Ein Verweis im Text',
    button: 'Eine Schaltfläche'
  },
  conflict: {
    heading: 'Nicht gespeichert: Jemand war schneller',
    text: (by: string) => `Inzwischen gilt eine Fassung von ${by}. Ihre Eingaben stehen noch hier. Bitte vergleichen ` +
      'Sie, und speichern Sie dann noch einmal.'
  },
  faults: {
    heading: 'Nicht gespeichert: Bitte prüfen Sie Ihre Eingaben',
    text: (count: number) => count === 1
      ? 'Bei einem Feld steht, was zu tun ist. Nichts wurde geändert.'
      : `Bei ${count} Feldern steht, was zu tun ist. Nichts wurde geändert.`,
    notRestored: 'Nicht wieder eingesetzt',
    forbidden: (version: string) => `So, wie sie ist, darf die ${version} nicht mehr gespeichert werden. Sie steht ` +
      'jetzt im Formular. Bitte ändern Sie, was dort als Fehler steht, und speichern Sie dann. Nichts wurde geändert.',
    noPicture: 'Bitte wählen Sie ein Bild aus.',
    missing: 'Bitte füllen Sie dieses Feld aus.',
    long: (most: number) => `Das ist zu lang. Erlaubt sind höchstens ${most} Zeichen.`,
    line: 'Hier stehen unsichtbare Zeichen. Bitte löschen Sie das Feld, und tippen Sie den Text neu.',
    colour: 'Bitte geben Sie die Farbe als „#“ mit sechs Zeichen aus 0–9 und a–f ein, zum Beispiel #2044aa.',
    /** Ratios such as „3,4“. */
    contrast: (ratio: string, ground: string, needed: string) =>
      `Diese Farbe ist zu hell: Auf dem Grund ${ground} hat sie einen Kontrast von ${ratio}\u00a0:\u00a01. ` +
      `Damit alle sie lesen können, braucht sie ${needed}\u00a0:\u00a01.`,
    atSign: 'Ein „@“ ist im Namen nicht erlaubt: Es sähe aus wie eine zweite Adresse.',
    address: 'Das ist keine E-Mail-Adresse. Bitte geben Sie eine ein, zum Beispiel redaktion@amt.example.'
  },
  unknownVersion: {
    heading: 'Diese Fassung gibt es nicht',
    message: 'Vielleicht wurde die Seite inzwischen geändert.',
    hint: 'Bitte laden Sie die Seite neu.'
  },
  groups: {
    herausgeber: {
      title: 'Herausgeber',
      intro: 'Diese Angaben stehen im Impressum, auf allen Seiten und in jeder Mail. Eine Änderung gilt nach ' +
        'wenigen Sekunden. Ist eine Ausgabe freigegeben und noch nicht versandt, gilt ihre Freigabe dann nicht mehr: ' +
        'Ihr Impressum ist ein anderes.',
      fields: {
        newsletter: { label: 'Name des Newsletters', hint: 'Steht in Betreff, Seitentitel und Einwilligung.' },
        claim: { label: 'Leitsatz', hint: 'Eine Zeile unter dem Namen.' },
        organisation: { label: 'Behörde oder Einrichtung', hint: 'Ihr gegenüber willigen Leserinnen und Leser ein.' },
        department: { label: 'Abteilung oder Referat', hint: '' },
        street: { label: 'Straße und Hausnummer', hint: '' },
        city: { label: 'Postleitzahl und Ort', hint: '' },
        phone: { label: 'Telefon', hint: '' },
        email: { label: 'E-Mail-Adresse', hint: 'Hier fragen Leserinnen und Leser nach.' },
        represented_by: { label: 'Vertreten durch', hint: 'Name und Funktion.' },
        editor_in_charge: {
          label: 'Verantwortlich für den Inhalt', hint: 'Name und Anschrift, nach § 18 Absatz 2 MStV.'
        },
        data_protection_officer: { label: 'E-Mail-Adresse für den Datenschutz', hint: 'Der oder des Beauftragten.' },
        supervisory_authority: { label: 'Aufsichtsbehörde für den Datenschutz', hint: 'Name und Anschrift.' },
        accessibility_authority: {
          label: 'Stelle für die Durchsetzung der Barrierefreiheit', hint: 'Name und Anschrift.'
        }
      }
    },
    absender: {
      title: 'Absender',
      intro: 'Unter diesem Namen steht jede Mail im Posteingang. Die Adresse legt der Betrieb des Servers fest, weil ' +
        'die Unterschrift der Mails an ihr hängt. Ausgaben, deren Versand begonnen hat, behalten den bisherigen ' +
        'Namen.',
      fields: {
        name: { label: 'Name des Absenders', hint: 'Höchstens 60 Zeichen, ohne „@“.' }
      }
    },
    aussehen: {
      title: 'Aussehen',
      intro: 'Diese Farbe haben in jeder Mail die Verweise, Schaltflächen und Balken. Im Dunkelmodus nehmen wir ' +
        'dazu eine helle Farbe, die passt. Ist eine Ausgabe freigegeben und noch nicht versandt, gilt ihre ' +
        'Freigabe nach einer Änderung nicht mehr.',
      fields: {
        accent: { label: 'Farbe der Mails', hint: 'Wie in Ihrem Gestaltungshandbuch: „#“ und sechs Zeichen.' }
      }
    },
    logo: {
      title: 'Logo',
      intro: 'Das Logo steht im Kopf jeder Ausgabe anstelle des Namens. Ohne Logo steht dort der Name. Ist eine ' +
        'Ausgabe freigegeben und noch nicht versandt, gilt ihre Freigabe nach einer Änderung nicht mehr.',
      fields: {
        picture: { label: 'Bild', hint: 'JPEG, PNG, GIF oder WebP, am besten 560 Pixel breit und auf weißem Grund.' },
        alt: { label: 'Alternativtext', hint: 'Was das Logo sagt, zum Beispiel „Integrationsbrief, Land Hessen“.' }
      }
    },
    datenschutz: {
      title: 'Datenschutz',
      intro: 'Dieser Text steht unter „Ergänzende Angaben“ am Ende der Seite „Datenschutz“. Was das ' +
        'Programm mit den Daten tut, steht dort schon und stimmt immer; hier ergänzen Sie, was nur Ihr Haus weiß.',
      fields: {
        text: { label: 'Ergänzende Angaben', hint: '' }
      }
    }
  }
}
