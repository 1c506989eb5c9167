import type { List, ListItem, Paragraph } from './document.js'

/** An item of a list that is told by its depth alone, as Word does. */
export interface FlatItem {
  /** From 1. */
  level: number
  isOrdered: boolean
  /** The number of the item, if it is the first of its list. */
  start: number
  blocks: Array<Paragraph | List>
}

/** Puts items into lists, and those that are deeper into lists within the item before them. */
export function nest (items: readonly FlatItem[]): List[] {
  const lists: List[] = []
  for (let index = 0; index < items.length;) {
    const first = items[index] as FlatItem
    // One that is deeper than its list, and has no item above it, is as deep as it can be.
    let end = index + 1
    while (end < items.length && belongsTo(items[end] as FlatItem, first)) end++
    lists.push(listOf(items.slice(index, end), first))
    index = end
  }
  return lists
}

function belongsTo (item: FlatItem, { level, isOrdered }: FlatItem): boolean {
  return item.level > level || (item.level === level && item.isOrdered === isOrdered)
}

function listOf (items: readonly FlatItem[], { level, isOrdered, start }: FlatItem): List {
  const content: ListItem[] = []
  for (let index = 0; index < items.length;) {
    let end = index + 1
    while (end < items.length && (items[end] as FlatItem).level > level) end++
    content.push(...itemFrom((items[index] as FlatItem).blocks, nest(items.slice(index + 1, end))))
    index = end
  }
  const tight = content.every(item => item.content.filter(({ type }) => type === 'paragraph').length <= 1)
  return isOrdered
    ? { type: 'ordered_list', attrs: { tight, order: start }, content }
    : { type: 'bullet_list', attrs: { tight }, content }
}

/** An item begins with text. One that is nothing but a list gives it its place. */
function itemFrom (blocks: ReadonlyArray<Paragraph | List>, deeper: readonly List[]): ListItem[] {
  const all = [...blocks, ...deeper]
  const [first, ...rest] = all
  if (first === undefined) return []
  if (first.type === 'paragraph') return [{ type: 'list_item', content: all }]
  if (rest.length === 0) return first.content
  return [{ type: 'list_item', content: [{ type: 'paragraph' }, ...all] }]
}
