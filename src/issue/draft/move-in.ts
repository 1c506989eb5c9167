import type { Clock } from '../../platform/clock.js'
import type { Queryable } from '../../platform/database/pool.js'
import { dayOf } from '../../platform/text/dates.js'
import { insertBlock, takeDraft } from './draft.queries.js'
import { addVersion } from './version.js'

/** A draft of another installation, as it was there. */
export interface ArrivingDraft {
  id: string
  subject: string
  title: string
  preheader: string
  date: string
  slug: string
  createdAt: string
  blocks: ReadonlyArray<{ id: string, kind: string, fields: object }>
}

/** Takes over a draft, as one that nobody has submitted. False if it is here already. */
export async function moveDraftIn (
  { db, clock }: { db: Queryable, clock: Clock }, { blocks, ...draft }: ArrivingDraft
): Promise<boolean> {
  const now = clock.now()
  if (await takeDraft.maybeOne({ ...draft, now, today: dayOf(now) }, db) === null) return false
  for (const [index, { id, kind, fields }] of blocks.entries()) {
    await insertBlock.run({
      id, draft: draft.id, position: index + 1, kind, fields: JSON.stringify(fields), now, editor: null
    }, db)
  }
  await addVersion(db, { clock, editor: null }, { draft: draft.id, reason: 'imported' })
  return true
}
