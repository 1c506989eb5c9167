import { createHash } from 'node:crypto'
import type { PoolClient } from 'pg'
import { inTransaction } from '../../platform/database/pool.js'
import { dayOf } from '../../platform/text/dates.js'
import type { FormField } from '../blocks/form.js'
import type { EditingDeps } from './deps.js'
import { decideText, findSave } from './draft.queries.js'
import { readFields, type DraftFields } from './fields.js'
import { inDraft } from './in-draft.js'
import { keepOtherText } from './keep-text.js'
import { blockTarget, headTarget, type Current, type Target } from './save-target.js'

/** Characters of one block, as JSON: as many as a whole issue may have. */
const MOST_CHARACTERS = 300_000

/** What somebody wants to save, and the version of the text that they started from. */
export interface SaveRequest {
  draft: string
  base: number
  /** What was typed, or `FieldsOf`, where one has to know the form to read it. */
  fields: unknown
  /** The other text that this one decides about: somebody saw both. */
  decides?: string | undefined
}

/** What was typed into a form. */
export type FieldsOf = (form: readonly FormField[]) => Record<string, unknown>

/** A text as it stands in the working copy. */
export interface StandingText { fields: DraftFields, version: number, at: Date, by: string | null }

export type SaveResult =
  | { result: 'saved', version: number, savedAt: Date }
  /** Both texts exist: theirs in the working copy, mine as a kept other text. */
  | { result: 'conflict', kept: string, mine: DraftFields, theirs: StandingText }
  /** The block or the draft was removed meanwhile. What still has a place to be kept is kept. */
  | { result: 'gone', kept: string | null }
  | { result: 'too-long' }

/**
 * Saves a block. A request that is repeated after a lost answer is known by its content and the
 * version it started from: it is saved once, and is never a conflict with itself.
 */
export async function saveBlock (
  deps: EditingDeps, { block, ...request }: SaveRequest & { block: string }
): Promise<SaveResult> {
  return await save(deps, blockTarget(request.draft, block), request)
}

/** Saves what an issue says besides its blocks, in the same way. */
export async function saveHead (deps: EditingDeps, request: SaveRequest): Promise<SaveResult> {
  return await save(deps, headTarget(request.draft), request)
}

async function save (deps: EditingDeps, target: Target, request: SaveRequest): Promise<SaveResult> {
  const today = dayOf(deps.clock.now())
  for (;;) {
    const saved = await inTransaction(deps.pool, async db => {
      const current = await target.hold(db)
      if (current === null) return { result: 'gone' as const, kept: null }
      const isClosed = current.deletedAt !== null || current.state === 'published'
      // The first save of a day waits until the draft of the day before is noted.
      if (!isClosed && current.workedOn < today) return null
      return await saveInto(deps, db, { target, current, request, isClosed })
    })
    if (saved !== null) return saved
    await inDraft(deps, request.draft, async () => {})
  }
}

/** `isClosed`: the draft is deleted, or its issue is published. */
interface Attempt { target: Target, current: Current, request: SaveRequest, isClosed: boolean }

async function saveInto (
  deps: EditingDeps, db: PoolClient, { target, current, request, isClosed }: Attempt
): Promise<SaveResult> {
  const { form } = current
  const typed = typeof request.fields === 'function' ? (request.fields as FieldsOf)(form) : request.fields
  const fields = readFields(form, typed)
  const json = JSON.stringify(fields)
  if (json.length > MOST_CHARACTERS) return { result: 'too-long' }
  const text = { draft: request.draft, block: target.block, base: request.base, hash: sha256(json), fields }
  const now = deps.clock.now()
  const written = { writtenAt: now, writtenBy: deps.editor, decidedAt: null, decidedBy: null }

  if (isClosed || current.isRemoved) {
    return { result: 'gone', kept: await keepOtherText(db, { ...text, ...written }) }
  }
  const version = await versionOf(db, { target, current, text, json })
  if (version === null && request.base !== current.version) {
    const kept = await keepOtherText(db, { ...text, ...written })
    return { result: 'conflict', kept, mine: fields, theirs: standing(current) }
  }
  if (request.decides !== undefined) await decide(deps, db, { request, current, target, isWritten: version === null })
  if (version !== null) return { result: 'saved', version, savedAt: now }
  const { base, hash } = text
  const next = await target.write(db, { fields, base, hash, now, editor: deps.editor })
  return { result: 'saved', version: next, savedAt: now }
}

interface Known {
  target: Target
  current: Current
  text: { base: number, hash: Buffer }
  json: string
}

/** The version that holds this text already; null if none does. */
async function versionOf (db: PoolClient, { target, current, text, json }: Known): Promise<number | null> {
  if (JSON.stringify(current.fields) === json) return current.version
  // A save makes a version after the one that it started from: from the newest one, none was made.
  if (text.base === current.version) return null
  const known = await findSave.maybeOne({ target: target.id, base: text.base, hash: text.hash }, db)
  return known?.version ?? null
}

interface Decision { request: SaveRequest, current: Current, target: Target, isWritten: boolean }

/** Notes that somebody decided between two texts. The one that is replaced is kept as well. */
async function decide (
  { clock, editor }: EditingDeps, db: PoolClient, { request, current, target, isWritten }: Decision
): Promise<void> {
  const { draft, decides } = request
  const now = clock.now()
  if (decides === undefined) return
  await decideText.run({ id: decides, draft, now, editor }, db)
  if (!isWritten) return
  await keepOtherText(db, {
    draft,
    block: target.block,
    base: current.version,
    hash: sha256(JSON.stringify(current.fields)),
    fields: current.fields,
    writtenAt: current.changedAt,
    writtenBy: current.changedBy,
    decidedAt: now,
    decidedBy: editor
  })
}

function standing ({ fields, version, changedAt, changedBy }: Current): StandingText {
  return { fields, version, at: changedAt, by: changedBy }
}

function sha256 (text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
