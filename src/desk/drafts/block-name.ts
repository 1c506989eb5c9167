import { BLOCK_KINDS, kindOf } from '../../issue/blocks/registry.js'
import type { DraftFields } from '../../issue/draft/fields.js'
import { de } from '../../texts/de.js'

const LONGEST = 60

/** „Artikel ‚Der Brief‘“: what messages and headings call a block of a draft. */
export function blockName ({ kind, fields }: { kind: string, fields: DraftFields }): string {
  return de.drafts.blockName(kindOf(BLOCK_KINDS, { type: kind }).name, headingOf(fields))
}

function headingOf (fields: DraftFields): string {
  const found = ['headline', 'heading', 'title', 'text'].map(key => fields[key]).find(text => typeof text === 'string')
  const text = typeof found === 'string' ? found.trim().replace(/\s+/g, ' ') : ''
  return text.length > LONGEST ? `${text.slice(0, LONGEST).trimEnd()}…` : text
}
