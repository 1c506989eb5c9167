import type { Queryable } from '../../platform/database/pool.js'
import { findReserved } from '../issue.queries.js'
import { findLastApproval } from './approval.queries.js'

/** The last approval of a draft's issue. */
export interface Approval {
  id: number
  /** Of the mail that was approved. */
  hash: string
  approver: string
  at: Date
  isWithdrawn: boolean
  /** Why the rule of four eyes was broken; null if it was not. */
  emergency: string | null
  /** Whether it holds for the mail as it is: it is not withdrawn, and names the same bytes. */
  stands: boolean
}

/** How far a draft has come; without a number, it was never approved. */
export interface Standing {
  number: number | null
  slug: string | null
  isPublished: boolean
  approval: Approval | null
}

/** Stands for the approver of an issue that is older than the table of approvals. */
const BEFORE_APPROVALS = 'unknown: before approvals were recorded'

/** By whom an issue was approved, and how: a command takes the name that it is given. */
export interface LastApproval { approver: string, at: Date, how: 'by-second-person' | 'in-emergency' | 'by-command' }

/**
 * Who approved an issue at last, whether that still holds or not; null if nobody knows. The name
 * stays when the account is erased.
 */
export async function lastApprover ({ db }: { db: Queryable }, number: number): Promise<LastApproval | null> {
  const last = await findLastApproval.maybeOne({ number }, db)
  if (last === null || last.approver === BEFORE_APPROVALS) return null
  const { approver, approvedAt: at, emergency, byCommand } = last
  if (byCommand) return { approver, at, how: 'by-command' }
  return { approver, at, how: emergency === null ? 'by-second-person' : 'in-emergency' }
}

const NEVER: Standing = { number: null, slug: null, isPublished: false, approval: null }

/**
 * What is approved of a draft. An approval falls when the mail is another one than it names, and
 * only then: `hash` is that of the mail as it is now.
 */
export async function readStanding (
  { db }: { db: Queryable }, { draft, hash }: { draft: string, hash: string | null }
): Promise<Standing> {
  const issue = await findReserved.maybeOne({ draft }, db)
  if (issue === null) return NEVER
  const { number, slug, state } = issue
  const last = await findLastApproval.maybeOne({ number }, db)
  return {
    number,
    slug,
    isPublished: state === 'published',
    approval: last === null
      ? null
      : {
          id: last.id,
          hash: last.hash,
          approver: last.approver,
          at: last.approvedAt,
          isWithdrawn: last.withdrawn,
          emergency: last.emergency,
          stands: !last.withdrawn && last.hash === hash
        }
  }
}
