import { fromHtml } from './from-html.js'
import type { Loss } from './judge-element.js'
import { toMarkdown } from './markdown.js'
import { parseHtml } from './parse-html.js'
import { unpackText } from './word-archive.js'

export type FromDocx =
  { ok: true, markdown: string, losses: Set<Loss>, hadTable: boolean } |
  { ok: false, reason: keyof typeof PROBLEMS, problem: string }

const OLD_FORMAT = Buffer.from('d0cf11e0', 'hex')
const MOST_BYTES = 20_000_000
const MOST_CHARACTERS = 50_000

const PROBLEMS = {
  'too-large': 'Die Datei ist zu groß. Löschen Sie die Bilder darin, oder kopieren Sie den Text in Teilen.',
  'too-long': 'Der Text der Datei ist zu lang. Ein Feld fasst höchstens 50.000 Zeichen. Kopieren Sie ihn in Teilen.',
  'old-or-protected': 'Die Datei ist im alten Format (.doc) oder mit einem Kennwort geschützt. ' +
    'Speichern Sie sie in Word als .docx ohne Kennwort.',
  'not-word': 'Das ist keine Word-Datei. Wählen Sie eine Datei, deren Name mit .docx endet.',
  broken: 'Die Word-Datei ist beschädigt. Öffnen Sie sie in Word und speichern Sie sie noch einmal.',
  empty: 'In der Word-Datei steht kein Text.'
} as const

/** German names of built-in styles stand in the file in English. */
const STYLES = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Quote'] => blockquote:fresh > p:fresh",
  "p[style-name='Intense Quote'] => blockquote:fresh > p:fresh",
  "p[style-name='List Bullet'] => ul > li:fresh",
  "p[style-name='List Number'] => ol > li:fresh",
  'br[type=\'page\'] => '
]

/**
 * Reads the text of a .docx file as Markdown: headings, lists, quotations, emphasis and links, with
 * insertions and without deletions, comments, notes and pictures. Files that unpack to more than
 * 10 MB of text are refused before they are read.
 */
export async function markdownFromDocx (file: Buffer): Promise<FromDocx> {
  if (file.length > MOST_BYTES) return refused('too-large')
  if (file.subarray(0, 4).equals(OLD_FORMAT)) return refused('old-or-protected')
  const unpacked = unpackText(file)
  if (!unpacked.ok) return refused(unpacked.reason)
  const html = await convert(unpacked.archive)
  if (html === null) return refused('broken')
  const { content, losses, hadTable, isTooLong } = fromHtml(parseHtml(html.text))
  const markdown = toMarkdown({ type: 'doc', content })
  if (isTooLong || markdown.length > MOST_CHARACTERS) return refused('too-long')
  if (markdown === '') return refused('empty')
  if (html.hasComments) losses.add('comments')
  return { ok: true, markdown, losses, hadTable }
}

async function convert (archive: Buffer): Promise<{ text: string, hasComments: boolean } | null> {
  // No Word file declares a document type; what does wants to unfold entities.
  if (/<!(?:DOCTYPE|ENTITY)/i.test(archive.toString('latin1'))) return null
  // Loaded with the first file: to load it takes longer than most commands run.
  const { default: mammoth } = await import('mammoth')
  try {
    const { value } = await mammoth.convertToHtml({ buffer: archive }, {
      styleMap: STYLES,
      convertImage: mammoth.images.imgElement(async () => ({ src: '' }))
    })
    return { text: value, hasComments: archive.includes('<w:commentReference ') }
  } catch {
    // It throws strings, errors of its XML parser and of its own, by what is wrong with the file.
    return null
  }
}

function refused (reason: keyof typeof PROBLEMS): FromDocx {
  return { ok: false, reason, problem: PROBLEMS[reason] }
}
