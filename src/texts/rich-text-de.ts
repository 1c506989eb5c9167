/** What the editor for formatted text says. The browser loads it with the editor. */
export const richTextDe = {
  toolbar: (field: string) => `Formatierung: ${field}`,
  hint: 'Mit Alt+F10 gelangen Sie zur Formatierung, mit Escape zurück zum Text.',
  textMode: 'Textmodus',
  richMode: 'Gestaltet',
  modes: 'Ansicht',
  buttons: {
    strong: ['Fett', 'Strg+B'],
    em: ['Kursiv', 'Strg+I'],
    link: ['Link', 'Strg+K'],
    language: ['Sprache einer Textstelle', null],
    heading: ['Zwischenüberschrift', 'Strg+Umschalt+6'],
    bullet_list: ['Aufzählung', 'Strg+Umschalt+8'],
    ordered_list: ['Nummerierung', 'Strg+Umschalt+7'],
    blockquote: ['Zitat', 'Strg+Umschalt+9'],
    indent: ['Einrücken', 'Alt+Umschalt+Pfeil rechts'],
    outdent: ['Ausrücken', 'Alt+Umschalt+Pfeil links'],
    word: ['Word-Datei einfügen', null],
    undo: ['Rückgängig', 'Strg+Z'],
    redo: ['Wiederholen', 'Strg+Y']
  },
  link: {
    title: 'Link',
    address: 'Adresse',
    addressHint: 'Zum Beispiel https://www.hessen.de oder eine E-Mail-Adresse',
    text: 'Linktext',
    textMissing: 'Der Linktext fehlt. Sagen Sie, wohin der Link führt.',
    remove: 'Link entfernen'
  },
  language: {
    title: 'Sprache einer Textstelle',
    label: 'Sprache',
    hint: 'Vorlesesoftware spricht die Stelle dann richtig aus.',
    remove: 'Wie der übrige Text',
    nothing: 'Markieren Sie zuerst die Stelle, die in einer anderen Sprache ist.'
  },
  word: {
    reading: 'Die Word-Datei wird gelesen …',
    done: 'Der Text der Word-Datei ist eingefügt.',
    other: 'Hier können nur Word-Dateien eingefügt werden.',
    failed: 'Die Word-Datei konnte nicht gelesen werden. Versuchen Sie es noch einmal.'
  },
  apply: 'Übernehmen',
  cancel: 'Abbrechen',
  beyond: 'Dieser Text enthält etwas, das nur im Textmodus bearbeitet werden kann, zum Beispiel Code oder ' +
    'mehrere Ebenen von Überschriften.',
  unreachable: 'Die gestaltete Ansicht ist gerade nicht erreichbar. Sie können im Textmodus weiterschreiben.',
  pasted: {
    dropped: (what: string[]) => `Nicht übernommen: ${what.join(', ')}.`,
    kinds: {
      pictures: 'Bilder',
      notes: 'Fußnoten',
      comments: 'Kommentare',
      deletions: 'gelöschter Text',
      embedded: 'eingebettete Inhalte'
    },
    tables: 'Aus Tabellen wurden Absätze, einer je Zeile.',
    tooLong: (characters: string, most: string) =>
      `Das ist mit ${characters} Zeichen zu lang zum Einfügen. Ein Feld fasst höchstens ${most}. ` +
      'Fügen Sie den Text in Teilen ein.',
    tooLarge: 'Das ist zu groß zum Einfügen. Fügen Sie den Text in Teilen ein.'
  }
} as const
