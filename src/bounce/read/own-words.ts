import { linesOf } from './fields.js'
import type { Mail } from './mail.js'

/** What a mail says itself, and what it returns of another one. */
export interface Divided { own: string, returned: string }

const MAIL = '(?:message|mail|e-?mail|nachricht)'
const RETURNED = '(?:original|returned|undelivered|unsent|rejected|failed|ursprüngliche)'
const FOLLOWS = '(?:(?:is )?as follows|follows?|is below|below|is attached|(?:starts?|begins?) here)'
/** Lines that announce the returned message. What is below is not said by who sent the report. */
const ANNOUNCES = [
  `^[\\s>*]*[-=_*#]{2,}[^@]{0,40}\\b(?:copy of|${RETURNED}|${MAIL}|headers?|forwarded|weitergeleitete|included)\\b`,
  `^[\\s>]*(?:the |your )?${RETURNED} ${MAIL}(?: text| headers?| header fields?| body)?(?: ${FOLLOWS})?[ \\t:*=_-]*$`,
  '^[\\s>]*(?:[a-z ]{4,20} is )?(?:a |the )(?:copy|first \\d+ lines|headers?|text) of (?:the |your )',
  `\\b(?:${MAIL}|headers?|copy)(?: text| body)? ${FOLLOWS}[ \\t:.*=_-]*$`
].map(pattern => new RegExp(pattern, 'i'))
/** What they must not be: announcements of what was said by the servers. */
const SAYS_MORE = new RegExp([
  'transcript', 'address', 'session', 'recipient', 'reason', 'error', 'diagnostic', 'fehler', 'failed to', 'status',
  'smtp', 'conversation', 'following', '\\bnot\\b', `${MAIL} from`
].join('|'), 'i')
const FIELD = /^(?:>\s?)?([A-Za-z][A-Za-z0-9-]{1,60}):/
/** Fields that a server or a mail program writes, and nobody else. */
const WRITTEN_BY_PROGRAMS = new RegExp('^(?:' + [
  'received', 'return-path', 'message-id', 'mime-version', 'dkim-signature', 'domainkey-signature', 'x-mailer',
  'content-type', 'content-transfer-encoding', 'delivered-to', 'x-originating-ip'
].join('|') + ')$', 'i')

/** How the returned message begins where parts could not be told apart. */
const PART_BEGINS = /^content-type[ \t]*:[ \t]*(?:message\/(?:rfc822|global)|text\/rfc822-headers)/i

/** Parts the text of a report from the message that it returns. */
export function divide ({ text, hasParts }: Pick<Mail, 'text' | 'hasParts'>): Divided {
  const lines = linesOf(text)
  const part = hasParts ? lines.findIndex(line => PART_BEGINS.test(line)) : -1
  const cut = part >= 0 ? part : lines.findIndex((line, index) => announces(line) || beginsHeader(lines, index))
  if (cut < 0) return { own: text, returned: '' }
  return { own: lines.slice(0, cut).join('\n'), returned: lines.slice(cut).join('\n') }
}

function announces (line: string): boolean {
  return line.length < 160 && line.length > 8 && ANNOUNCES.some(pattern => pattern.test(line)) && !SAYS_MORE.test(line)
}

/** Three fields in a row, one of which no person writes: a header begins. */
function beginsHeader (lines: readonly string[], start: number): boolean {
  const names: string[] = []
  for (let index = start; index < Math.min(lines.length, start + 12); index++) {
    const line = lines[index] ?? ''
    const [, name] = FIELD.exec(line) ?? []
    if (name !== undefined) names.push(name)
    else if (names.length === 0 || !/^(?:>\s?)?[ \t]+\S/.test(line)) break
  }
  return names.length >= 3 && names.some(name => WRITTEN_BY_PROGRAMS.test(name))
}

const QUOTED = /^\s*[>|]/
const QUOTE_BEGINS = [
  /^\s*-{2,}\s*(?:original|urspr|forwarded|weitergeleitet|mensaje|message d)/i,
  /^\s*_{5,}\s*$/,
  /^\s*(?:am|on|le|el|il)\b.{5,200}(?:schrieb|wrote|écrit|escribi|scritto).{0,80}:\s*$/i,
  /^\s*(?:von|from|de|da)\s*:\s.{0,200}(?:@|<)/i,
  /^\s*(?:\S+ ){1,6}<\S+@\S+> (?:schrieb|wrote)\b/i,
  /^-- ?$/
]

/** Without what a person quotes line by line; the transcript of a server has more signs, `>>>`. */
export function withoutQuotedLines (text: string): string {
  return linesOf(text).filter(line => !/^>(?: |$)/.test(line)).join('\n')
}

/** What somebody wrote above the mail that they answer: without quotes and signature. */
export function withoutQuotes (text: string): string {
  const lines = linesOf(text)
  const end = lines.findIndex(line => line.length < 400 && QUOTE_BEGINS.some(pattern => pattern.test(line)))
  return lines.slice(0, end < 0 ? lines.length : end).filter(line => !QUOTED.test(line)).join('\n').trim()
}
