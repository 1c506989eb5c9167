import type { Queryable } from '../../platform/database/pool.js'
import type { DraftDeps, WitnessedDeps } from '../draft/deps.js'
import { remindAsked, setState } from '../draft/draft.queries.js'
import { inDraft } from '../draft/in-draft.js'
import { readDraft, titleOf } from '../draft/read-draft.js'
import { addVersion } from '../draft/version.js'
import { inTransaction } from '../../platform/database/pool.js'
import { isBarrier } from '../checks/finding.js'
import { refusedApprovers } from './four-eyes.js'
import type { ApprovalDeps, Tell } from './deps.js'
import { readStanding } from './standing.js'

export type Submitted =
  | { result: 'submitted' }
  /** The mail is the one that was approved: nobody has to look again. */
  | { result: 'approved-already' }
  | { result: 'barriers', count: number }
  /** Who was asked to approve has changed something, and may not. */
  | { result: 'asked-refused' }
  | { result: 'gone' }

/**
 * Hands a draft to those who approve; who is `asked` is told by mail. Nothing is submitted that has
 * barriers, because nobody could approve it.
 */
export async function submitDraft (
  deps: ApprovalDeps, { draft: id, asked }: { draft: string, asked: string | null }
): Promise<Submitted> {
  const { clock, editor, witness, tell, previewDraft } = deps
  return await inDraft(deps, id, async (db): Promise<Submitted> => {
    const draft = await readDraft({ pool: db }, id)
    if (draft === null) return { result: 'gone' }
    const { hash, findings } = await previewDraft(draft, { db })
    const count = findings.filter(isBarrier).length
    if (hash === null || count > 0) return { result: 'barriers', count }
    const now = clock.now()
    const common = { id, now, editor, reason: null }
    const { approval } = await readStanding({ db }, { draft: id, hash })
    if (approval?.stands === true) {
      await setState.run({ ...common, state: 'approved', asked: null }, db)
      return { result: 'approved-already' }
    }
    if (asked !== null && (await refusedApprovers({ db }, id)).has(asked)) return { result: 'asked-refused' }
    await setState.run({ ...common, state: 'submitted', asked }, db)
    await addVersion(db, deps, { draft: id, reason: 'submitted' })
    await witness(db, 'draft.submitted', { draft: id })
    if (asked === null) return { result: 'submitted' }
    await tell(db, { kind: 'approval-asked', to: asked, by: editor, draft: id, title: titleOf(draft) })
    return { result: 'submitted' }
  }) ?? { result: 'gone' }
}

/** Takes a submitted draft back to write on. False if it is not submitted. */
export async function takeBack (deps: WitnessedDeps, draft: string): Promise<boolean> {
  const { clock, editor, witness } = deps
  return await inDraft(deps, draft, async db => {
    if (await stateOf(db, draft) !== 'submitted') return false
    await setState.run({ id: draft, state: 'draft', now: clock.now(), editor, reason: null, asked: null }, db)
    await witness(db, 'draft.taken_back', { draft })
    return true
  }) ?? false
}

async function stateOf (db: Queryable, draft: string): Promise<string | null> {
  return (await readDraft({ pool: db }, draft))?.state ?? null
}

const REMIND_AFTER_MS = 24 * 3_600_000

/** Reminds those who were asked to approve a day ago, each once. Returns how many. */
export async function remindApprovers ({ pool, clock, tell }: DraftDeps & { tell: Tell }): Promise<number> {
  const now = clock.now()
  return await inTransaction(pool, async db => {
    const waiting = await remindAsked.run({ now, before: new Date(now.getTime() - REMIND_AFTER_MS) }, db)
    for (const { id, title, asked, stateBy } of waiting) {
      await tell(db, { kind: 'approval-reminder', to: asked, by: stateBy, draft: id, title })
    }
    return waiting.length
  })
}
