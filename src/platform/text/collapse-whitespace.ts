/**
 * Drops the indentation and empty lines that templates and MJML leave behind. A line break stays
 * a line break, so no two words grow together, and preformatted text is left as it is.
 */
export function collapseWhitespace (html: string): string {
  return html
    .split(/(<pre[\s>][\s\S]*?<\/pre>)/)
    // In this order no run of spaces is read more than once.
    .map((part, index) => index % 2 === 1 ? part : part.replace(/[ \t]{2,}/g, ' ').replace(/[ \t]?\n\s*/g, '\n'))
    .join('')
    .trim()
}
