import type { Block, List, ListItem, RichText } from './document.js'
import { escapeHeading, escapeLineStarts } from './escape.js'
import { inlineMarkdown } from './inline.js'

/**
 * A formatted text as Markdown, which the parser reads as the same. What Markdown cannot hold is
 * left out: empty paragraphs, items and headings, and spaces that nobody sees.
 */
export function toMarkdown ({ content }: RichText): string {
  return join(filled(content)).join('\n')
}

type Blocks = ReadonlyArray<Block | ListItem>

const isList = (block: Block | undefined): block is List => block?.type.endsWith('_list') === true

/** Without blocks that nobody sees. */
function filled<B extends Block | ListItem> (blocks: readonly B[] = []): B[] {
  return blocks.filter(block => !isEmpty(block))
}

function isEmpty (block: Block | ListItem): boolean {
  if (block.type === 'paragraph' || block.type === 'heading') return inlineMarkdown(block.content ?? []) === ''
  return (block.content as Blocks).every(isEmpty)
}

/** Blocks below each other, with an empty line between them unless they are `close`. */
function join (blocks: readonly Block[], close = false): string[] {
  let isOther = false
  return blocks.flatMap((block, index) => {
    // Two lists of a kind in a row stay two if their signs differ.
    isOther = isList(block) && blocks[index - 1]?.type === block.type && !isOther
    const lines = blockLines(block, isOther)
    return index === 0 || close ? lines : ['', ...lines]
  })
}

function blockLines (block: Block, isOther: boolean): string[] {
  switch (block.type) {
    case 'heading': return [`### ${escapeHeading(inlineMarkdown(block.content ?? []))}`]
    case 'paragraph': return escapeLineStarts(inlineMarkdown(block.content ?? [])).split('\n')
    case 'blockquote': return join(filled(block.content)).map(line => line === '' ? '>' : `> ${line}`)
    case 'bullet_list': return listLines(block, () => isOther ? '* ' : '- ')
    case 'ordered_list': return listLines(block, index => `${block.attrs.order + index}${isOther ? ')' : '.'} `)
  }
}

function listLines (list: List, sign: (index: number) => string): string[] {
  const items = itemsOf(list)
  const isTight = list.attrs.tight && items.every(canBeTight)
  return items.flatMap((blocks, index) => {
    const mark = sign(index)
    const indent = ' '.repeat(mark.length)
    const lines = join(blocks, isTight)
      .map((line, number) => line === '' ? '' : `${number === 0 ? mark : indent}${line}`)
    return index === 0 || isTight ? lines : ['', ...lines]
  })
}

/** An item without text of its own gives its place to the items of the list within it. */
function itemsOf (list: List): Block[][] {
  return filled(list.content).flatMap(item => {
    const [first, ...rest] = filled(item.content)
    if (!isList(first)) return [filled(item.content)]
    const inner = itemsOf(first)
    inner.at(-1)?.push(...rest)
    return inner
  })
}

/** Without an empty line, a paragraph would join the one before it, as would a list from 2 on. */
function canBeTight ([, ...rest]: readonly Block[]): boolean {
  return rest.every((block, index) => (
    isList(block) && (index > 0 || block.type === 'bullet_list' || block.attrs.order === 1)
  ))
}
