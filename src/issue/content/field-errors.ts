import type { z } from 'zod'
import type { BlockKind } from '../blocks/block-kind.js'
import { findKind } from '../blocks/registry.js'

/** One thing an editor must change: where it stands, and a German sentence that says what to do. */
export interface FieldError {
  where: string
  /** The way to the field in what was checked; missing where the text itself cannot be read. */
  path?: readonly PropertyKey[]
  message: string
}

/** Turns zod's problems into errors for editors, in the order of the file. */
export function fieldErrors (kinds: readonly BlockKind[], error: z.ZodError, input: unknown): FieldError[] {
  return error.issues.map(({ path, message }) => ({ where: locationOf(kinds, path, input), path, message }))
}

/**
 * "Block 3 (Artikel), Bild" for ['blocks', 2, 'picture', 'alt']. A field that its kind has no name
 * for is named by the sentence itself.
 */
export function locationOf (kinds: readonly BlockKind[], path: readonly PropertyKey[], input: unknown): string {
  const [first, index, ...fields] = path
  if (first !== 'blocks' || typeof index !== 'number') return 'Ausgabe'
  const kind = findKind(kinds, typeOf(index, input))
  const names = [kind === null ? `Block ${index + 1}` : `Block ${index + 1} (${kind.name})`]
  fields.forEach((key, place) => {
    const next = fields[place + 1]
    const part = typeof next === 'number' ? nameIn(kind?.entries, key) : nameIn(kind?.parts, key)
    if (part !== null) names.push(typeof next === 'number' ? `${part} ${next + 1}` : part)
  })
  return names.join(', ')
}

function nameIn (names: Readonly<Record<string, string>> | undefined, key: PropertyKey | undefined): string | null {
  return names !== undefined && typeof key === 'string' && Object.hasOwn(names, key) ? names[key] ?? null : null
}

function typeOf (index: number, input: unknown): unknown {
  const blocks = isRecord(input) && Array.isArray(input['blocks']) ? input['blocks'] as unknown[] : []
  const block = blocks[index]
  return isRecord(block) ? block['type'] : undefined
}

function isRecord (value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
