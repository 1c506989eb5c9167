import type { CheckedBlock, CheckedIssue } from './checked-issue.js'
import { repaired } from './edit-text.js'
import type { Check } from './check.js'
import type { Found } from './finding.js'
import { valueAt } from './text-fields.js'

const FILE_NAME = /\.(?:png|jpe?g|gif|webp|svg|tiff?|heic)$|^(?:img|dsc|dscn|pxl|screenshot)[-_ ]?\d+/i
const SAYS_NOTHING =
  /^(?:bild|foto|fotos|grafik|logo|icon|symbol|abbildung|illustration|image|picture|photo|bild \d+|foto \d+)[.:]?$/i
/** "Foto von einer Brücke", "Bild: Eine Brücke", "Das Bild zeigt eine Brücke". */
const PREFIX = new RegExp('^(?:(?:das |ein |dieses )?(?:bild|foto|fotografie|abbildung|grafik) ' +
  '(?:von|zeigt|vom|mit)\\b|(?:bild|foto|abbildung|grafik|image|picture|photo) ?:|' +
  '(?:image|picture|photo) of\\b)\\s*', 'i')
const MOST_CHARACTERS = 250

interface Picture { block: CheckedBlock, alt: string, credit: string }

/** The pictures that have an alternative text. */
function describedPictures ({ blocks }: CheckedIssue): Picture[] {
  const text = (value: unknown): string => typeof value === 'string' ? value.trim() : ''
  return blocks.map(block => ({
    block,
    alt: text(valueAt(block.values, ['picture', 'alt'])),
    credit: text(valueAt(block.values, ['picture', 'credit']))
  })).filter(({ alt }) => alt !== '')
}

type Judge = (picture: Picture) => string | (Pick<Found, 'message' | 'repair'>) | null

function alternativeTexts (judge: Judge): Check['find'] {
  return issue => describedPictures(issue).flatMap(picture => {
    const judged = judge(picture)
    if (judged === null) return []
    const found = typeof judged === 'string' ? { message: judged } : judged
    return [{ block: picture.block.index, field: ['picture', 'alt'], ...found }]
  })
}

const plain = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim()

export const altFileName: Check = {
  code: 'alt-file-name',
  level: 'barrier',
  about: 'Ein Alternativtext ist ein Dateiname.',
  find: alternativeTexts(({ alt }) => FILE_NAME.test(alt)
    ? 'Der Alternativtext sieht aus wie ein Dateiname. Beschreiben Sie, was zu sehen ist.'
    : null)
}

export const altSaysNothing: Check = {
  code: 'alt-says-nothing',
  level: 'barrier',
  about: 'Ein Alternativtext sagt nicht, was zu sehen ist, zum Beispiel „Bild“ oder „Logo“.',
  find: alternativeTexts(({ alt }) => SAYS_NOTHING.test(alt)
    ? `„${alt}“ sagt nicht, was zu sehen ist. Beschreiben Sie es, oder kennzeichnen Sie das Bild als rein schmückend.`
    : null)
}

/** What remains as a sentence; null where German grammar would have to bend it. */
function withoutPrefix (alt: string, prefix: string): string | null {
  const rest = alt.slice(prefix.length)
    .replace(/^einer (?=\p{Lu})/u, 'eine ')
    .replace(/^einem (?=\p{Lu})/u, 'ein ')
  const isBent = /\b(?:vom|mit)\s*$/i.test(prefix) || /^(?:einer|einem|de[rmn]|meine|unsere)\b/.test(rest)
  if (rest === '' || isBent) return null
  return rest.charAt(0).toUpperCase() + rest.slice(1)
}

export const altBeginsWithPicture: Check = {
  code: 'alt-begins-with-picture',
  level: 'barrier',
  about: 'Ein Alternativtext beginnt mit „Bild von“ oder Ähnlichem, obwohl Vorlesesoftware das schon sagt.',
  find: alternativeTexts(({ block, alt }) => {
    const [prefix] = PREFIX.exec(alt) ?? []
    if (prefix === undefined) return null
    const field = { block: block.index, field: ['picture', 'alt'], value: alt }
    return {
      message: `Vorlesesoftware sagt schon, dass es ein Bild ist. Lassen Sie „${prefix.trim()}“ weg.`,
      ...repaired(field, `„${prefix.trim()}“ weglassen`, withoutPrefix(alt, prefix) ?? alt)
    }
  })
}

export const altRepeatsCaption: Check = {
  code: 'alt-repeats-caption',
  level: 'barrier',
  about: 'Ein Alternativtext wiederholt nur den Bildnachweis.',
  find: alternativeTexts(({ alt, credit }) => credit !== '' && plain(alt) === plain(credit)
    ? 'Der Alternativtext wiederholt den Bildnachweis. Beschreiben Sie, was zu sehen ist.'
    : null)
}

export const altRepeatsHeading: Check = {
  code: 'alt-repeats-heading',
  level: 'hint',
  about: 'Ein Alternativtext wiederholt nur die Überschrift des Blocks.',
  find: alternativeTexts(({ alt, block }) => {
    const headings = ['headline', 'heading', 'title'].map(key => block.values[key])
    return headings.some(heading => typeof heading === 'string' && plain(heading) === plain(alt))
      ? 'Der Alternativtext wiederholt die Überschrift. Wer ihn hört, erfährt nichts Neues.'
      : null
  })
}

export const altLong: Check = {
  code: 'alt-long',
  level: 'hint',
  about: `Ein Alternativtext hat mehr als ${MOST_CHARACTERS} Zeichen.`,
  find: alternativeTexts(({ alt }) => alt.length > MOST_CHARACTERS
    ? `Der Alternativtext ist mit ${alt.length} Zeichen lang. Was ausführlich beschrieben wird, gehört in den Text.`
    : null)
}
