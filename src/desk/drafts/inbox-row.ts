/** How much of a mail a mail program shows in its list, in characters. */
export interface RowWidth {
  subject: number
  preheader: number
  /** Of both together, where they stand on one line. */
  shared: number
}

/** What stands in the row: what is cut ends in an ellipsis. Browsers use it, too. */
export function showInRow (
  { subject, preheader }: { subject: string, preheader: string }, most: RowWidth
): { subject: string, preheader: string } {
  const shown = cut(subject, most.subject)
  return {
    subject: shown,
    preheader: cut(preheader, Math.max(0, Math.min(most.preheader, most.shared - shown.length)))
  }
}

const letters = new Intl.Segmenter('de', { granularity: 'grapheme' })

/** Cuts between what readers take for characters, never within one. */
function cut (text: string, most: number): string {
  // A character is at least one unit of the string: most titles are short, and are not counted.
  if (text.length <= most) return text
  let [count, end] = [0, 0]
  for (const { index } of letters.segment(text)) {
    if (count === most - 1) end = index
    if (++count > most) return `${text.slice(0, end).trimEnd()}${most === 0 ? '' : '…'}`
  }
  return text
}
