import type { z } from 'zod'
import { BLOCK_NAMES } from './blocks.js'

/** One thing an editor must change: where it stands, and a German sentence that says what to do. */
export interface FieldError {
  where: string
  message: string
}

/** Parts of a block that errors name. What is missing here is named by the sentence itself. */
const PARTS: Readonly<Record<string, string>> = {
  picture: 'Bild',
  quotation: 'Zitat',
  link: 'Verweis',
  author: 'Unterschrift',
  registration: 'Anmeldung'
}

const ENTRIES: Readonly<Record<string, string>> = { dates: 'Termin', files: 'Datei' }

/** Turns zod's issues into errors for editors, in the order of the file. */
export function fieldErrors (error: z.ZodError, input: unknown): FieldError[] {
  return error.issues.map(issue => ({ where: locationOf(issue.path, input), message: issue.message }))
}

/** "Block 3 (Artikel), Bild" for ['blocks', 2, 'picture', 'alt']. */
export function locationOf (path: readonly PropertyKey[], input: unknown): string {
  const names: string[] = []
  path.forEach((key, index) => {
    const next = path[index + 1]
    if (typeof key !== 'string') return
    if (index === 0 && key === 'blocks' && typeof next === 'number') names.push(blockName(next, input))
    else if (typeof next === 'number' && ENTRIES[key] !== undefined) names.push(`${ENTRIES[key]} ${next + 1}`)
    else if (index > 0 && PARTS[key] !== undefined) names.push(PARTS[key])
  })
  return names.length === 0 ? 'Ausgabe' : names.join(', ')
}

function blockName (index: number, input: unknown): string {
  const blocks = isRecord(input) && Array.isArray(input['blocks']) ? input['blocks'] as unknown[] : []
  const block = blocks[index]
  const type = isRecord(block) ? block['type'] : undefined
  const name = typeof type === 'string' && Object.hasOwn(BLOCK_NAMES, type) ? BLOCK_NAMES[type as keyof typeof BLOCK_NAMES] : undefined
  return name === undefined ? `Block ${index + 1}` : `Block ${index + 1} (${name})`
}

function isRecord (value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
