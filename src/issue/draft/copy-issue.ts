import { inTransaction } from '../../platform/database/pool.js'
import { parseContent } from '../content/content.js'
import { findContent } from '../issue.queries.js'
import { beginDraft, beginningOf } from './create-draft.js'
import type { WitnessedDeps } from './deps.js'

/**
 * Makes a draft of an issue that was approved before, and returns its id. Date and slug stay empty:
 * no issue should appear under those of another. Null if there is no such issue.
 */
export async function copyIssue (deps: WitnessedDeps, issue: number): Promise<string | null> {
  return await inTransaction(deps.pool, async db => {
    const found = await findContent.maybeOne({ number: issue }, db)
    if (found === null) return null
    const parsed = parseContent(found.content)
    if (!parsed.ok) throw new Error(`the content of issue ${issue} is not valid any more`)
    const { head: { date, slug, ...head }, blocks } = beginningOf(parsed.content)
    const draft = await beginDraft(deps, db, { head, blocks })
    await deps.witness(db, 'draft.copied', { draft, issue })
    return draft
  })
}
