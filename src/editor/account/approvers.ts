import type { Queryable } from '../../platform/database/pool.js'
import { listWithRole, type IListWithRoleResult } from '../editor.queries.js'

export type Approver = IListWithRoleResult

/** Everybody with the right to approve whose account is in use, by name. */
export async function listApprovers ({ db }: { db: Queryable }): Promise<Approver[]> {
  return await listWithRole.run({ role: 'approve' }, db)
}
