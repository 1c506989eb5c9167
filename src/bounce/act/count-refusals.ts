import { takeNewRefusals } from '../../delivery/refusals.js'
import type { Context } from '../../platform/context.js'
import { inTransaction } from '../../platform/database/pool.js'
import { findReadersOf } from '../../subscription/end-subscriptions.js'
import { addBounces, addCounts } from '../bounce.queries.js'
import { utcDay } from './days.js'
import { countDomains } from './domains.js'

const AT_ONCE = 500

/**
 * Counts what mailboxes answered while an issue was sent as what came back later is counted: one
 * refusal means one thing. Each counts once, also after a crash. Returns how many.
 */
export async function countRefusals (deps: Context): Promise<number> {
  let total = 0
  for (let more = true; more;) {
    const count = await countSome(deps)
    total += count
    more = count === AT_ONCE
  }
  return total
}

async function countSome ({ pool, keys, clock }: Context): Promise<number> {
  const now = clock.now()
  const day = utcDay(now)
  return await inTransaction(pool, async db => {
    const refusals = await takeNewRefusals(db, { limit: AT_ONCE })
    const readers = await findReadersOf(db, refusals.map(({ id }) => id))
    const counted = refusals.flatMap(({ id, issueNumber: issue, kind }) => {
      const reader = readers.get(id)
      return reader === undefined || kind === 'policy' ? [] : [{ reader, issue, kind }]
    })
    if (counted.length === 0) return refusals.length
    const [issues, kinds] = [counted.map(({ issue }) => issue), counted.map(({ kind }) => kind)]
    await addBounces.run({ day, ids: counted.map(({ reader }) => reader.id), issues, kinds }, db)
    await addCounts.run({ day, issues, kinds, fates: counted.map(() => 'counted') }, db)
    await countDomains({ db, keys, now }, counted)
    return refusals.length
  })
}
