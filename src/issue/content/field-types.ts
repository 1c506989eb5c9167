import { z } from 'zod'
import {
  MARKS_DIRECTION, TURNS_DIRECTION, UNSAFE_IN_LINE, UNSAFE_IN_TEXT
} from '../../platform/mail/unsafe-characters.js'
import { suggest } from '../../platform/text/suggest.js'
import { describe } from './field-meta.js'
import { linkProblem } from './link.js'
import { markdownProblems } from './markdown.js'

/*
 * Building blocks of the content model. Each field takes its German name with article
 * ("Die Überschrift"), so that each error is a sentence that an editor understands.
 */

const LINE_BREAKS = /\r\n?|\u2028|\u2029|\u0085/g

interface Problem { input?: unknown }

const isMissing = ({ input }: Problem): boolean => input === undefined || input === null

function text (name: string, whenMissing?: string) {
  return z.string({
    error: problem => isMissing(problem)
      ? missing(name, whenMissing)
      : `${name} muss Text sein. Setzen Sie die Angabe in Anführungszeichen.`
  })
}

function missing (name: string, hint?: string): string {
  return hint === undefined ? `${name} fehlt.` : `${name} fehlt. ${hint}`
}

function tooLong (name: string, max: number) {
  return ({ input }: Problem) => `${name} ist mit ${inGerman(String(input).length)} Zeichen zu lang. ` +
    `Erlaubt sind höchstens ${inGerman(max)}.`
}

const inGerman = (value: number): string => value.toLocaleString('de-DE')

/** The error gives the character's number, because nobody can see the character. */
function sameDirection (name: string, forbidden: RegExp) {
  return (value: string, context: z.RefinementCtx<string>): void => {
    const [found] = forbidden.exec(value) ?? []
    if (found === undefined) return
    const number = found.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')
    context.addIssue({
      code: 'custom',
      message: `${name} enthält ein unsichtbares Zeichen, das die Schreibrichtung ändert (U+${number}). ` +
        'Tippen Sie die Stelle neu, statt sie zu kopieren.'
    })
  }
}

/** One line of text that may reach a mail header: no line break and no control character in it. */
export function line (name: string, max: number, whenMissing?: string) {
  return describe(text(name, whenMissing)
    .overwrite(value => value.normalize('NFC').trim())
    .min(1, { error: missing(name, whenMissing), abort: true })
    .max(max, { error: tooLong(name, max) })
    .refine(value => !UNSAFE_IN_LINE.test(value),
      `${name} enthält einen Zeilenumbruch oder ein unsichtbares Steuerzeichen. Schreiben Sie alles in eine Zeile.`)
    .superRefine(sameDirection(name, MARKS_DIRECTION)), { input: 'line', name, max })
}

/** A paragraph of plain text: line breaks in the file are only wrapping and become spaces. */
export function paragraph (name: string, max: number, whenMissing?: string) {
  return describe(text(name, whenMissing)
    .overwrite(value => value.normalize('NFC').replace(LINE_BREAKS, '\n').replace(/\s*\n\s*/g, ' ').trim())
    .min(1, { error: missing(name, whenMissing), abort: true })
    .max(max, { error: tooLong(name, max) })
    .refine(value => !UNSAFE_IN_LINE.test(value), `${name} enthält ein unsichtbares Steuerzeichen.`)
    .superRefine(sameDirection(name, TURNS_DIRECTION)), { input: 'paragraph', name, max })
}

/** Markdown without HTML, pictures or unsafe links. */
export function markdown (name: string, max = 50_000) {
  return describe(text(name)
    .overwrite(value => value.normalize('NFC').replace(LINE_BREAKS, '\n').trim())
    .min(1, { error: missing(name), abort: true })
    .max(max, { error: tooLong(name, max), abort: true })
    .refine(value => !UNSAFE_IN_TEXT.test(value),
      { error: `${name} enthält ein unsichtbares Steuerzeichen.`, abort: true })
    .superRefine(sameDirection(name, TURNS_DIRECTION))
    .superRefine((value, context) => {
      for (const problem of markdownProblems(value)) {
        context.addIssue({ code: 'custom', message: `${name}: ${problem}` })
      }
    }), { input: 'prose', name, max })
}

/** An address that readers can follow: https, http, mailto or tel. */
export function link (name: string) {
  return describe(text(name, 'Beginnen Sie mit https://.')
    .overwrite(value => value.trim())
    .max(2_000, { error: tooLong(name, 2_000), abort: true })
    .superRefine((value, context) => {
      const problem = linkProblem(value)
      if (problem !== null) context.addIssue({ code: 'custom', message: `${name}: ${problem}` })
    }), { input: 'url', name, max: 2_000 })
}

/** An address for mails to a press office or the like. */
export function email (name: string) {
  return describe(
    z.email(`${name} ist keine gültige Adresse.`).max(254, `${name} ist zu lang.`),
    { input: 'email', name, max: 254 }
  )
}

