import type { Queryable } from '../platform/database/pool.js'
import { findWaysIn } from './editor.queries.js'

/** Takes a transaction back that would leave an account without a way in. */
export class LastWayIn extends Error {}

/**
 * Throws a LastWayIn if nobody could sign in to an account any more: by a passkey, or by password
 * and authenticator app. Called in the transaction that has taken something away, and that holds
 * the account's row.
 */
export async function refuseLastWayIn ({ db }: { db: Queryable }, editorId: string): Promise<void> {
  const { password, app, passkey } = await findWaysIn.one({ editorId }, db)
  if (!passkey && !(password && app)) throw new LastWayIn()
}
