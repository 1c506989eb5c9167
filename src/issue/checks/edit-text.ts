import { memoSync } from '../../platform/memo.js'
import type { Repair } from './finding.js'
import type { TextField } from './text-fields.js'

/**
 * What is not running text in Markdown: code, where links lead, addresses, marks of a language, and
 * the marks and spaces at the beginning of a line.
 */
const PROTECTED = new RegExp([
  '(?:^|\\n)(?:```|~~~)[\\s\\S]*?(?:\\n(?:```|~~~)|$)',
  '(?:^|\\n) {4}[^\\n]*',
  '`[^`]*`',
  '\\]\\((?:[^()\\n]|\\([^()\\n]{0,500}\\)){0,2100}\\)',
  '\\]\\{lang=[\\w-]{1,35}\\}',
  '<[^<>\\s]{1,2000}>',
  '[a-z]{3,6}:(?://)?[^\\s)>]+',
  '(?:^|\\n)[ \\t]*(?:[-*+>]|\\d{1,9}[.)]|#{1,6})(?=[ \\t])[ \\t]*',
  '(?:^|\\n) {0,3}\\[[^\\]\\n]{1,200}\\]:[^\\n]*',
  ' +\\n'
].map(part => `(?:${part})`).join('|'), 'g')

/**
 * Applies a change to the running text of a field and leaves addresses, code and marks of Markdown
 * as they are.
 */
export function editText (
  { input, value }: Pick<TextField, 'input' | 'value'>, edit: (text: string) => string
): string {
  if (input !== 'prose') return edit(value)
  return runs(value).map(({ text, kept }) => edit(text) + kept).join('')
}

/** A Markdown text as pieces of running text, each with what is kept as it is behind it. */
const runs = memoSync((source: string): ReadonlyArray<{ text: string, kept: string }> => {
  const pieces = []
  let end = 0
  for (const { 0: kept, index } of source.matchAll(PROTECTED)) {
    pieces.push({ text: source.slice(end, index), kept })
    end = index + kept.length
  }
  return [...pieces, { text: source.slice(end), kept: '' }]
}, { most: 3_000 })

/** The repair that gives a text field another text; none if the text would stay as it is. */
export function repaired (
  { block, field, value: now }: Pick<TextField, 'block' | 'field' | 'value'>, label: string, value: string
): { repair?: Repair } {
  return value === now ? {} : { repair: { label, changes: [{ block, field, value }] } }
}

/**
 * The first words of what a message quotes, 60 characters at most, in German quotation marks. The
 * text's own marks become single ones.
 */
export function quoted (text: string): string {
  const line = text.replace(/\s+/g, ' ').trim().replaceAll('„', '‚').replaceAll('“', '‘')
  if (line.length <= 60) return `„${line}“`
  const words = line.slice(0, 59).replace(/ \S*$/, '')
  return `„${words}…“`
}
