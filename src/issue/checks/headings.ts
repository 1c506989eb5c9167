import { de } from '../../texts/de.js'
import type { CheckedBlock, CheckedIssue } from './checked-issue.js'
import { quoted, repaired } from './edit-text.js'
import type { Check } from './check.js'
import type { Found } from './finding.js'
import type { TextField } from './text-fields.js'

const MOST_CHARACTERS = 110
const ABBREVIATED = /(?:\p{L}\.\s?\p{L}|\b(?:usw|etc|Nr|Co|Jg|Abs|Art|Mio|Mrd|St|Str))\.$|\.\.\.$|\d\.$/u

/** The heading that a block shows, in the field where its editor writes it. */
function blockHeadings ({ texts }: CheckedIssue): TextField[] {
  return texts.filter(({ field: [key], input }) => input === 'line' && (key === 'headline' || key === 'title'))
}

const place = ({ block, field }: TextField): Pick<Found, 'block' | 'field'> => ({ block, field })

export const headingPunctuation: Check = {
  code: 'heading-punctuation',
  level: 'hint',
  about: 'Eine Überschrift endet mit Punkt, Doppelpunkt oder Komma.',
  find: issue => blockHeadings(issue).filter(({ value }) => /[^.][.:,;]$/.test(value) && !ABBREVIATED.test(value))
    .map(text => ({
      ...place(text),
      message: `Die Überschrift endet mit „${text.value.slice(-1)}“. Überschriften haben dort kein Satzzeichen.`,
      ...repaired(text, 'Satzzeichen entfernen', text.value.slice(0, -1).trimEnd())
    }))
}

export const headingCapitals: Check = {
  code: 'heading-capitals',
  level: 'hint',
  about: 'Eine Überschrift ist ganz in Großbuchstaben geschrieben.',
  find: issue => blockHeadings(issue).filter(({ value }) => isShouted(value)).map(text => ({
    ...place(text),
    message: 'Die Überschrift steht ganz in Großbuchstaben. Das ist schwer zu lesen und wird oft buchstabiert.'
  }))
}

/** Two words in capitals and no small letter: "WIR" alone is a name. */
export function isShouted (text: string): boolean {
  return !/\p{Ll}/u.test(text) && (text.match(/\p{Lu}{3,}/gu) ?? []).length >= 2
}

export const headingLong: Check = {
  code: 'heading-long',
  level: 'hint',
  about: `Eine Überschrift hat mehr als ${MOST_CHARACTERS} Zeichen.`,
  find: issue => blockHeadings(issue).filter(({ value }) => value.length > MOST_CHARACTERS).map(text => ({
    ...place(text),
    message: `Die Überschrift ist mit ${text.value.length} Zeichen sehr lang. Kürzen Sie sie auf eine Aussage.`
  }))
}

export const headingRepeated: Check = {
  code: 'heading-repeated',
  level: 'hint',
  about: 'Zwei Blöcke haben die gleiche Überschrift.',
  find: issue => {
    const seen = new Set<string>()
    return blockHeadings(issue).filter(({ block }) => block !== null).flatMap((text): Found[] => {
      const key = text.value.trim().toLowerCase()
      if (!seen.has(key)) {
        seen.add(key)
        return []
      }
      const message = `Die Überschrift ${quoted(text.value)} gibt es schon in einem anderen Block.`
      return [{ ...place(text), message }]
    })
  }
}

export const contentsEmpty: Check = {
  code: 'contents-empty',
  level: 'barrier',
  about: 'Nach einem Inhaltsverzeichnis kommt kein Block mit einer Überschrift.',
  find: ({ blocks }) => blocks
    .filter(({ index, values }) => values['type'] === 'table_of_contents' && !blocks.slice(index + 1).some(hasHeading))
    .map(({ index }) => ({
      block: index,
      field: [],
      message: 'Das Inhaltsverzeichnis ist leer, weil danach kein Block mit einer Überschrift kommt.'
    }))
}

/** A block that is not finished may still get one. */
function hasHeading ({ kind, whole }: CheckedBlock): boolean {
  return kind !== null && (whole === null || kind.heading(whole, de) !== null)
}
