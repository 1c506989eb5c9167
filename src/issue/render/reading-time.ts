import type { Block, IssueContent } from '../content/content.js'
import { minutes, readingMinutes } from './format-german.js'
import { countWords, markdownText } from './markdown-text.js'

/** How many words of running text a block has; facts, names and addresses are looked up, not read. */
function wordsOf (block: Block): number {
  switch (block.type) {
    case 'editorial':
      return countWords(markdownText(block.body))
    case 'article':
      return countWords([block.lead ?? '', markdownText(block.body), block.quotation?.text ?? ''].join(' '))
    case 'event':
    case 'funding_call':
      return countWords(markdownText(block.description ?? ''))
    case 'quotation':
      return countWords(block.text)
    default:
      return 0
  }
}

/** How long reading takes, "3 Minuten": a whole issue or one block of it. */
export function readingTime (read: IssueContent | Block): string {
  const blocks = 'blocks' in read ? read.blocks : [read]
  return minutes(readingMinutes(blocks.reduce((sum, block) => sum + wordsOf(block), 0)))
}
