import { createHash } from 'node:crypto'
import type { RenderedIssue } from './render/render.js'

/**
 * The SHA-256 of a mail: of subject, HTML and text as JSON. The preview shows it, and an approval
 * names it, so that what is sent is what was seen.
 */
export function mailHash ({ subject, html, text }: Pick<RenderedIssue, 'subject' | 'html' | 'text'>): string {
  return createHash('sha256').update(JSON.stringify([subject, html, text])).digest('hex')
}
