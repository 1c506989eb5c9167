import type { Queryable } from '../../platform/database/pool.js'
import { findWaysIn } from '../editor.queries.js'
import { hasIdentityAt } from '../single-sign-on/identity.js'
import type { IdentityProvider } from '../single-sign-on/identity-provider.js'

/** Takes a transaction back that would leave an account without a way in. */
export class LastWayIn extends Error {}

/**
 * Throws a LastWayIn if nobody could sign in to an account any more: by a passkey, by password and
 * authenticator app, or by the house's provider of identities. Called in the transaction that has
 * taken something away, and that holds the account's row.
 */
export async function refuseLastWayIn (
  { db, provider }: { db: Queryable, provider: IdentityProvider | null }, editorId: string
): Promise<void> {
  const { password, app, passkey } = await findWaysIn.one({ editorId }, db)
  if (passkey || (password && app) || await hasIdentityAt({ db, provider }, editorId)) return
  throw new LastWayIn()
}
