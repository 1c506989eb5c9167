import { linesOf } from './fields.js'

/** What a mail says itself, and what it returns of another one. */
export interface Divided { own: string, returned: string }

/** A line that announces the returned message. What is below is not said by who sent the report. */
const ANNOUNCES = [
  /^[\s>*]*[-=_*]{2,}.{0,40}\b(?:copy of|original|unsent|undelivered|returned|included|rejected|your|failed|message header|header of|headers? follow|message (?:text )?follows|ursprüngliche|nachricht|weitergeleitete)\b.{0,60}$/i,
  /^[\s>*]*[-=_*]{2,}.{0,20}\b(?:message|mail)\b.{0,20}[-=_*]{2,}\s*$/i,
  /^[\s>]*(?:this is |here is |below (?:this line )?is |enclosed is |attached is |following is )?(?:the |a |your )?(?:copy of |first \d+ lines of |(?:full |complete |text of )?headers? (?:of|from) )?(?:the |your )?(?:original|returned|undelivered|unsent|rejected|failed) (?:message|mail|e-mail)(?: text| headers?| header fields?| body)?(?: (?:follows?|below|is|was|are|starts?|begins?)\b.{0,40})?\s*:?\s*$/i,
  /^[\s>]*(?:(?:this is|here is|below is|what follows is|following is) )?a copy of (?:the|your) (?:message|mail|e-mail|header)/i,
  /^[\s>]*(?:your message|the (?:message|header|headers|mail)|message headers?|headers?|mail data|message text) (?:text )?(?:follows?|below|was as follows|is attached|reads as follows)\b.{0,20}$/i,
  /\b(?:message|mail|headers?) follows? ?[:.]?\s*[-=_*]*\s*$/i,
  /^[\s>]*-{2,} *(?:forwarded|weitergeleitete|transféré)/i
]
/** What they must not be: announcements of what was said by the servers. */
const SAYS_MORE = /transcript|address|session|recipient|reason|error|diagnostic|fehler|failed to|status|smtp|conversation/i
const FIELD = /^(?:>\s?)?([A-Za-z][A-Za-z0-9-]{1,60}):/
/** Fields that a server or a mail program writes, and nobody else. */
const WRITTEN_BY_PROGRAMS = /^(?:received|return-path|message-id|mime-version|dkim-signature|x-mailer|content-type|delivered-to|domainkey-signature|x-originating-ip|content-transfer-encoding)$/i

/** Parts the text of a report from the message that it returns. */
export function divide (text: string): Divided {
  const lines = linesOf(text)
  const cut = lines.findIndex((line, index) => announces(line) || beginsHeader(lines, index))
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

/** What somebody wrote above the mail that they answer: without quotes and signature. */
export function withoutQuotes (text: string): string {
  const lines = linesOf(text)
  const end = lines.findIndex(line => line.length < 400 && QUOTE_BEGINS.some(pattern => pattern.test(line)))
  return lines.slice(0, end < 0 ? lines.length : end).filter(line => !QUOTED.test(line)).join('\n').trim()
}
