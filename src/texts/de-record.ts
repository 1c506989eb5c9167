/** Words of the record of processing (Art. 30 GDPR). */
export const deRecord = {
  title: 'Verzeichnis von Verarbeitungstätigkeiten',
  lead: (newsletter: string, day: string) => `Nach Artikel 30 Absatz 1 DSGVO, für den Dienst „${newsletter}“. ` +
    `Stand: ${day}. Das Programm hat dieses Verzeichnis aus denselben Regeln erzeugt, nach denen es löscht.`,
  controller: {
    heading: 'Verantwortlicher',
    head: ['Angabe', 'Inhalt'],
    organisation: 'Verantwortliche Stelle',
    department: 'Zuständig im Haus',
    address: 'Anschrift',
    phone: 'Telefon',
    email: 'E-Mail',
    represented: 'Vertreten durch',
    officer: 'Datenschutzbeauftragte oder Datenschutzbeauftragter',
    authority: 'Aufsichtsbehörde'
  },
  /** One processing activity for each of those whose data it is. */
  activities: {
    readers: {
      heading: 'Verarbeitung: Den Newsletter an Leserinnen und Leser senden',
      purpose: 'Zweck: Menschen, die sich anmelden und ihre Anmeldung bestätigen, den Newsletter per E-Mail senden. ' +
        'Wessen Adresse auf einer übernommenen Liste steht, wird einmal gefragt, oder hat nachweislich ' +
        'eingewilligt. Ob jemand eine Ausgabe öffnet oder einen Link anklickt, wird nicht erfasst. Es gibt kein ' +
        'Profiling und keine automatisierte Entscheidung.'
    },
    editors: {
      heading: 'Verarbeitung: Ausgaben schreiben, prüfen und freigeben',
      purpose: 'Zweck: Die Beschäftigten der Redaktion melden sich an, schreiben gemeinsam und geben zu zweit frei. ' +
        'Leistung und Verhalten werden nicht ausgewertet.'
    },
    named: {
      heading: 'Verarbeitung: Ausgaben veröffentlichen und im Archiv zeigen',
      purpose: 'Zweck: Die Öffentlichkeit über die Arbeit des Programms unterrichten.'
    },
    operators: {
      heading: 'Verarbeitung: Den Dienst betreiben',
      purpose: 'Zweck: Die Pflichtangaben zeigen und die Teile des Dienstes verbinden.'
    }
  },
  subjects: (whose: string) => `Betroffene Personen: ${whose}.`,
  head: ['Kategorie der Daten', 'Zweck', 'Rechtsgrundlage', 'Löschfrist'],
  /** Of what is kept only where a setting says so. */
  proof: {
    on: 'Eingeschaltet',
    off: 'Ausgeschaltet: Neue entstehen nicht; frühere bleiben bis zum Ende ihrer Frist'
  },
  special: 'Besondere Kategorien personenbezogener Daten (Artikel 9 DSGVO) werden nicht erhoben. Wer den Newsletter ' +
    'abonniert, sagt damit nichts über die eigene Herkunft oder Lage: Er richtet sich an alle, die sich für ' +
    'Integration interessieren.',
  recipients: {
    heading: 'Empfänger',
    head: ['Empfänger', 'Was er erhält'],
    mailboxes: ['Anbieter der Postfächer von Leserinnen und Lesern', 'Die E-Mail an diese Adresse'],
    relay: (hosts: string) => [`Mailserver ${hosts}`, 'E-Mails mit der Adresse, bis sie zugestellt sind'],
    noRelay: ['Mailserver', 'Keiner ist eingerichtet: E-Mails bleiben auf dieser Maschine.'],
    centre: ['Rechenzentrum, das Server, Datenbank und Journal betreibt (Auftragsverarbeiter, Artikel 28 DSGVO)',
      'Alles, was gespeichert ist: Adressen nur verschlüsselt, solange die Schlüssel getrennt liegen'],
    journalServer: (place: string) => [
      `Wer den zweiten Server des Journals betreibt (${place}), wenn es nicht dasselbe Rechenzentrum ist ` +
        '(Auftragsverarbeiter, Artikel 28 DSGVO)',
      'Zufällige Nummern gelöschter Personen, und welche Nummer welche Ausgabe bekommen hat; keine Adresse und ' +
        'keine Schlüssel'
    ],
    provider: (name: string) => [`Anmeldedienst ${name}`, 'Dass sich jemand aus der Redaktion anmeldet; keine ' +
      'Daten von Leserinnen und Lesern'],
    public: ['Die Öffentlichkeit', 'Die veröffentlichten Ausgaben']
  },
  thirdCountries: {
    heading: 'Übermittlung in Drittländer',
    text: 'Keine. Seiten und E-Mails laden nichts von Dritten. Das Programm ruft fremde Server nur auf, um Links zu ' +
      'prüfen, die die Redaktion einträgt; dabei überträgt es keine Daten von Menschen. Rechenzentrum und ' +
      'Mailserver müssen in der Europäischen Union stehen; das sichert der Vertrag mit ihnen. Wohin das Postfach ' +
      'einer Leserin oder eines Lesers führt, entscheiden diese mit ihrer Adresse.'
  },
  measures: {
    heading: 'Technische und organisatorische Maßnahmen (Artikel 32 DSGVO)',
    items: [
      'Datensparsamkeit: kein Name, keine IP-Adresse, kein Browser, kein Zählpixel, keine gezählten Links.',
      'Verschlüsselung: Adressen sind mit AES-256-GCM verschlüsselt und werden über eine Prüfsumme mit geheimem ' +
        'Schlüssel (HMAC-SHA-256) gefunden. Die Schlüssel liegen getrennt von der Datenbank und lassen ' +
        'sich wechseln.',
      'Pseudonymisierung: Versand, Fehler und Links tragen zufällige Nummern statt Adressen.',
      'Transport: TLS zu Leserinnen und Lesern und zum Mailserver, mit geprüften Zertifikaten. Ausnahmen kann nur ' +
        'setzen, wer den Server betreibt.',
      'Zugang zur Redaktion: Passwort mit zweitem Faktor, Passkey oder Anmeldedienst des Hauses; Erraten wird ' +
        'gebremst, Sitzungen enden von selbst.',
      'Rechte: schreiben, freigeben, verwalten und Adressen ausgeben sind getrennt. Ein Export braucht sein eigenes ' +
        'Recht, einen Grund und einen neuen Nachweis aller Faktoren; er steht im Protokoll. Eine einzelne Adresse ' +
        'suchen nur Verwaltende, nach einem neuen Nachweis aller Faktoren und höchstens dreißigmal in der Stunde.',
      'Vier Augen: Wer etwas geändert hat, gibt es nicht selbst frei; das hält die Datenbank ein.',
      'Protokoll: Handlungen der Redaktion stehen in einer Kette von Prüfsummen, die nachgerechnet werden kann.',
      'Betriebsprotokolle: Vor dem Schreiben werden Adressen, Links und Passwörter aus jeder Zeile entfernt.',
      'Verfügbarkeit: Sicherungen der Datenbank. Ein Absturz verliert keine E-Mail und keine Abmeldung.',
      'Löschung: Aufträge löschen nach den Fristen dieses Verzeichnisses, und das Programm meldet jeden, der zu ' +
      'spät ist.',
      'Überprüfung: Ein Test vergleicht Datenbank, Einstellungen und Protokollfelder mit diesem Verzeichnis.'
    ]
  },
  places: {
    heading: 'Anlage: Wo die Daten stehen',
    head: ['Kategorie der Daten', 'Spalten der Datenbank, Einstellungen und Felder des Betriebsprotokolls'],
    memory: 'nur im Arbeitsspeicher',
    folder: (path: string) => `Journal im Ordner ${path}`,
    server: (place: string) => `Journal auf dem Server ${place}, Schema integrationsbrief_journal`,
    checked: (columns: number) => `Geprüft gegen die laufende Datenbank mit ${columns} Spalten: Jede, die Angaben ` +
      'über Menschen enthalten könnte, hat eine Regel oder ist nachweislich ohne Bezug zu einer Person.',
    uncovered: 'Achtung: Diese Stellen könnten Daten von Menschen enthalten und haben keine Regel:'
  }
}
