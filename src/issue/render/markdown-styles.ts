import type { MailColours } from '../../platform/mail/accent.js'
import type { TagAttributes } from '../content/markdown.js'

const spaced = { style: 'margin:0 0 16px' }
const listed = { style: 'margin:0 0 16px;padding:0 0 0 24px' }

/**
 * How Markdown's tags look in a mail, written on each tag because many mail readers drop style
 * sheets. Links have the accent.
 */
export const mailStyle = ({ accent }: MailColours): TagAttributes => ({
  p: spaced,
  ul: listed,
  ol: listed,
  li: { style: 'margin:0 0 8px' },
  a: { style: `color:${accent};text-decoration:underline` },
  h3: { style: 'margin:24px 0 8px;font-size:20px;line-height:28px;font-weight:600' },
  h4: { style: 'margin:20px 0 8px;font-size:18px;line-height:26px;font-weight:600' },
  h5: { style: 'margin:20px 0 8px;font-size:16px;line-height:26px;font-weight:600' },
  h6: { style: 'margin:20px 0 8px;font-size:16px;line-height:26px;font-weight:600' },
  blockquote: { style: 'margin:0 0 16px;padding:0 0 0 20px;border-left:4px solid #10bdec' },
  pre: { style: 'margin:0 0 16px;white-space:pre-wrap;word-break:break-word' },
  code: { style: 'font-family:Consolas,Menlo,monospace;font-size:15px' },
  hr: { style: 'border:0;border-top:1px solid #a9aec6;margin:24px 0' }
})

/** The same tags on a page: KERN's classes, no inline styles, which the security policy forbids. */
export const PAGE_STYLE: TagAttributes = {
  p: { class: 'kern-body' },
  ul: { class: 'kern-list kern-list--bullet' },
  ol: { class: 'kern-list kern-list--number' },
  a: { class: 'kern-link' },
  h3: { class: 'kern-heading-small' },
  h4: { class: 'kern-title' },
  h5: { class: 'kern-title kern-title--small' },
  h6: { class: 'kern-title kern-title--small' },
  hr: { class: 'kern-divider' }
}
