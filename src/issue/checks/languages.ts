import { languageName } from '../content/language.js'
import { memoSync } from '../../platform/memo.js'
import { quoted, repaired } from './edit-text.js'
import type { CheckedIssue } from './checked-issue.js'
import type { Check } from './check.js'
import type { Found } from './finding.js'
import { otherLanguage, otherScripts, type Foreign } from './language-guess.js'
import type { Passage } from './passages.js'
import { sentencesOf } from './sentences.js'

export const languageMarkMissing: Check = {
  code: 'language-mark-missing',
  level: 'barrier',
  about: 'Eine Stelle in einer anderen Sprache ist nicht gekennzeichnet, sodass sie deutsch vorgelesen wird.',
  find: issue => issue.passages.filter(canBeMarked).flatMap(passage =>
    foreignPieces(passage.text).map((piece): Found => ({
      block: passage.block,
      field: passage.field,
      message: `${quoted(piece.text)} ${describe(piece)}. ` +
        'Kennzeichnen Sie die Sprache, damit Vorlesesoftware die Stelle richtig ausspricht.',
      ...markingRepair(issue, passage, piece)
    })))
}

/**
 * Only Markdown has marks, and only a quotation a field for its language. A heading has neither,
 * and a barrier that nobody can remove would not help.
 */
function canBeMarked ({ input, field }: Passage): boolean {
  return input === 'prose' || (input === 'paragraph' && field.at(-1) === 'text')
}

function describe ({ code }: Foreign): string {
  return code === null ? 'steht in einer anderen Schrift' : `ist wahrscheinlich ${languageName(code)}`
}

const foreignPieces = memoSync((text: string): readonly Foreign[] => {
  return [...otherScripts(text), ...sentencesOf(text.replace(/\n/g, ' ')).flatMap(sentence => {
    const code = otherLanguage(sentence)
    return code === null ? [] : [{ text: sentence, code }]
  })]
}, { most: 10_000 })

function markingRepair (
  issue: CheckedIssue, { block, field, input }: Passage, { text, code }: Foreign
): Pick<Found, 'repair'> {
  if (code === null) return {}
  const label = `Als ${languageName(code)} kennzeichnen`
  if (input !== 'prose') {
    const change = { block, field: [...field.slice(0, -1), 'language'], value: code }
    return { repair: { label, changes: [change] } }
  }
  const source = issue.texts.find(other => other.block === block && other.field.join() === field.join())
  if (source === undefined || source.value.split(text).length !== 2) return {}
  return repaired(source, label, source.value.replace(text, () => `[${text}]{lang=${code}}`))
}
