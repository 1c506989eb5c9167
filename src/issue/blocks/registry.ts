import { article } from './article.js'
import type { BlockKind } from './block-kind.js'
import { downloads } from './downloads.js'
import { editorial } from './editorial.js'
import { event } from './event.js'
import { fundingCall } from './funding-call.js'
import { pressContact } from './press-contact.js'
import { quotation } from './quotation.js'
import { tableOfContents } from './table-of-contents.js'

/** Every kind of block that an issue can have, in the order in which messages list them. */
export const BLOCK_KINDS: readonly BlockKind[] = [
  editorial,
  article,
  event,
  fundingCall,
  quotation,
  pressContact,
  downloads,
  tableOfContents
]

/** The kind of a block by its type; null for a type that nobody knows. */
export function findKind (kinds: readonly BlockKind[], type: unknown): BlockKind | null {
  return kinds.find(kind => kind.type === type) ?? null
}

/** The kind of a block that was checked before. Throws if nobody knows it. */
export function kindOf (kinds: readonly BlockKind[], { type }: { type: string }): BlockKind {
  const kind = findKind(kinds, type)
  if (kind === null) throw new Error(`there is no kind of block "${type}"`)
  return kind
}
