/** A part of a document. The first cell of a row names what the row is about. */
export type Part =
  | { kind: 'text', text: string }
  | { kind: 'list', items: string[] }
  | { kind: 'table', head: string[], rows: string[][] }

export interface Section { heading: string, parts: Part[] }

/** A document for people, to be shown as a page and written as Markdown. */
export interface GeneratedDocument { title: string, lead: string, sections: Section[] }

export const text = (text: string): Part => ({ kind: 'text', text })
export const list = (items: string[]): Part => ({ kind: 'list', items })
export const table = (head: string[], rows: string[][]): Part => ({ kind: 'table', head, rows })

/** An underscore within a word means nothing. */
const SPECIAL = /[\\`*[\]<>|#]|(?<!\w)_|_(?!\w)/g

/** Characters that mean something in Markdown, also where they come from the settings. */
function escape (text: string): string {
  return text.replace(SPECIAL, '\\$&').replace(/\s*\n\s*/g, ' ')
}

function partLines (part: Part): string[] {
  switch (part.kind) {
    case 'text': return [escape(part.text)]
    case 'list': return part.items.map(item => `- ${escape(item)}`)
    case 'table': {
      const row = (cells: readonly string[]): string => `| ${cells.map(escape).join(' | ')} |`
      return [row(part.head), `|${' --- |'.repeat(part.head.length)}`, ...part.rows.map(row)]
    }
  }
}

/** The document in Markdown (GFM). */
export function toMarkdown ({ title, lead, sections }: GeneratedDocument): string {
  const blocks = [
    [`# ${escape(title)}`],
    [escape(lead)],
    ...sections.flatMap(({ heading, parts }) => [[`## ${escape(heading)}`], ...parts.map(partLines)])
  ]
  return `${blocks.map(lines => lines.join('\n')).join('\n\n')}\n`
}
