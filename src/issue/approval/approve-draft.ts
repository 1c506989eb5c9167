import { createHash } from 'node:crypto'
import type { PoolClient } from 'pg'
import { hasCode } from '../../platform/errors.js'
import { isBarrier } from '../checks/finding.js'
import { setState } from '../draft/draft.queries.js'
import { inDraft } from '../draft/in-draft.js'
import type { DraftPreview } from '../draft/preview-draft.js'
import { readDraft, titleOf } from '../draft/read-draft.js'
import { addVersion } from '../draft/version.js'
import { findByContent, freezeEdition, reserveIssue, reviseIssue } from '../issue.queries.js'
import { findChanged, insertApproval } from './approval.queries.js'
import { summarise } from '../summary.js'
import type { ApprovalDeps } from './deps.js'
import { readStanding } from './standing.js'

export type DraftApproved =
  | { result: 'approved', number: number, secondPerson: boolean }
  /** The same mail was approved before: by another click, or by somebody who was faster. */
  | { result: 'approved-already', number: number, approver: string }
  /** The mail is not the one that the approver saw. */
  | { result: 'changed' }
  | { result: 'barriers', count: number }
  /** The approver changed something themselves since the last approval. */
  | { result: 'own-work' }
  | { result: 'not-submitted' }

interface Order {
  draft: string
  /** Of the mail that the approver saw. */
  hash: string
  /** How the approver is called now. */
  approver: string
  /** Why the rule of four eyes has to be broken, and who is told that it was. */
  emergency?: { reason: string, told: readonly string[] }
}

/** `insufficient_privilege`: raised by the trigger `approval_is_by_another`. */
const REFUSED = '42501'
/** `unique_violation` */
const TAKEN = '23505'
const NOT_SUBMITTED: DraftApproved = { result: 'not-submitted' }

/**
 * Approves a submitted draft: reserves its number, freezes the one mail that everyone will get, and
 * records who approved it. The draft is held meanwhile, so that what is approved is what is stored.
 * The database refuses whom the rule of four eyes refuses.
 */
export async function approveDraft (deps: ApprovalDeps, order: Order): Promise<DraftApproved> {
  try {
    return await inDraft(deps, order.draft, async db => await approveHeld(deps, db, order)) ?? NOT_SUBMITTED
  } catch (error) {
    if (hasCode(error, REFUSED)) return { result: 'own-work' }
    // Another issue took the address, or says the same, at this moment.
    if (hasCode(error, TAKEN)) return { result: 'changed' }
    throw error
  }
}

async function approveHeld (deps: ApprovalDeps, db: PoolClient, order: Order): Promise<DraftApproved> {
  const { draft: id, hash: seen } = order
  const draft = await readDraft({ pool: db }, id)
  if (draft === null) return NOT_SUBMITTED
  const preview = await deps.previewDraft(draft, { db })
  const { hash, findings } = preview
  const { number, approval } = await readStanding({ db }, { draft: id, hash })
  if (approval?.stands === true && number !== null && seen === hash) {
    if (draft.state === 'submitted') await markApproved(deps, db, id)
    return { result: 'approved-already', number, approver: approval.approver }
  }
  if (draft.state !== 'submitted') return NOT_SUBMITTED
  if (hash !== seen || hash === null) return { result: 'changed' }
  const count = findings.filter(isBarrier).length
  if (count > 0) return { result: 'barriers', count }
  if (!await freeze(deps, db, { draft: id, number, preview })) return { result: 'changed' }
  return await record(deps, db, { ...order, number: preview.number, title: titleOf(draft) })
}

/** Stores the mail under its number; false if another issue took number or address meanwhile. */
async function freeze (
  { clock }: ApprovalDeps,
  db: PoolClient,
  { draft, number, preview }: { draft: string, number: number | null, preview: DraftPreview }
): Promise<boolean> {
  const { content, mail, slug } = preview
  const json = JSON.stringify(content)
  const contentHash = createHash('sha256').update(json).digest()
  const [known] = await findByContent.run({ contentHash }, db)
  const isOther = known !== undefined && known.number !== number
  const issue = {
    number: preview.number,
    slug,
    content: json,
    contentHash,
    contentRound: known === undefined ? 0 : known.contentRound + (isOther ? 1 : 0),
    now: clock.now()
  }
  const stored = number === null
    ? await reserveIssue.maybeOne({ ...issue, draft }, db)
    : await reviseIssue.maybeOne(issue, db)
  if (stored === null) return false
  const { subject, html, text: body, page } = mail
  const { title, date } = content
  const summary = JSON.stringify(summarise(content))
  await freezeEdition.run({ number: preview.number, subject, html, body, page, title, date, summary }, db)
  return true
}

async function record (
  deps: ApprovalDeps, db: PoolClient, order: Order & { number: number, title: string }
): Promise<DraftApproved> {
  const { clock, editor, witness, tell } = deps
  const { draft, number, hash, approver, title, emergency } = order
  const now = clock.now()
  const changed = await findChanged.run({ draft, number }, db)
  const secondPerson = !changed.some(({ editorId }) => editorId === editor)
  await insertApproval.run({
    number, mailHash: Buffer.from(hash, 'hex'), approver, now, editor, emergency: emergency?.reason ?? null
  }, db)
  await markApproved(deps, db, draft)
  await addVersion(db, deps, { draft, reason: 'approved' })
  const isEmergency = emergency !== undefined
  await witness(db, 'issue.approved', { issue: number, hash, approver, secondPerson, emergency: isEmergency })
  for (const to of emergency?.told ?? []) {
    await tell(db, { kind: 'emergency-approved', to, by: editor, draft, title })
  }
  return { result: 'approved', number, secondPerson }
}

async function markApproved ({ clock, editor }: ApprovalDeps, db: PoolClient, id: string): Promise<void> {
  await setState.run({ id, state: 'approved', now: clock.now(), editor, reason: null, asked: null }, db)
}
