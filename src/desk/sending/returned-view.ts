import type { Pool } from 'pg'
import { readHeld } from '../../bounce/act/held.js'
import { countOfIssue } from '../../bounce/act/standing.js'
import { showKinds } from '../returned/came-back.js'

/** What came back of an issue after it was sent. */
export interface ReturnedView {
  kinds: Array<{ name: string, count: number }>
  /** Whether so many mailboxes are said to be gone that somebody has to decide. */
  isHeld: boolean
}

export async function showReturned ({ pool }: { pool: Pool }, issue: number): Promise<ReturnedView> {
  const held = await readHeld({ pool })
  return {
    kinds: showKinds(await countOfIssue({ pool }, issue)),
    isHeld: held.some(({ issueNumber }) => issueNumber === issue)
  }
}
