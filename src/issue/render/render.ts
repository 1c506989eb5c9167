import { randomUUID } from 'node:crypto'
import { FIRST_ACCENT, mailColours } from '../../platform/mail/accent.js'
import { createPartsCompiler } from '../../platform/mail/mjml-parts.js'
import { TOKEN_PLACEHOLDER } from '../../platform/mail/token-placeholder.js'
import { memo } from '../../platform/memo.js'
import type { Logo } from '../../platform/newsletter/house-settings.js'
import type { Publisher } from '../../platform/newsletter/publisher.js'
import type { FillTemplate } from '../../platform/templates.js'
import { collapseWhitespace } from '../../platform/text/collapse-whitespace.js'
import { tidyText, wrapText } from '../../platform/text/wrap-text.js'
import { ownDataUrl, unsubscribeUrl } from '../../subscription/links.js'
import { de } from '../../texts/de.js'
import type { BlockKind } from '../blocks/block-kind.js'
import { BLOCK_KINDS } from '../blocks/registry.js'
import type { IssueContent } from '../content/content.js'
import { german } from './format.js'
import { viewOf, type IssueView } from './issue-view.js'
import { createBlockRenderer } from './render-block.js'

/**
 * An issue in all its forms. `page` is a fragment of HTML whose headings begin at h2, the others
 * are whole.
 */
export interface RenderedIssue {
  subject: string
  html: string
  text: string
  page: string
  /** Bytes of the mail's HTML that each block makes. */
  weights: number[]
  /** How long reading it takes, "3 Minuten". */
  reading: string
}

export interface RendererOptions {
  /** Where the service is reached, without a slash at the end. */
  publicUrl: string
  publisher: Publisher
  /** What the mail's links and marks are coloured with; the first accent unless given. */
  accent?: string
  /** Stands in the head of the mail in place of the newsletter's name. */
  logo?: Logo | null
  fill: FillTemplate
  /** The kinds of block that the issue may have; all there are unless given. */
  kinds?: readonly BlockKind[]
}

/** `number` is the issue's, which readers see. */
export interface RenderOptions extends RendererOptions { number: number }

/**
 * Renders an issue to subject, mail HTML, mail text and web page. HTML and text each hold
 * `TOKEN_PLACEHOLDER` exactly twice: in the address to unsubscribe and in that of the reader's own
 * data. The page holds none, it is the same for everyone. Throws if the content itself contains the
 * placeholder, because a reader's token would then be filled in there.
 */
export type RenderIssue = (content: IssueContent, number: number) => Promise<RenderedIssue>

/** Renders one issue. Who renders issues again and again keeps a renderer. */
export async function renderIssue (
  content: IssueContent, { number, ...options }: RenderOptions
): Promise<RenderedIssue> {
  return await createIssueRenderer(options)(content, number)
}

/**
 * Makes a renderer that remembers blocks, so that a change of one costs the rendering of one. What
 * it remembers changes no byte of the result.
 */
export function createIssueRenderer (options: RendererOptions): RenderIssue {
  const { publicUrl, publisher, fill, accent = FIRST_ACCENT, logo = null, kinds = BLOCK_KINDS } = options
  const colours = mailColours(accent)
  const shownLogo = logo === null ? null : logoView(logo, publicUrl)
  const words = { ...de.issue.words, unsubscribe: de.issue.words.unsubscribe(publisher.newsletter) }
  const renderBlock = createBlockRenderer({ kinds, fill, words, colours, publicUrl, most: MOST_BLOCKS })
  const compile = createPartsCompiler({ most: MOST_BLOCKS })
  // What stands around the blocks changes with the head of an issue alone.
  const frame = memo(
    async ({ template, count, ...head }: Frame) => {
      const data = { publisher, publicUrl, words, colours, logo: shownLogo, ...head }
      const filled = await fill(template, { ...data, blocks: Array(count).fill(HOLE) })
      return filled.split(HOLE)
    },
    { most: MOST_FRAMES, keyOf: JSON.stringify }
  )

  return async (content, number) => {
    const blocks = []
    for (const index of content.blocks.keys()) blocks.push(await renderBlock({ all: content.blocks, index }))
    const subject = content.subject ?? de.issue.subject(publisher.newsletter, number, content.title)
    const issue = viewOf({ format: german }, content, { number, words: sum(blocks.map(block => block.words)) })
    const links = {
      unsubscribe: unsubscribeUrl(publicUrl, TOKEN_PLACEHOLDER),
      ownData: ownDataUrl(publicUrl, TOKEN_PLACEHOLDER),
      browser: `${publicUrl}/ausgaben/${content.slug}`
    }
    const whole = async (template: string, blocks: readonly string[]): Promise<string> => {
      const pieces = await frame({ template, count: blocks.length, subject, links, issue })
      return pieces.map((piece, index) => piece + (blocks[index] ?? '')).join('')
    }

    const pieces = await frame({ template: 'issue/mail.mjml', count: 1, subject, links, issue })
    const { html, sizes: weights } = await compile(parts => pieces.join(parts), blocks.map(({ mail }) => mail))
    const text = wrapText(tidyText(await whole('issue/mail.txt', blocks.map(block => block.text))))
    const page = collapseWhitespace(await whole('issue/page.liquid', blocks.map(block => block.page)))
    requireOwnPlaceholders(html)
    requireOwnPlaceholders(text)
    return { subject, html, text, page, weights, reading: issue.reading }
  }
}

/** How large a logo is shown at most, in pixels. */
const LOGO_ROOM = { width: 280, height: 72 }

/** A logo as the mail shows it: never larger than it is. */
function logoView ({ name, width, height, alt }: Logo, publicUrl: string): Logo & { url: string } {
  const scale = Math.min(1, LOGO_ROOM.width / width, LOGO_ROOM.height / height)
  const shown = (pixels: number): number => Math.max(1, Math.round(pixels * scale))
  return { name, alt, width: shown(width), height: shown(height), url: `${publicUrl}/bilder/${name}` }
}

/** Of some fifty issues, about 10 KB each. */
const MOST_BLOCKS = 2_000
/** Three of each issue. */
const MOST_FRAMES = 150

interface Frame {
  template: string
  /** How many blocks there are. */
  count: number
  subject: string
  links: Readonly<Record<'unsubscribe' | 'ownData' | 'browser', string>>
  issue: IssueView
}

/** Stands in a frame where a block comes. Nobody can guess it and write it in a text. */
const HOLE = randomUUID()

function sum (values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}

/** How many links of a mail are the reader's own. */
const OWN_LINKS = 2

function requireOwnPlaceholders (rendered: string): void {
  if (rendered.split(TOKEN_PLACEHOLDER).length === OWN_LINKS + 1) return
  throw new Error('Die Ausgabe enthält den Platzhalter für den Abmeldelink im Text. Entfernen Sie ihn.')
}
