/** German words of the pages on which a list of addresses is taken over. */
export const deImport = {
  number: (id: number) => `Import ${id}`,
  commandLine: 'Kommandozeile',
  states: {
    uploading: 'wird hochgeladen',
    uploaded: 'hochgeladen',
    reading: 'wird geprüft',
    read: 'geprüft',
    submitted: 'wartet auf Freigabe',
    running: 'wird übernommen',
    done: 'übernommen',
    undoing: 'wird rückgängig gemacht',
    undone: 'nicht übernommen',
    failed: 'nicht möglich'
  },
  undone: 'rückgängig gemacht',
  encodings: {
    'utf-8': 'UTF-8 (üblich)',
    'windows-1252': 'Windows-1252 (älteres Excel)',
    'utf-16le': 'UTF-16 (Unicode-Text aus Excel)',
    'utf-16be': 'UTF-16, umgekehrte Folge'
  },
  delimiters: { ';': 'Semikolon', ',': 'Komma', '\t': 'Tabulator' },
  fields: {
    email: 'E-Mail-Adresse',
    time: 'Zeitpunkt der Einwilligung',
    wording: 'Wortlaut der Einwilligung',
    source: 'Anlass der Einwilligung'
  },
  column: (number: number) => `Spalte ${number}`,
  named: (number: number, name: string) => `Spalte ${number}: ${name}`,
  none: 'keine',
  kinds: {
    new: 'Neu',
    known: 'Schon dabei',
    invalid: 'Nicht gültig',
    double: 'Doppelt',
    suppressed: 'Gesperrt'
  },
  reason: 'Grund',
  /** Why a line is not taken over. */
  reasons: {
    known: 'Die Adresse ist schon gespeichert.',
    double: 'Die Adresse steht weiter oben in der Datei schon einmal.',
    suppressed: 'Die Adresse ist gesperrt: An sie darf zurzeit nichts gehen.',
    new: '',
    invalid: 'Die Zeile ist nicht gültig.'
  },
  faults: {
    empty: 'Die E-Mail-Adresse fehlt.',
    control: 'Die Adresse enthält unsichtbare Zeichen.',
    several: 'In dem Feld steht mehr als eine Adresse oder ein Leerzeichen.',
    no_at: 'In der Adresse fehlt das @-Zeichen.',
    too_long: 'Die Adresse ist zu lang.',
    local_part: 'Der Teil vor dem @-Zeichen stimmt nicht.',
    domain: 'Der Teil nach dem @-Zeichen stimmt nicht.',
    special_use: 'Unter diesem Namen nach dem @-Zeichen gibt es keine Postfächer.',
    formula: 'Das ist eine Formel und keine Adresse.',
    no_time: 'Der Zeitpunkt der Einwilligung fehlt.',
    time: 'Der Zeitpunkt ist kein Datum, oder er liegt vor dem Jahr 2000.',
    future: 'Der Zeitpunkt der Einwilligung liegt in der Zukunft.',
    no_wording: 'Der Wortlaut der Einwilligung fehlt.',
    no_source: 'Der Anlass der Einwilligung fehlt.',
    source_address: 'Der Anlass enthält ein @-Zeichen. Er soll keine Person nennen.',
    long_text: 'Wortlaut oder Anlass ist zu lang: höchstens 4.000 und 200 Zeichen.'
  } as Readonly<Record<string, string>>,
  /** Why a file as a whole cannot be read, and what to do. */
  fileFaults: {
    empty: 'Die Datei ist leer. Bitte wählen Sie eine andere.',
    not_utf8: 'Die Datei ist nicht in UTF-8 geschrieben. Wahrscheinlich ist es Windows-1252: Bitte wählen Sie das ' +
      'bei „Zeichensatz“, oder speichern Sie die Datei in Excel als „CSV UTF-8“.',
    is_utf8: 'Die Datei ist in UTF-8 geschrieben. Mit einem anderen Zeichensatz würden Umlaute falsch. Bitte ' +
      'wählen Sie UTF-8.',
    other_mark: 'Die Datei sagt selbst, dass sie einen anderen Zeichensatz hat. Bitte wählen Sie „automatisch“.',
    workbook: 'Das ist die Datei eines Tabellenprogramms, zum Beispiel von Excel. Bitte öffnen Sie sie dort, ' +
      'speichern Sie die Tabelle mit „Speichern unter“ als „CSV UTF-8“, und laden Sie die neue Datei hoch.',
    nul: 'Die Datei enthält Null-Bytes. Vielleicht ist sie beschädigt oder keine Textdatei. Bitte speichern ' +
      'Sie die Tabelle neu als CSV.',
    long_line: 'Eine Zeile ist länger als 64 KB. Wahrscheinlich ist das keine CSV-Datei, oder die Zeilenenden ' +
      'fehlen.',
    open_quote: 'Hier beginnt ein Anführungszeichen, das nirgends endet. Bitte berichtigen Sie die Zeile, und laden ' +
      'Sie die Datei noch einmal hoch.',
    many_columns: 'Die Zeile hat mehr als 100 Spalten. Wahrscheinlich stimmt das Trennzeichen nicht.',
    changed: 'Die Datei wurde beim Lesen geändert. Bitte laden Sie sie noch einmal hoch.',
    too_large: 'Die Datei ist größer als 100 MB. Bitte teilen Sie sie, oder bitten Sie die Technik: Der Befehl ' +
      '„subscribers import“ nimmt jede Größe.',
    no_column: 'Keine Spalte enthält E-Mail-Adressen. Bitte wählen Sie die Spalte.',
    texts: 'In den Spalten für Wortlaut und Anlass stehen mehr als 1.000 verschiedene Texte. Wahrscheinlich ist ' +
      'es eine andere Spalte.',
    broken_off: 'Die Datei kam nicht vollständig an und ist gelöscht. Bitte laden Sie sie noch einmal hoch.',
    lost: 'Die Datenbank ist ausgefallen und hat verloren, was wartete. Bitte laden Sie die Datei noch einmal ' +
      'hoch: Wer schon dabei ist, wird nicht noch einmal gefragt.',
    other_keys: 'Inzwischen wurden die Schlüssel gewechselt. Bitte laden Sie die Datei noch einmal hoch.',
    noFile: 'Bitte wählen Sie eine Datei.'
  },
  consentColumns: 'Wer ohne Frage aufgenommen werden soll, braucht in jeder Zeile Zeitpunkt, Wortlaut und Anlass der ' +
    'Einwilligung. Bitte wählen Sie alle drei Spalten.',
  inLine: (line: number, message: string) => `Zeile ${line}: ${message}`,
  lines: (numbers: string, more: boolean) => `Zeilen ${numbers}${more ? ' und weitere' : ''}`,
  line: (number: string) => `Zeile ${number}`,
  percent: (percent: number) => `${percent} Prozent`,
  duration: (minutes: number) => minutes < 90
    ? `etwa ${Math.max(1, Math.round(minutes))} ${Math.round(minutes) <= 1 ? 'Minute' : 'Minuten'}`
    : minutes < 48 * 60 ? `etwa ${Math.round(minutes / 60)} Stunden` : `etwa ${Math.round(minutes / 1440)} Tage`,
  refusedName: (id: number) => `import-${id}-nicht-uebernommen.csv`,
  notHere: {
    heading: 'Diesen Import gibt es nicht',
    message: 'Vielleicht ist sein Bericht schon gelöscht: Das geschieht nach einem Jahr.',
    hint: 'Unter „Leserinnen und Leser“ stehen alle Importe.'
  },
  moved: {
    heading: 'Das geht gerade nicht',
    message: 'Der Import ist inzwischen weiter. Ihre Eingabe hat nichts geändert.',
    hint: 'Bitte öffnen Sie die Seite des Imports noch einmal.'
  },
  ownImport: {
    heading: 'Das muss eine zweite Person freigeben',
    message: 'Sie haben die Datei hochgeladen oder die Spalten gewählt. Deshalb können Sie den Import nicht selbst ' +
      'freigeben.',
    hint: 'Bitte fragen Sie jemanden, der ebenfalls verwalten darf.'
  }
}
