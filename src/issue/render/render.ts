import { collapseWhitespace } from '../../platform/text/collapse-whitespace.js'
import { compileMjml } from '../../platform/mail/mjml.js'
import { TOKEN_PLACEHOLDER } from '../../platform/mail/token-placeholder.js'
import type { Publisher } from '../../platform/newsletter/publisher.js'
import type { FillTemplate } from '../../platform/templates.js'
import { tidyText, wrapText } from '../../platform/text/wrap-text.js'
import { unsubscribeUrl } from '../../subscription/links.js'
import { de } from '../../texts/de.js'
import type { BlockKind } from '../blocks/block-kind.js'
import { BLOCK_KINDS } from '../blocks/registry.js'
import type { IssueContent } from '../content/content.js'
import { markdownHtml } from '../content/markdown.js'
import { german } from './format.js'
import { viewOf, type Channel } from './issue-view.js'
import { MAIL_STYLE, PAGE_STYLE } from './markdown-styles.js'
import { markdownText } from './markdown-text.js'

/**
 * An issue in all its forms. `page` is a fragment of HTML whose headings begin at h2, the others
 * are whole.
 */
export interface RenderedIssue {
  subject: string
  html: string
  text: string
  page: string
  /** Of each block: characters of its part before the mail is compiled, to compare blocks by. */
  weights: number[]
}

export interface RenderOptions {
  /** The issue's number, which readers see. */
  number: number
  /** Where the service is reached, without a slash at the end. */
  publicUrl: string
  publisher: Publisher
  fill: FillTemplate
  /** The kinds of block that the issue may have; all there are unless given. */
  kinds?: readonly BlockKind[]
}

/**
 * Renders an issue to subject, mail HTML, mail text and web page. HTML and text each hold the
 * unsubscribe address with `TOKEN_PLACEHOLDER` exactly once; the page holds none, it is the same
 * for everyone. Throws if the content itself contains the placeholder, because a reader's token
 * would then be filled in there.
 */
export async function renderIssue (content: IssueContent, options: RenderOptions): Promise<RenderedIssue> {
  const { number, publisher, publicUrl, fill, kinds = BLOCK_KINDS } = options
  const subject = content.subject ?? de.issue.subject(publisher.newsletter, number, content.title)
  const shared = {
    publisher,
    publicUrl,
    subject,
    words: { ...de.issue.words, unsubscribe: de.issue.words.unsubscribe(publisher.newsletter) },
    links: {
      unsubscribe: unsubscribeUrl(publicUrl, TOKEN_PLACEHOLDER),
      browser: `${publicUrl}/ausgaben/${content.slug}`
    }
  }

  /** Fills one template a block and hands the results to the template of the whole. */
  async function fillAll (
    whole: string, part: (type: string) => string, channel: Channel
  ): Promise<{ filled: string, blocks: string[] }> {
    const issue = viewOf({ kinds, texts: de, format: german }, content, number, channel)
    const blocks: string[] = []
    for (const block of issue.blocks) blocks.push(await fill(part(block.type), { words: shared.words, block }))
    return { filled: await fill(whole, { ...shared, issue, blocks }), blocks }
  }

  const pictures = `${publicUrl}/bilder`
  const mail = await fillAll('issue/mail.mjml', type => `issue/mail/${type}.mjml`,
    { showMarkdown: source => markdownHtml(source, MAIL_STYLE), pictures })
  const { filled: text } = await fillAll('issue/mail.txt', type => `issue/text/${type}.txt`,
    { showMarkdown: markdownText, pictures })
  // Relative to /ausgaben/<slug>, so that pictures load under every address that the service ever
  // has.
  const { filled: page } = await fillAll('issue/page.liquid', type => `issue/page/${type}.liquid`,
    { showMarkdown: source => markdownHtml(source, PAGE_STYLE), pictures: '../bilder' })
  const html = collapseWhitespace(await compileMjml(mail.filled))
  const weights = mail.blocks.map(block => block.length)
  const rendered = { subject, html, text: wrapText(tidyText(text)), page: collapseWhitespace(page), weights }
  requireOnePlaceholder(rendered.html)
  requireOnePlaceholder(rendered.text)
  return rendered
}

function requireOnePlaceholder (rendered: string): void {
  if (rendered.split(TOKEN_PLACEHOLDER).length === 2) return
  throw new Error('Die Ausgabe enthält den Platzhalter für den Abmeldelink im Text. Entfernen Sie ihn.')
}
