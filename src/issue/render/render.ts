import { collapseWhitespace } from '../../platform/text/collapse-whitespace.js'
import { compileMjml } from '../../platform/mail/mjml.js'
import { TOKEN_PLACEHOLDER } from '../../platform/mail/token-placeholder.js'
import type { Publisher } from '../../platform/newsletter/publisher.js'
import type { FillTemplate } from '../../platform/templates.js'
import { tidyText, wrapText } from '../../platform/text/wrap-text.js'
import type { IssueContent } from '../content/content.js'
import { MAIL_STYLE, PAGE_STYLE } from './markdown-styles.js'
import { markdownHtml } from '../content/markdown.js'
import { markdownText } from './markdown-text.js'
import { viewOf } from './issue-view.js'

/** An issue in all its forms. `page` is a fragment of HTML whose headings begin at h2, the others are whole. */
export interface RenderedIssue {
  subject: string
  html: string
  text: string
  page: string
}

export interface RenderOptions {
  /** The issue's number, which readers see. */
  number: number
  /** Where the service is reached, without a slash at the end. */
  publicUrl: string
  publisher: Publisher
  fill: FillTemplate
}

/**
 * Renders an issue to subject, mail HTML, mail text and web page. HTML and text each hold the
 * unsubscribe address with `TOKEN_SLOT` exactly once; the page holds none, it is the same for everyone.
 * Throws if the content itself contains the slot, because a reader's token would then be filled in there.
 */
export async function renderIssue (content: IssueContent, options: RenderOptions): Promise<RenderedIssue> {
  const { number, publisher, fill } = options
  const publicUrl = options.publicUrl.replace(/\/+$/, '')
  const subject = subjectOf(content, number, publisher)
  const shared = {
    publisher,
    publicUrl,
    subject,
    links: {
      unsubscribe: `${publicUrl}/abmelden/${TOKEN_PLACEHOLDER}`,
      browser: `${publicUrl}/ausgaben/${content.slug}`,
      pictures: `${publicUrl}/bilder`
    }
  }
  const mail = viewOf(content, number, source => markdownHtml(source, MAIL_STYLE))
  const mjml = await fill('issue/mail.mjml', { ...shared, issue: mail })
  const text = await fill('issue/mail.txt', { ...shared, issue: viewOf(content, number, markdownText) })
  const page = await fill('issue/page.liquid', {
    // Relative to /ausgaben/<slug>, so that pictures load under every address that the service ever has.
    pictures: '../bilder',
    issue: viewOf(content, number, source => markdownHtml(source, PAGE_STYLE))
  })
  const rendered = { subject, html: collapseWhitespace(await compileMjml(mjml)), text: wrapText(tidyText(text)), page: collapseWhitespace(page) }
  requireOneSlot(rendered.html)
  requireOneSlot(rendered.text)
  return rendered
}

/** What stands in the subject line when editors give none of their own. */
function subjectOf (content: Pick<IssueContent, 'subject' | 'title'>, number: number, publisher: Publisher): string {
  return content.subject ?? `${publisher.newsletter} ${number}: ${content.title}`
}

function requireOneSlot (rendered: string): void {
  if (rendered.split(TOKEN_PLACEHOLDER).length !== 2) throw new Error('Die Ausgabe enthält den Platzhalter für den Abmeldelink im Text. Entfernen Sie ihn.')
}
