import type { Place } from './finding.js'
import type { TextField } from './text-fields.js'

/** A link, within a text or in fields of its own. */
export interface Link extends Place {
  /** Where its address stands; a link within a text has it in the same field. */
  address: Place
  /** What readers see; null if the program names the link. */
  text: string | null
  href: string
  /** Whether it stands in Markdown, and then as a bare address. */
  within: { source: string, bare: boolean } | null
}

/** The links that begin at a field: those of a text, or the one whose address it holds. */
export function linksOf ({ block, field, input, value, prose, beside }: TextField): Link[] {
  const place = { block, field }
  if (prose !== null) {
    return prose.links.map(({ text, href, bare }) =>
      ({ ...place, address: place, text, href, within: { source: value, bare } }))
  }
  if (input !== 'url') return []
  const label = beside['label']
  const hasLabel = typeof label === 'string' && label.trim() !== ''
  const labelled = { block, field: [...field.slice(0, -1), 'label'] }
  return [{ ...labelled, address: place, text: hasLabel ? label : null, href: value.trim(), within: null }]
}
