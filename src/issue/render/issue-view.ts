import type { Texts } from '../../texts/de.js'
import type { Block, BlockKind, ViewContext } from '../blocks/block-kind.js'
import { kindOf } from '../blocks/registry.js'
import type { IssueContent } from '../content/content.js'
import type { StoredPicture } from '../content/picture-fields.js'
import type { Format } from './format.js'
import { readingMinutes } from './reading-time.js'

/** What the templates of the whole are filled with: all decisions made, all values formatted. */
export interface IssueView {
  title: string
  preheader: string
  number: number
  day: string
  month: string
  reading: string
}

/**
 * One block, ready for its template: `id` is its anchor, `heading` its h2, `label` stands above it.
 */
export type BlockView =
  { type: string, id: string, heading: string | null, label: string | null } & Record<string, unknown>

/** How one channel (mail, page, text) shows an issue. */
export interface Channel {
  showMarkdown: (source: string) => string
  /** The address of the folder with the pictures, without a slash at its end. */
  pictures: string
}

/** A block among all blocks of its issue. */
export interface BlockPlace { all: readonly Block[], index: number }

export function blockAt ({ all, index }: BlockPlace): Block {
  const block = all[index]
  if (block === undefined) throw new RangeError(`there is no block ${index}`)
  return block
}

export interface ViewDeps { kinds: readonly BlockKind[], texts: Texts, format: Format }

/** Prepares an issue for the templates of the whole. `words` of running text are in its blocks. */
export function viewOf (
  { format }: Pick<ViewDeps, 'format'>, content: IssueContent, { number, words }: { number: number, words: number }
): IssueView {
  const { title, preheader, date } = content
  const day = format.longDay(date)
  const reading = format.minutes(readingMinutes(words))
  return { title, preheader, number, day, month: day.replace(/^\d+\. /, ''), reading }
}

/**
 * Prepares a block for the templates of a channel. `onFollowing` is called if it shows what other
 * blocks hold.
 */
export function blockView (
  deps: ViewDeps, place: BlockPlace, channel: Channel, onFollowing: () => void
): BlockView {
  const { index } = place
  const block = blockAt(place)
  const { picture } = block
  return {
    ...common(deps, block, index),
    picture: picture === undefined ? null : pictureView(picture, channel),
    ...kindOf(deps.kinds, block).view(block, {
      texts: deps.texts,
      format: deps.format,
      show: channel.showMarkdown,
      following: () => {
        onFollowing()
        return followingOf(deps, place)
      }
    })
  }
}

/** The headings of the blocks after one. */
export function followingOf (
  deps: Pick<ViewDeps, 'kinds' | 'texts'>, { all, index }: BlockPlace
): ReturnType<ViewContext['following']> {
  return all.flatMap((other, at) => at > index ? entryOf(common(deps, other, at)) : [])
}

/** The empty alternative text of a decorative picture tells screen readers to pass over it. */
function pictureView (picture: StoredPicture, { pictures }: Channel): Record<string, unknown> {
  const { alt = '', decorative = false } = picture
  return { ...picture, alt, decorative, url: `${pictures}/${picture.name}` }
}

/** The anchor of a block. Its place makes it, so that it never depends on words of a heading. */
export function anchorOf (index: number): string {
  return `abschnitt-${index + 1}`
}

type Common = Pick<BlockView, 'type' | 'id' | 'heading' | 'label'>

function common ({ kinds, texts }: Pick<ViewDeps, 'kinds' | 'texts'>, block: Block, index: number): Common {
  const kind = kindOf(kinds, block)
  return { type: block.type, id: anchorOf(index), heading: kind.heading(block, texts), label: kind.label(block, texts) }
}

function entryOf ({ id, heading, label }: Common): ReturnType<ViewContext['following']> {
  return heading === null ? [] : [{ id, title: heading, label }]
}
