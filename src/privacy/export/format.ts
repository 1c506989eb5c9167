import { z } from 'zod'

export const FORMAT = 'integrationsbrief-export'
export const VERSION = 1

// Documented in docs/archive-format.md, to the letter.

const time = z.iso.datetime()
const date = z.iso.date()
const text = z.string()
const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const number = z.int().positive()
const fileName = z.string().regex(/^[0-9a-f]{64}\.[a-z0-9]{2,5}$/)
const fields = z.record(text, z.unknown())

const proof = z.object({
  wording: number, asked_at: time, mailed_at: time.nullable(), mail_sha256: sha256.nullable(), confirmed_at: time
})

/** What a line of an archive may be, by its `kind`. */
const recordSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('archive'), format: z.literal(FORMAT), version: z.literal(VERSION), id: z.uuid(), made_at: time
  }),
  z.object({ kind: z.literal('setting'), name: text, value: z.unknown() }),
  z.object({ kind: z.literal('picture'), name: fileName, type: text, data: z.base64() }),
  z.object({ kind: z.literal('document'), name: fileName, type: text, file_name: text, data: z.base64() }),
  z.object({
    kind: z.literal('draft'),
    id: z.uuid(),
    subject: text,
    title: text,
    preheader: text,
    date: text,
    slug: text,
    created_at: time,
    blocks: z.array(z.object({ id: z.uuid(), kind: text, fields }))
  }),
  z.object({
    kind: z.literal('issue'),
    number,
    slug: text,
    content: z.record(text, z.unknown()),
    content_sha256: sha256,
    content_round: z.int().min(0).max(32_767),
    approved_at: time,
    published_at: time,
    editions: z.array(z.object({
      language: text, subject: text, html: text, body: text, page: text, title: text, date, summary: fields
    })).min(1),
    corrections: z.array(z.object({ text: text.min(1), at: time })),
    withdrawal: z.object({ reason: text.min(1), at: time }).nullable()
  }),
  z.object({ kind: z.literal('suppression_key'), number, key: z.base64().length(44) }),
  z.object({
    kind: z.literal('suppression'),
    fingerprint: sha256,
    key: number,
    reason: z.enum(['hard_bounce', 'soft_bounces', 'complaint', 'reader', 'import']),
    since: time,
    until: time
  }),
  z.object({ kind: z.literal('wording'), number, text, first_shown_at: time }),
  z.object({ kind: z.literal('source'), number, text, first_noted_at: time }),
  z.object({
    kind: z.literal('subscriber'),
    id: z.uuid(),
    address: text,
    state: z.enum(['active', 'pending']),
    wording: number,
    source: number.nullable(),
    requested_at: time,
    mail_sent_at: time.nullable(),
    confirmed_at: time.nullable(),
    proof: proof.nullable()
  }),
  z.object({ kind: z.literal('end'), records: z.record(text, z.int()), sha256 })
])

export type ArchiveRecord = z.infer<typeof recordSchema>
export type Kind = ArchiveRecord['kind']
export type RecordOf<K extends Kind> = Extract<ArchiveRecord, { kind: K }>

/** How many records there are of each kind, without the end. */
export type Counts = Record<string, number>

export type ReadRecord =
  | { ok: true, record: ArchiveRecord }
  | { ok: false, fault: 'garbage' | 'unknown_kind' | 'newer' }

const loose = z.looseObject({ kind: z.string(), format: z.unknown(), version: z.unknown() }).partial({
  format: true, version: true
})
const KINDS: ReadonlySet<string> = new Set(recordSchema.options.map(({ shape: { kind } }) => kind.value))

/** Reads a line of an archive. */
export function readRecord (line: string): ReadRecord {
  const json = parse(line)
  const read = recordSchema.safeParse(json)
  if (read.success) return { ok: true, record: read.data }
  const { success, data } = loose.safeParse(json)
  if (!success) return { ok: false, fault: 'garbage' }
  const isOurs = data.kind === 'archive' && data.format === FORMAT
  if (isOurs && data.version !== VERSION) return { ok: false, fault: 'newer' }
  return { ok: false, fault: KINDS.has(data.kind) ? 'garbage' : 'unknown_kind' }
}

function parse (line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return null
  }
}
