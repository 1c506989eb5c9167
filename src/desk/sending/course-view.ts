import type { Pool } from 'pg'
import type { Progress } from '../../delivery/progress.js'
import { lastApprover } from '../../issue/approval/standing.js'
import { dayOf } from '../../platform/text/dates.js'
import { de } from '../../texts/de.js'
import { clockTime, dayAndTime } from '../drafts/times.js'

const texts = de.sending

/** When a delivery began and ended, and who approved the issue, in sentences. */
export async function describeCourse (
  { pool }: { pool: Pool }, number: number, { startedAt, finishedAt }: Pick<Progress, 'startedAt' | 'finishedAt'>
): Promise<string> {
  const approval = await lastApprover({ db: pool }, number)
  return [
    ...startedAt === null ? [] : [describeTimes(startedAt, finishedAt)],
    ...approval === null ? [] : [texts.approved[approval.how](approval.approver, dayAndTime(approval.at))]
  ].join(' ')
}

function describeTimes (from: Date, to: Date | null): string {
  if (to === null) return texts.startedAt(dayAndTime(from))
  return texts.sentFrom(dayAndTime(from), dayOf(from) === dayOf(to) ? clockTime(to) : dayAndTime(to))
}