const EARLIEST_YEAR = 2000
const LATEST_YEAR = 2100
const DAY = /^\d{4}-\d{2}-\d{2}$/
const MOMENT = /^\d{4}-\d{2}-\d{2}(?:[ T]\d{2}:\d{2})?$/
const LIKE_A_DAY = 'Schreibweise: JJJJ-MM-TT, zum Beispiel 2027-03-04.'
const LIKE_A_MOMENT = 'Schreibweise: JJJJ-MM-TT HH:MM, zum Beispiel 2027-03-04 09:30, oder nur 2027-03-04.'

/** A calendar day as JJJJ-MM-TT. */
export function day (name: string) {
  return describe(text(name)
    .overwrite(value => value.trim())
    .refine(value => DAY.test(value) && exists(value),
      { error: problem => `${name}: ${quoted(problem)} ist kein gültiges Datum. ${LIKE_A_DAY}`, abort: true })
    .refine(isNear, outOfTime(name)), { input: 'day', name })
}

/** A day, or a day and a time as clocks in Hesse show it. */
export function moment (name: string) {
  return describe(text(name)
    .overwrite(value => value.trim().replace('T', ' '))
    .refine(value => MOMENT.test(value) && exists(value),
      { error: problem => `${name}: ${quoted(problem)} ist kein gültiger Zeitpunkt. ${LIKE_A_MOMENT}`, abort: true })
    .refine(isNear, outOfTime(name)), { input: 'moment', name })
}

function quoted ({ input }: Problem): string {
  const value = String(input)
  return `„${value.length > 40 ? `${value.slice(0, 40)}…` : value}“`
}

/** A year that nobody means is a slip: 0207 for 2027. */
function isNear (value: string): boolean {
  const year = Number(value.slice(0, 4))
  return year >= EARLIEST_YEAR && year <= LATEST_YEAR
}

function outOfTime (name: string): string {
  return `${name} liegt nicht in den Jahren ${EARLIEST_YEAR} bis ${LATEST_YEAR}. Prüfen Sie die Jahreszahl.`
}

/** 2027-02-30 must not quietly become the second of March. */
function exists (value: string): boolean {
  const time = Date.parse(value.length === 10 ? `${value}T00:00Z` : `${value.replace(' ', 'T')}Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value.slice(0, 10))
}

/** A number above zero, such as euros or bytes. */
export function amount (name: string, max: number, example: string) {
  return describe(z.number({
    error: problem => isMissing(problem)
      ? missing(name, example)
      : `${name} muss eine Zahl ohne Punkt und Einheit sein. ${example}`
  })
    .positive(`${name} muss größer als null sein.`)
    .max(max, `${name} ist zu groß.`), { input: 'amount', name })
}

/** Something that is so or not so: a box to tick. */
export function yesOrNo (name: string) {
  return describe(z.boolean(`${name} muss true oder false sein.`), { input: 'choice', name })
}

/** An object that knows its keys: an unknown one is an error that suggests what was meant. */
export function object<S extends z.core.$ZodLooseShape> (name: string, shape: S) {
  const keys = Object.keys(shape)
  return describe(z.strictObject(shape, {
    error: problem => {
      if (problem.code === 'unrecognized_keys') return unknownKeys(problem.keys, keys)
      if (isMissing(problem)) return missing(name)
      const parent = problem.path?.findLast(key => typeof key === 'string')
      return parent === undefined
        ? `${name} muss aus einzelnen Angaben bestehen: ${keys.join(', ')}.`
        : `Unter „${parent}“ müssen eingerückt einzelne Angaben stehen: ${keys.join(', ')}.`
    }
  }), { input: 'group', name })
}

const NAMED_KEYS = 5

/** Names only the first unknown keys: a file may have any number of them. */
function unknownKeys (keys: string[], known: string[]): string {
  const named = keys.slice(0, NAMED_KEYS).map(key => unknownKey(key, known))
  const more = keys.length - NAMED_KEYS
  return [...named, ...(more > 0 ? [`Dazu kommen ${inGerman(more)} weitere unbekannte Angaben.`] : [])].join(' ')
}

/** Says that a name is unknown, and which one was meant. */
export function unknownKey (key: string, known: string[]): string {
  const near = suggest(key, known)
  return `Die Angabe „${key.length > 40 ? `${key.slice(0, 40)}…` : key}“ ist unbekannt. ` +
    (near === null ? `Bekannt sind: ${known.join(', ')}.` : `Meinten Sie „${near}“?`)
}

/** A list of one to `max` entries. */
export function list<T extends z.ZodType> (name: string, item: T, max: number) {
  return describe(z.array(item, {
    error: problem => isMissing(problem)
      ? missing(name)
      : `${name} muss eine Liste sein; jeder Eintrag beginnt mit „- “.`
  })
    .min(1, `${name} ist leer.`)
    .max(max, `${name}: Es sind höchstens ${max} Einträge erlaubt.`), { input: 'list', name, max })
}
