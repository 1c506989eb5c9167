import type { BlockKind } from '../blocks/block-kind.js'
import { BLOCK_KINDS } from '../blocks/registry.js'
import { checkIssueContent } from '../checks/check-content.js'
import type { Finding } from '../checks/finding.js'
import type { IssueContent } from '../content/content.js'
import { locationOf, type FieldError } from '../content/field-errors.js'
import { german } from '../render/format.js'
import { renderIssue, type RenderedIssue, type RenderOptions } from '../render/render.js'
import { readIssueFile } from './read-file.js'

const MAX_LINES = 20

/** What a check found: German lines to print, and whether the issue can be sent as it is. */
export interface Report {
  ok: boolean
  lines: string[]
}

/**
 * Checks an issue's file as far as it can be checked without sending it: content, pictures,
 * rendering and what the checks find, as if it were sent on the date that it bears. Hints leave
 * `ok` true.
 */
export async function checkIssue (file: string, options: RenderOptions): Promise<Report> {
  const { kinds = BLOCK_KINDS, publicUrl } = options
  const read = await readIssueFile(file, kinds)
  if (!read.ok) return { ok: false, lines: errorLines(read.errors) }
  const { content } = read
  const rendered = await renderIssue(content, options)
  const findings = checkIssueContent({ kinds, publicUrl }, { issue: content, rendered, sendAt: content.date })
  const ok = findings.every(({ level }) => level === 'hint')
  const lines = findings.map(finding => findingLine(kinds, content, finding))
  const verdict = ok ? 'In Ordnung' : 'Noch nicht fertig'
  return { ok, lines: [`${verdict}: ${summary(content, rendered)}`, ...firstOf(lines)] }
}

const LEVELS = { barrier: 'Hindernis', hint: 'Hinweis' }

/** "Hinweis: Block 3 (Artikel), Bild: … (alt-long)" */
function findingLine (kinds: readonly BlockKind[], content: IssueContent, finding: Finding): string {
  const { code, level, block, field, message } = finding
  const path = field.map(key => /^\d+$/.test(key) ? Number(key) : key)
  const where = block === null ? '' : `${locationOf(kinds, ['blocks', block, ...path], content)}: `
  return `${LEVELS[level]}: ${where}${message} (${code})`
}

/** The first errors as lines: "Block 3 (Artikel), Bild: Der Alternativtext fehlt." */
export function errorLines (errors: readonly FieldError[]): string[] {
  return firstOf(errors.map(error => `${error.where}: ${error.message}`))
}

/**
 * Characters of the file that a terminal would obey: controls, and what turns the direction of
 * text.
 */
const OBEYED = /[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu

/** The first lines, and how many more there are. */
function firstOf (lines: string[]): string[] {
  const first = lines.slice(0, MAX_LINES).map(line => line.replace(OBEYED, '\ufffd'))
  return lines.length > MAX_LINES ? [...first, `und ${lines.length - MAX_LINES} weitere`] : first
}

function summary (content: IssueContent, rendered: RenderedIssue): string {
  const count = content.blocks.length === 1 ? '1 Block' : `${content.blocks.length} Blöcke`
  const size = (text: string): string => german.fileSize(Buffer.byteLength(text))
  return `${count}, HTML ${size(rendered.html)}, Text ${size(rendered.text)}, Lesezeit ${rendered.reading}.`
}
