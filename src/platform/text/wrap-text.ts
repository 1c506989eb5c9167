/** Columns that every mail reader shows without breaking lines of its own. */
const COLUMNS = 72

/**
 * Wraps plain text at 72 columns between words. What continues a list item or a quotation is
 * indented below its beginning; a word longer than a line, such as an address, keeps a line of its
 * own.
 */
export function wrapText (text: string): string {
  return text.split('\n').map(wrapLine).join('\n')
}

function wrapLine (line: string): string {
  if (line.length <= COLUMNS) return line.trimEnd()
  const lead = /^(?:> )*\s*(?:[-*] |\d{1,3}\. )?/.exec(line)?.[0] ?? ''
  const indent = lead.replace(/[-*] $|\d{1,3}\. $/, mark => ' '.repeat(mark.length))
  const lines: string[] = []
  let current = lead
  let empty = true
  for (const word of line.slice(lead.length).split(' ').filter(part => part !== '')) {
    if (!empty && current.length + 1 + word.length > COLUMNS) {
      lines.push(current)
      current = indent + word
    } else {
      current += empty ? word : ` ${word}`
    }
    empty = false
  }
  return [...lines, current].join('\n')
}

/** At most one empty line in a row, none at the ends, one line break at the very end. */
export function tidyText (text: string): string {
  return `${text.split('\n').map(line => line.trimEnd()).join('\n').replace(/\n{3,}/g, '\n\n').trim()}\n`
}
