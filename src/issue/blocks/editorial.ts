import { line, markdown, object } from '../content/field-types.js'
import { countMarkdownWords } from '../render/reading-time.js'
import { defineBlock } from './block-kind.js'
import { heading } from './common-fields.js'

export const editorial = defineBlock({
  type: 'editorial',
  name: 'Editorial',
  purpose: 'Das Vorwort der Redaktion, mit Anrede und Unterschrift.',
  example: `
heading: Liebe Leserinnen und Leser,
body: |
  in dieser Ausgabe geht es um **Ankommen**.
author:
  name: Dr. Hanne Wiesental
  role: Leiterin der Redaktion
`,
  fields: {
    heading: heading('Die Anrede'),
    body: markdown('Der Text'),
    author: object('Die Unterschrift', {
      name: line('Der Name', 120),
      role: line('Die Funktion', 200).optional()
    }).optional()
  },
  parts: { author: 'Unterschrift' },
  heading: block => block.heading,
  words: block => countMarkdownWords(block.body),
  view: (block, { show }) => ({ body: show(block.body), author: block.author })
})
