import type { Pool } from 'pg'
import { isWell, readWaiting } from '../../bounce/act/standing.js'
import type { Clock } from '../../platform/clock.js'
import { de } from '../../texts/de.js'

const texts = de.returned.waiting

/** What administrators have to look at, in sentences; empty for nothing. */
export async function describeWaiting ({ pool, clock }: { pool: Pool, clock: Clock }): Promise<string[]> {
  const { doors, unread: { count }, held } = await readWaiting({ pool, clock })
  const now = clock.now()
  return [
    ...doors.some(door => !isWell(door, now)) ? [texts.door] : [],
    ...held.map(({ issueNumber }) => texts.held(issueNumber)),
    ...count === 0 ? [] : [texts.unread(count, count.toLocaleString(de.locale))]
  ]
}
