import { crc32 } from 'node:zlib'
import { z } from 'zod'
import { uuidFromBytes, uuidToBytes } from '../../platform/crypto/uuid.js'

/** A letter for each settled recipient: `s` got the mail, `f` failed, `x` was skipped. */
const OUTCOME = /^[sfx]+$/

const deliverySchema = z.strictObject({
  issue: z.int().positive(),
  language: z.string().min(1),
  round: z.int().positive(),
  mail: z.string().regex(/^[0-9a-f]{64}$/)
})

/** Random ids, 16 bytes each. */
const idsSchema = z.base64().transform((text, context) => {
  const bytes = Buffer.from(text, 'base64')
  if (bytes.length === 0 || bytes.length % 16 !== 0) context.addIssue('not a list of ids')
  return Array.from({ length: bytes.length / 16 }, (_, place) => (
    uuidFromBytes(bytes.subarray(16 * place, 16 * place + 16))
  ))
})

const entrySchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('erased'), ids: idsSchema }),
  z.strictObject({ kind: z.literal('begun'), delivery: deliverySchema }),
  z.strictObject({
    kind: z.literal('settled'), delivery: deliverySchema, ids: idsSchema, outcomes: z.string().regex(OUTCOME)
  }),
  z.strictObject({ kind: z.literal('ended'), delivery: deliverySchema, as: z.enum(['sent', 'cancelled']) })
]).refine(entry => entry.kind !== 'settled' || entry.ids.length === entry.outcomes.length)

/**
 * What the journal knows. `erased`: subscribers by their random ids. `begun`, `settled`, `ended`: a
 * delivery, by what a backup of the database has, too.
 */
export type Entry = z.infer<typeof entrySchema>

/** A line of the journal, without its end: a checksum (CRC-32), a space, and JSON. */
export function writeLine (entry: Entry): string {
  const json = JSON.stringify('ids' in entry ? { ...entry, ids: pack(entry.ids) } : entry)
  return `${checksum(json)} ${json}`
}

/** Null for what is not a line as `writeLine` made it. */
export function readLine (line: string): Entry | null {
  const json = line.slice(9)
  if (line[8] !== ' ' || checksum(json) !== line.slice(0, 8)) return null
  try {
    return entrySchema.safeParse(JSON.parse(json)).data ?? null
  } catch {
    return null
  }
}

function pack (ids: readonly string[]): string {
  return Buffer.concat(ids.map(uuidToBytes)).toString('base64')
}

function checksum (text: string): string {
  return crc32(text).toString(16).padStart(8, '0')
}
