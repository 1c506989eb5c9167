import type { MailColours } from '../../platform/mail/accent.js'
import type { FillTemplate } from '../../platform/templates.js'
import { de } from '../../texts/de.js'
import type { BlockKind } from '../blocks/block-kind.js'
import { kindOf } from '../blocks/registry.js'
import { markdownHtml } from '../content/markdown.js'
import { german } from './format.js'
import { blockAt, blockView, followingOf, type BlockPlace, type Channel } from './issue-view.js'
import { mailStyle, PAGE_STYLE } from './markdown-styles.js'
import { markdownText } from './markdown-text.js'

/** A block in all its forms: MJML, plain text and HTML; and how many words there are to read. */
export interface RenderedBlock { mail: string, text: string, page: string, words: number }

export type RenderBlock = (place: BlockPlace) => Promise<RenderedBlock>

interface Deps {
  kinds: readonly BlockKind[]
  fill: FillTemplate
  words: Record<string, unknown>
  colours: MailColours
  publicUrl: string
  /** How many blocks are remembered. */
  most: number
}

/**
 * Makes a renderer of blocks. It remembers the newest, also those that show the headings of the
 * blocks behind them.
 */
export function createBlockRenderer ({ kinds, fill, words, colours, publicUrl, most }: Deps): RenderBlock {
  const known = new Map<string, RenderedBlock | 'looks ahead'>()
  const ahead = (place: BlockPlace): string => JSON.stringify(followingOf({ kinds, texts: de }, place))
  const pictures = `${publicUrl}/bilder`
  const style = mailStyle(colours)
  const mail: Channel = { showMarkdown: source => markdownHtml(source, style), pictures }
  const text: Channel = { showMarkdown: markdownText, pictures }
  // Relative to /ausgaben/<slug>, so that pictures load under every address that the service ever
  // has.
  const page: Channel = { showMarkdown: source => markdownHtml(source, PAGE_STYLE), pictures: '../bilder' }

  return async place => {
    const block = blockAt(place)
    const key = JSON.stringify([place.index, block])
    const found = known.get(key)
    const remembered = found === 'looks ahead' ? known.get(key + ahead(place)) : found
    if (typeof remembered === 'object') return remembered

    let standsAlone = true
    const filled = async (template: string, channel: Channel): Promise<string> => {
      const view = blockView({ kinds, texts: de, format: german }, place, channel, () => { standsAlone = false })
      return await fill(template, { words, colours, block: view })
    }
    const { type } = block
    const rendered = {
      mail: await filled(`issue/mail/${type}.mjml`, mail),
      text: await filled(`issue/text/${type}.txt`, text),
      page: await filled(`issue/page/${type}.liquid`, page),
      words: kindOf(kinds, block).words(block)
    }
    known.set(key, standsAlone ? rendered : 'looks ahead')
    if (!standsAlone) known.set(key + ahead(place), rendered)
    for (const oldest of known.keys()) {
      if (known.size <= most) break
      known.delete(oldest)
    }
    return rendered
  }
}
