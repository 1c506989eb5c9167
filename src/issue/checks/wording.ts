import { memoSync } from '../../platform/memo.js'
import { quoted } from './edit-text.js'
import type { Check } from './check.js'
import type { Found } from './finding.js'
import type { Passage } from './passages.js'
import { sentencesOf, wordsOf } from './sentences.js'

const MOST_WORDS = 25
const MOST_WORDS_A_PARAGRAPH = 120
const MOST_LETTERS = 35
const MOST_NOMINAL = 3

/** Not a part of an address, and without a hyphen. */
const LONG_WORD = new RegExp(`(?<![\\p{L}/.:@-])\\p{L}{${MOST_LETTERS + 1},}(?![\\p{L}/:@-]|\\.\\p{L})`, 'u')

/** Nouns that are made of verbs and adjectives. */
const NOMINAL = /\b\p{Lu}[\p{L}-]{4,}(?:ung|heit|keit|ierung|nahme|tion)(?:en|s)?(?![\p{L}-])/gu

/** The same endings, but things and bodies that one can see, and words that have no verb. */
const CONCRETE = new RegExp('(?:integration|migration|organisation|koordination|information|region|station|situation|' +
  'regierung|verwaltung|versammlung|abteilung|leitung|zeitung|wohnung|bildung|veranstaltung|einrichtung|meldung|' +
  'krankheit|mehrheit|minderheit|freiheit|gesundheit|einheit|möglichkeit)(?:en|s)?$', 'i')

/** Officialese, and what people say for it. */
const OFFICIALESE: ReadonlyArray<readonly [RegExp, string]> = [
  [/\bbezüglich\b/i, 'zu'],
  [/\bhinsichtlich\b/i, 'bei'],
  [/\bseitens\b/i, 'von'],
  [/\bzwecks\b/i, 'für'],
  [/\bmittels\b/i, 'mit'],
  [/\bdiesbezüglich(?:e[nrsm]?)?\b/i, 'dazu'],
  [/\bin Kenntnis (?:ge)?setz(?:en|t)\b/i, 'informieren'],
  [/\bzur Anwendung (?:kommen|kommt|gebracht)\b/i, 'anwenden'],
  [/\bin Anspruch (?:nehmen|genommen)\b/i, 'nutzen'],
  [/\bInanspruchnahme\b/, 'Nutzung'],
  [/\bunter Berücksichtigung\b/i, 'mit Blick auf'],
  [/\bzum jetzigen Zeitpunkt\b/i, 'jetzt'],
  [/\bvorbehaltlich\b/i, 'wenn … zustimmt'],
  [/\bobliegt\b/i, 'ist Aufgabe von'],
  [/\bnichtsdestotrotz\b/i, 'trotzdem'],
  [/\bverbleib(?:en|t) mit freundlichen\b/i, 'grüßen'],
  [/\bin Ermangelung\b/i, 'weil … fehlt'],
  [/\bVerausgabung\b/, 'Ausgabe'],
  [/\bfernmündlich\b/i, 'telefonisch'],
  [/\banlässlich\b/i, 'zu']
]

type Said = string | null

/** What each sentence is told, the newest remembered: editors change one of many. */
function inSentences (judge: (sentence: string) => Said): Check['find'] {
  const judgeOnce = memoSync((sentence: string) => judge(sentence.replace(/\s+/g, ' ')), { most: 10_000 })
  return ({ passages }) => passages.flatMap(({ block, field, kind, text }): Found[] => {
    if (kind === 'line' && !isRunningText({ block, field })) return []
    return sentencesOf(text).flatMap(sentence => {
      const message = judgeOnce(sentence)
      return message === null ? [] : [{ block, field, message }]
    })
  })
}

/** Lines that hold sentences; names, places and labels do not. */
function isRunningText ({ field }: Pick<Passage, 'block' | 'field'>): boolean {
  return ['lead', 'text', 'who', 'preheader', 'alt'].includes(field.at(-1) ?? '')
}

export const sentenceLong: Check = {
  code: 'sentence-long',
  level: 'hint',
  about: `Ein Satz hat mehr als ${MOST_WORDS} Wörter.`,
  find: inSentences(sentence => {
    const count = wordsOf(sentence).length
    return count > MOST_WORDS
      ? `Der Satz ${quoted(sentence)} hat ${count} Wörter. Teilen Sie ihn: ein Gedanke, ein Satz.`
      : null
  })
}

export const nominalStyle: Check = {
  code: 'nominal-style',
  level: 'hint',
  about: `Ein Satz hat mehr als ${MOST_NOMINAL} Hauptwörter, die aus Verben gemacht sind.`,
  find: inSentences(sentence => {
    const nouns = (sentence.match(NOMINAL) ?? []).filter(noun => !CONCRETE.test(noun))
    return nouns.length > MOST_NOMINAL
      ? `Dieser Satz besteht aus Hauptwörtern (${nouns.slice(0, 4).join(', ')}). Sagen Sie mit Verben, wer was tut.`
      : null
  })
}

export const officialese: Check = {
  code: 'officialese',
  level: 'hint',
  about: 'Ein Wort aus der Amtssprache hat ein einfacheres.',
  find: inSentences(sentence => {
    const [word, better] = OFFICIALESE.flatMap(([pattern, instead]) => {
      const [found] = pattern.exec(sentence) ?? []
      return found === undefined ? [] : [found, instead]
    })
    return word === undefined ? null : `${quoted(word)} ist Amtssprache. Einfacher ist zum Beispiel „${better}“.`
  })
}

export const paragraphLong: Check = {
  code: 'paragraph-long',
  level: 'hint',
  about: `Ein Absatz hat mehr als ${MOST_WORDS_A_PARAGRAPH} Wörter.`,
  find: ({ passages }) => passages.flatMap(({ block, field, text }): Found[] => {
    const count = wordsOf(text).length
    if (count <= MOST_WORDS_A_PARAGRAPH) return []
    const message = `Der Absatz ${quoted(text)} hat ${count} Wörter. Teilen Sie ihn, oder machen Sie eine Liste daraus.`
    return [{ block, field, message }]
  })
}

export const wordLong: Check = {
  code: 'word-long',
  level: 'hint',
  about: `Ein Wort hat mehr als ${MOST_LETTERS} Buchstaben und keinen Bindestrich.`,
  find: ({ passages }) => passages.flatMap(({ block, field, text }): Found[] => {
    const [word] = LONG_WORD.exec(text) ?? []
    if (word === undefined) return []
    const message = `„${word}“ ist schwer zu lesen. Umschreiben Sie es, oder setzen Sie Bindestriche.`
    return [{ block, field, message }]
  })
}
