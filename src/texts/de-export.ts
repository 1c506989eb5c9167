/** German words of what leaves the program, and of the page where it does. */
export const deExport = {
  /** The first line of the table. */
  columns: {
    email: 'E-Mail-Adresse',
    requested: 'Angemeldet am',
    confirmed: 'Bestätigt am',
    wording: 'Wortlaut der Einwilligung',
    source: 'Anlass der Einwilligung'
  },
  forms: { archive: 'Archiv', csv: 'Tabelle' } as Readonly<Record<string, string>>,
  fileName: (day: string) => `leserinnen-und-leser-${day}`,
  faults: {
    reason: {
      none: 'Bitte schreiben Sie, wofür die Daten gebraucht werden.',
      long: 'Bitte fassen Sie sich kürzer: Erlaubt sind höchstens 500 Zeichen.',
      address: 'Bitte nennen Sie hier keine E-Mail-Adresse: Der Grund steht dauerhaft im Protokoll.'
    },
    lock: {
      short: 'Die Passphrase ist zu kurz. Nehmen Sie mindestens 16 Zeichen, zum Beispiel fünf zufällige Wörter.',
      long: 'Die Passphrase ist zu lang. Erlaubt sind höchstens 1.000 Zeichen.',
      recipient: 'Das ist kein öffentlicher Schlüssel von age. Er beginnt mit „age1“ und steht in einer Zeile.'
    },
    both: 'Bitte füllen Sie nur eines aus: die Passphrase oder den öffentlichen Schlüssel.',
    differs: 'Die beiden Eingaben sind verschieden. Bitte geben Sie die Passphrase noch einmal ein, zweimal gleich.',
    busy: 'Zurzeit läuft schon ein Export. Bitte warten Sie, bis er fertig ist, und versuchen Sie es dann noch einmal.'
  }
} as const
