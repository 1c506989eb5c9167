import type { Place } from './finding.js'
import type { ProsePart } from './prose.js'
import type { TextField } from './text-fields.js'

/** A piece of text as readers read it. A line is a heading, a name, a label. */
export interface Passage extends Place {
  input: 'line' | 'paragraph' | 'prose'
  kind: 'line' | ProsePart['kind']
  text: string
}

/** Cuts a text into what is read at once. What is marked as another language is left out. */
export function passagesOf ({ block, field, input, value, prose, beside }: TextField): Passage[] {
  if (prose !== null) return prose.parts.map(({ kind, text }) => ({ block, field, input: 'prose', kind, text }))
  const isForeign = field.at(-1) === 'text' && typeof beside['language'] === 'string'
  if (isForeign || (input !== 'line' && input !== 'paragraph')) return []
  return [{ block, field, input, kind: input, text: value }]
}
