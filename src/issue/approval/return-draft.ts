import { randomUUID } from 'node:crypto'
import { insertComment, setState } from '../draft/draft.queries.js'
import { storable } from '../draft/fields.js'
import { inDraft } from '../draft/in-draft.js'
import { readDraft, titleOf } from '../draft/read-draft.js'
import { addVersion } from '../draft/version.js'
import { withdrawApproval } from './approval.queries.js'
import type { ApprovalDeps } from './deps.js'
import { readStanding } from './standing.js'

/** Characters of a reason at most. */
const LONGEST_REASON = 2_000

export type Returned = 'returned' | 'no-reason' | 'too-long' | 'not-submitted'

/**
 * Gives a submitted or approved draft back to those who write, with a reason. An approval that was
 * given is withdrawn, and who submitted the draft is told by mail.
 */
export async function returnDraft (
  deps: Omit<ApprovalDeps, 'previewDraft'>, { draft: id, reason: typed }: { draft: string, reason: string }
): Promise<Returned> {
  const { clock, editor, witness, tell } = deps
  const reason = storable(typed).trim()
  if (reason === '') return 'no-reason'
  if (reason.length > LONGEST_REASON) return 'too-long'
  return await inDraft(deps, id, async (db): Promise<Returned> => {
    const draft = await readDraft({ pool: db }, id)
    if (draft === null || (draft.state !== 'submitted' && draft.state !== 'approved')) return 'not-submitted'
    const now = clock.now()
    const { approval } = await readStanding({ db }, { draft: id, hash: null })
    if (approval !== null && !approval.isWithdrawn) {
      await withdrawApproval.run({ id: approval.id, now, editor }, db)
    }
    await setState.run({ id, state: 'returned', now, editor, reason, asked: null }, db)
    await insertComment.run({ id: randomUUID(), draft: id, block: null, text: reason, now, editor }, db)
    await addVersion(db, deps, { draft: id, reason: 'returned' })
    await witness(db, 'draft.returned', { draft: id })
    const { stateBy } = draft
    if (stateBy !== null && stateBy !== editor) {
      await tell(db, { kind: 'draft-returned', to: stateBy, by: editor, draft: id, title: titleOf(draft) })
    }
    return 'returned'
  }) ?? 'not-submitted'
}
