import { createHash } from 'node:crypto'
import type { RenderedIssue } from '../render/render.js'

/**
 * The SHA-256 of a mail: of subject, HTML and text, with a NUL between them. The preview shows it,
 * and an approval names it, so that what is sent is what was seen.
 */
export function mailHash ({ subject, html, text }: Pick<RenderedIssue, 'subject' | 'html' | 'text'>): string {
  return createHash('sha256').update(`${subject}\0`).update(html).update(`\0${text}`).digest('hex')
}
