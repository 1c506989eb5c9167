import { line, markdown, object, paragraph } from '../content/field-types.js'
import { countMarkdownWords, countWords, readingMinutes } from '../render/reading-time.js'
import { defineBlock } from './block-kind.js'
import { heading, LANGUAGE_HINT, quotationFields, quotationView, webLink } from './common-fields.js'

const fields = {
  category: line('Die Rubrik', 60).optional(),
  headline: heading(),
  lead: paragraph('Der Vorspann', 1_000).optional(),
  body: markdown('Der Text'),
  quotation: object('Das Zitat', quotationFields).optional(),
  link: webLink.optional()
}

interface Texts { lead?: string | undefined, body: string, quotation?: { text: string } | undefined }

const wordsOf = ({ lead = '', body, quotation }: Texts): number =>
  countWords(lead) + countMarkdownWords(body) + countWords(quotation?.text ?? '')

export const article = defineBlock({
  type: 'article',
  name: 'Artikel',
  purpose: 'Ein Beitrag, auf Wunsch mit Rubrik, Vorspann, Bild, Zitat und Verweis.',
  example: `
category: Vor Ort
headline: Der Brief, den alle verstehen
lead: Eine Stadtverwaltung hat ihre Schreiben umgebaut.
body: |
  Vier Seiten lang war das Schreiben bisher.

  ### Was sich geändert hat

  - Es passt auf eine Seite.
  - Der [Musterbrief](https://beispiel.de/musterbrief) steht allen zur Verfügung.
quotation:
  text: Heute ruft kaum noch jemand an.
  speaker: Samira Lindner
  role: Bürgerbüro
picture:
  file: bilder/bruecke.png
  alt: Zwei Menschen lesen gemeinsam einen Brief.
  credit: "Foto: Redaktion"
link:
  label: Musterbrief ansehen
  url: https://beispiel.de/musterbrief
`,
  fields,
  hasPicture: true,
  parts: { quotation: 'Zitat', link: 'Verweis' },
  form: { 'quotation.language': { hint: LANGUAGE_HINT } },
  heading: block => block.headline,
  label: block => block.category ?? null,
  words: wordsOf,
  view: (block, { show, format }) => ({
    lead: block.lead,
    body: show(block.body),
    reading: format.minutes(readingMinutes(wordsOf(block))),
    quotation: block.quotation === undefined ? null : quotationView(block.quotation),
    link: block.link
  })
})
