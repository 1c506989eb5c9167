import { blockView, type BlockView, type ShowMarkdown } from './block-view.js'
import type { IssueContent } from '../content/content.js'
import { longDay } from './format-german.js'
import { readingTime } from './reading-time.js'

/** What the templates of every channel are filled with: all decisions made, all values formatted. */
export interface IssueView {
  title: string
  preheader: string
  number: number
  day: string
  month: string
  reading: string
  blocks: BlockView[]
}

/** Prepares an issue for the templates. */
export function viewOf (content: IssueContent, number: number, show: ShowMarkdown): IssueView {
  return {
    title: content.title,
    preheader: content.preheader,
    number,
    day: longDay(content.date),
    month: longDay(content.date).replace(/^\d+\. /, ''),
    reading: readingTime(content),
    blocks: content.blocks.map((block, index) => blockView(block, index, content.blocks, show))
  }
}
