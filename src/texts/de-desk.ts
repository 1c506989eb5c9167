import { deAudit } from './de-audit.js'
import { deSingleSignOn } from './de-single-sign-on.js'

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
  roleMissing: (role: 'write' | 'approve' | 'administer' | 'export') => ({
    heading: 'Dafür fehlt Ihnen ein Recht',
    message: {
      write: 'Nur wer schreiben darf, kommt auf diese Seite.',
      approve: 'Nur wer freigeben darf, kommt auf diese Seite.',
      administer: 'Nur wer verwalten darf, kommt auf diese Seite.',
      export: 'Nur wer Adressen ausgeben darf, kommt auf diese Seite.'
    }[role],
    hint: 'Wer die Konten verwaltet, kann Ihnen das Recht geben.'
  }),
  settingChanged: {
    heading: 'Nicht gespeichert: Jemand war schneller',
    message: 'Diese Einstellung wurde inzwischen geändert.',
    hint: 'Bitte laden Sie die Seite „Einstellungen“ neu, und entscheiden Sie dann.'
  },
  unknownDevice: 'Unbekannter Browser',
  roles: { write: 'Schreiben', approve: 'Freigeben', administer: 'Verwalten', export: 'Adressen ausgeben' },

  signIn: {
    wrong: 'E-Mail-Adresse oder Passwort stimmt nicht. Bitte prüfen Sie beides.',
    wrongCode: 'Dieser Code stimmt nicht, oder er wurde schon benutzt. Bitte warten Sie auf den nächsten Code.',
    wait: (minutes: number) => 'Das waren zu viele Versuche. Bitte versuchen Sie es in ' +
      `${minutes === 1 ? 'einer Minute' : `${minutes} Minuten`} noch einmal.`,
    signedOut: 'Sie sind abgemeldet.',
    passwordChanged: 'Ihr neues Passwort gilt ab jetzt. Bitte melden Sie sich damit an.',
    wrongProof: 'Passwort oder Code stimmt nicht. Bitte prüfen Sie beides.',
    passkey: {
      wrong: 'Der Passkey hat nicht gepasst, oder die Anfrage war abgelaufen. Bitte versuchen Sie es noch einmal.',
      cloned: 'Von diesem Passkey gibt es vielleicht eine Kopie. Zum Schutz Ihres Kontos nehmen wir ihn nicht an. ' +
        'Bitte melden Sie sich auf einem anderen Weg an, und entfernen Sie ihn.'
    },
    ended: 'Das waren zu viele falsche Codes. Bitte melden Sie sich noch einmal mit Ihrem Passwort an.'
  },

  /** What was done, after a form was sent; its key stands in the page's address. */
  done: {
    bestaetigt: 'Danke. Geändert ist aber noch nichts: Bitte machen Sie Ihre Eingabe jetzt noch einmal.',
    name: 'Ihr Name ist gespeichert.',
    textmodus: 'Ihre Wahl ist gespeichert.',
    passwort: 'Ihr neues Passwort gilt ab jetzt. Alle anderen Sitzungen sind beendet.',
    sitzung: 'Die Sitzung ist beendet.',
    sitzungen: 'Alle anderen Sitzungen sind beendet.',
    app: 'Die neue Authenticator-App gilt ab jetzt.',
    passkey: 'Der Passkey ist eingerichtet.',
    passkeyname: 'Der Name des Passkeys ist gespeichert.',
    passkeyweg: 'Der Passkey ist entfernt. Löschen Sie ihn auch auf Ihrem Gerät.',
    eingeladen: 'Die Einladung ist unterwegs.',
    rechte: 'Die Rechte sind gespeichert.',
    gesperrt: 'Das Konto ist gesperrt, und seine Sitzungen sind beendet.',
    entsperrt: 'Das Konto ist wieder offen.',
    zurueckgenommen: 'Die Einladung ist zurückgenommen.',
    vieraugen: 'Die Regel ist gespeichert.',
    testliste: 'Die Testliste ist gespeichert.',
    bedenkzeit: 'Die Bedenkzeit ist gespeichert.',
    'adresse-geloescht': 'Die Adresse und alles, was mit ihr gespeichert war, ist gelöscht.',
    'adresse-fort': 'Es war schon nichts mehr gespeichert: Die Adresse wurde inzwischen gelöscht oder abgemeldet.',
    'postfaecher-geloescht': 'Die Adressen sind gelöscht und gesperrt.',
    'postfaecher-behalten': 'Die Adressen bleiben. Gezählt ist nur, dass diese Mail nicht ankam.',
    'mail-eingeordnet': 'Die Mail ist eingeordnet und gelöscht.',
    'mail-ohne-adresse': 'Zu tun war nichts: Die Adresse ist bei uns nicht gespeichert. Die Mail ist gelöscht.',
    einstellung: 'Gespeichert. Nach wenigen Sekunden gilt es überall.',
    faktoren: 'Der zweite Faktor ist zurückgesetzt. Beim nächsten Anmelden wird ein neuer eingerichtet.'
  },

  preview: {
    head: 'Kopf der Ausgabe',
    repaired: {
      ja: 'Die Stelle ist behoben.',
      nein: 'Die Stelle wurde inzwischen geändert. Bitte sehen Sie sie noch einmal an.'
    },
    testSent: (accounts: number) => accounts === 1
      ? 'Die Testmail ist an Sie unterwegs.'
      : `Die Testmail ist an ${accounts} Personen unterwegs, auch an Sie.`,
    summary: (barriers: number) => barriers === 0
      ? 'Nichts verhindert die Freigabe.'
      : `${barriers === 1 ? 'Eine Stelle verhindert' : `${barriers} Stellen verhindern`} die Freigabe.`,
    size: (kilobytes: number) => `Die Mail hat ${kilobytes} KB. Ab 90 KB schneiden manche Programme sie ab.`,
    /** Of a block: what it weighs, or that it is left out. */
    note: (kilobytes: number | null, barriers: number) =>
      (kilobytes === null ? 'noch nicht fertig' : `${kilobytes} KB`) +
      (barriers === 0 ? '' : `, ${barriers === 1 ? 'ein Hindernis' : `${barriers} Hindernisse`}`),
    noTitle: 'Noch ohne Titel',
    noPreheader: 'Noch ohne Vorspann',
    views: {
      desktop: 'Rechner',
      phone: 'Telefon',
      dark: 'Dunkel',
      inverted: 'Umgekehrte Farben',
      'no-pictures': 'Ohne Bilder',
      text: 'Nur Text',
      aloud: 'Vorgelesen'
    },
    link: (text: string) => `[Link: ${text}]`,
    picture: (alt: string) => `[Bild: ${alt}]`
  },

  accounts: {
    states: { invited: 'eingeladen', active: 'aktiv', disabled: 'gesperrt' },
    rights: (roles: string) => `Rechte: ${roles}`,
    lastSeen: (when: string) => `zuletzt da ${when}`,
    noRole: 'Bitte wählen Sie mindestens ein Recht.',
    taken: 'Für diese E-Mail-Adresse gibt es schon ein Konto.',
    lastAdministrator: {
      heading: 'Das geht nicht: Es ist das letzte Konto, das verwalten darf',
      message: 'Ohne ein solches Konto könnte niemand mehr einladen oder Rechte vergeben. Nichts wurde geändert.',
      hint: 'Geben Sie zuerst einem anderen Konto das Recht zu verwalten.'
    },
    unknown: {
      heading: 'Dieses Konto gibt es nicht',
      message: 'Vielleicht wurde die Einladung inzwischen zurückgenommen.'
    }
  },

  audit: deAudit,

  mails: {
    invitation: (newsletter: string) => `Einladung in die Redaktion des Newsletters ${newsletter}`,
    password: 'Ihr neues Passwort für die Redaktion',
    notice: 'Ihr Konto in der Redaktion wurde geändert',
    changes: {
      password: 'das Passwort Ihres Kontos wurde geändert.',
      app: 'für Ihr Konto wurde eine Authenticator-App eingerichtet.',
      passkey_added: 'für Ihr Konto wurde ein Passkey eingerichtet.',
      passkey_removed: 'ein Passkey Ihres Kontos wurde entfernt.',
      codes: 'für Ihr Konto wurden neue Ersatzcodes gemacht. Die alten gelten nicht mehr.',
      factors: 'der zweite Faktor Ihres Kontos wurde zurückgesetzt. Beim nächsten Anmelden richten Sie einen ' +
        'neuen ein.'
    },
    draft: {
      somebody: 'Jemand aus der Redaktion',
      'approval-asked': (title: string, by: string) => ({
        subject: `Bitte freigeben: ${title}`,
        change: `${by} bittet Sie, die Ausgabe „${title}“ freizugeben.`,
        button: 'Ansehen und entscheiden'
      }),
      'approval-reminder': (title: string, by: string) => ({
        subject: `Erinnerung, bitte freigeben: ${title}`,
        change: `${by} hat Sie gebeten, die Ausgabe „${title}“ freizugeben. Sie wartet noch. ` +
          'Wir erinnern nur einmal.',
        button: 'Ansehen und entscheiden'
      }),
      'emergency-approved': (title: string, by: string) => ({
        subject: `Im Notfall allein freigegeben: ${title}`,
        change: `${by} hat die Ausgabe „${title}“ im Notfall freigegeben, ohne zweite Person. ` +
          'Den Grund lesen Sie auf der Seite der Freigabe.',
        button: 'Freigabe ansehen'
      }),
      'draft-returned': (title: string, by: string) => ({
        subject: `Zurückgegeben: ${title}`,
        change: `${by} hat die Ausgabe „${title}“ zurückgegeben. Der Grund steht oben auf der Seite der ` +
          'Freigabe. Von dort kommen Sie in den Entwurf.',
        button: 'Grund lesen'
      })
    },
    issue: {
      'start-missed': (issue: number) => ({
        subject: `Nicht versandt: Ausgabe ${issue}`,
        change: `Ausgabe ${issue} ist nicht zur geplanten Zeit versandt worden, weil der Versand nicht lief. ` +
          'Bitte entscheiden Sie, wann sie hinausgeht.',
        button: 'Ausgabe öffnen'
      }),
      'start-hindered': (issue: number) => ({
        subject: `Nicht versandt: Ausgabe ${issue}`,
        change: `Ausgabe ${issue} ist nicht versandt worden. Was sie aufgehalten hat, steht auf ihrer Seite.`,
        button: 'Ausgabe öffnen'
      })
    }
  },

  passkey: {
    notMade: 'Der Passkey ist nicht gespeichert. Bitte versuchen Sie es noch einmal.',
    notNamed: {
      heading: 'Der Name ist nicht gespeichert',
      message: 'Ein Name hat mindestens ein Zeichen und höchstens 100 Zeichen.'
    },
    lastWayIn: {
      heading: 'Das geht nicht: Es ist Ihr letzter Weg ins Konto',
      message: 'Ohne diesen Passkey könnten Sie sich nicht mehr anmelden. Nichts wurde geändert.',
      hint: 'Richten Sie zuerst einen anderen Passkey ein, oder ein Passwort mit Authenticator-App.'
    }
  },

  singleSignOn: deSingleSignOn,

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
