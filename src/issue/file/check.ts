import type { IssueContent } from '../content/content.js'
import type { FieldError } from '../content/field-errors.js'
import { fileSize } from '../render/format-german.js'
import { readIssueFile } from './read-file.js'
import { renderIssue, type RenderedIssue, type RenderOptions } from '../render/render.js'
import { warningsFor } from './warnings.js'
import { readingTime } from '../render/reading-time.js'

const MAX_LINES = 20

/** What a check found: German lines to print, and whether the issue can be sent as it is. */
export interface Report {
  ok: boolean
  lines: string[]
}

/**
 * Checks an issue's file as far as it can be checked without sending it: content, pictures,
 * rendering and size. Warnings leave `ok` true.
 */
export async function checkIssue (file: string, options: RenderOptions): Promise<Report> {
  const read = await readIssueFile(file)
  if (!read.ok) return { ok: false, lines: errorLines(read.errors) }
  const rendered = await renderIssue(read.content, options)
  return { ok: true, lines: [summary(read.content, rendered), ...firstOf(warningsFor(read.content, rendered))] }
}

/** The first errors as lines: "Block 3 (Artikel), Bild: Der Alternativtext fehlt." */
export function errorLines (errors: readonly FieldError[]): string[] {
  return firstOf(errors.map(error => `${error.where}: ${error.message}`))
}

/** The first lines, and how many more there are. Control characters of the file are replaced: a terminal would obey them. */
function firstOf (lines: string[]): string[] {
  const first = lines.slice(0, MAX_LINES).map(line => line.replace(/[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu, '\ufffd'))
  return lines.length > MAX_LINES ? [...first, `und ${lines.length - MAX_LINES} weitere`] : first
}

function summary (content: IssueContent, rendered: RenderedIssue): string {
  const count = content.blocks.length === 1 ? '1 Block' : `${content.blocks.length} Blöcke`
  const size = (text: string) => fileSize(Buffer.byteLength(text))
  return `In Ordnung: ${count}, HTML ${size(rendered.html)}, Text ${size(rendered.text)}, Lesezeit ${readingTime(content)}.`
}
