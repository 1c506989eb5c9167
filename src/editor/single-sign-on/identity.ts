import type { Clock } from '../../platform/clock.js'
import type { Keyring } from '../../platform/crypto/keyring.js'
import type { Queryable } from '../../platform/database/pool.js'
import type { MailAddress } from '../../platform/mail/address.js'
import { addAccount, findAccount, findByAddress, type Account } from '../account/account.js'
import { witnessOf } from '../audit/audit.js'
import { addressIn, nameIn } from './claims.js'
import {
  findIdentity, forgetLinksOf, hasIdentity, insertIdentity, lockEditor, markJoined, nameEditor, setRoles, touchIdentity
} from '../editor.queries.js'
import type { Claims, IdentityProvider } from './identity-provider.js'
import type { Role } from '../account/role.js'

interface IdentityDeps { db: Queryable, keys: Keyring, clock: Clock }

interface Identity { issuer: string, claims: Claims, roles: readonly Role[] }

/**
 * `no-address`: there is none that the provider has checked. `taken`: the account of the address
 * belongs to another identity, whose address was perhaps given to a new colleague.
 */
type Refusal = { kind: 'no-address' | 'taken' | 'disabled' }

export type Entry = { kind: 'account', editorId: string } | Refusal

/**
 * The account of an identity: the one it was linked to, or the one of its address, or a new one. It
 * gets the roles that the provider gives. Runs within the caller's transaction.
 */
export async function enterByIdentity (deps: IdentityDeps, identity: Identity): Promise<Entry> {
  const { db, clock } = deps
  const { issuer, claims: { sub: subject } } = identity
  const linked = await findIdentity.maybeOne({ issuer, subject }, db)
  const entry: Entry = linked === null ? await link(deps, identity) : { kind: 'account', ...linked }
  if (entry.kind !== 'account') return entry
  await lockEditor.run({ id: entry.editorId }, db)
  const account = await findAccount({ db }, entry.editorId)
  if (account === null || account.disabledAt !== null) return { kind: 'disabled' }
  await touchIdentity.run({ issuer, subject, now: clock.now() }, db)
  await giveRoles(deps, account, identity.roles)
  return entry
}

/** Links an identity to the account of its address; makes one if there is none. */
async function link (deps: IdentityDeps, { issuer, claims, roles }: Identity): Promise<Entry> {
  const { db, keys, clock } = deps
  const address = addressIn(claims)
  if (address === null) return { kind: 'no-address' }
  const { id: editorId, disabledAt, joinedAt } = await findByAddress({ db, keys }, address.canonical) ??
    await make(deps, address, roles)
  if (disabledAt !== null) return { kind: 'disabled' }
  await lockEditor.run({ id: editorId }, db)
  if ((await hasIdentity.one({ editorId, issuer }, db)).has) return { kind: 'taken' }
  const now = clock.now()
  const witness = witnessOf({ clock }, editorId)
  if (joinedAt === null) {
    await nameEditor.run({ id: editorId, name: nameIn(claims, address) }, db)
    await markJoined.run({ id: editorId, now }, db)
    // The invitation is accepted: its link must not make another way in.
    await forgetLinksOf.run({ editorId, purpose: 'invitation' }, db)
    await witness(db, 'account.joined', { account: editorId })
  }
  await insertIdentity.run({ issuer, subject: claims.sub, editorId, now }, db)
  await witness(db, 'account.identity_linked', { account: editorId, issuer })
  return { kind: 'account', editorId }
}

async function make (deps: IdentityDeps, address: MailAddress, roles: readonly Role[]): Promise<Account> {
  const id = await addAccount(deps, address, roles)
  const account = id === null
    ? await findByAddress(deps, address.canonical)
    : await findAccount({ db: deps.db }, id)
  if (account === null) throw new Error('an account that was just made is not there')
  return account
}

async function giveRoles ({ db, clock }: IdentityDeps, account: Account, roles: readonly Role[]): Promise<void> {
  if (account.roles.join() === roles.join()) return
  await setRoles.run({ id: account.id, roles: [...roles] }, db)
  await witnessOf({ clock }, account.id)(db, 'account.roles_by_claim', { account: account.id, roles })
}

/** Whether an account can sign in by the provider, if there is one. */
export async function hasIdentityAt (
  { db, provider }: { db: Queryable, provider: IdentityProvider | null }, editorId: string
): Promise<boolean> {
  return provider !== null && (await hasIdentity.one({ editorId, issuer: provider.settings.issuer }, db)).has
}
