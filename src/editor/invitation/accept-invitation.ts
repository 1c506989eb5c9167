import type { Pool } from 'pg'
import type { Clock } from '../../platform/clock.js'
import type { Keyring } from '../../platform/crypto/keyring.js'
import { inTransaction, type Queryable } from '../../platform/database/pool.js'
import { parseAddress, type AddressFault, type MailAddress } from '../../platform/mail/address.js'
import type { House } from '../../platform/newsletter/house.js'
import { addressOf } from '../account/address.js'
import { addAccount, findAccount, findByAddress } from '../account/account.js'
import { witnessOf } from '../audit/audit.js'
import { markJoined, nameEditor } from '../editor.queries.js'
import { findLink, useLink, type EditorLink } from './link.js'
import { nameFault, tidyName, type NameFault } from '../account/name.js'
import { FIRST_ROLES } from '../account/role.js'

export interface JoinDeps { pool: Pool, keys: Keyring, clock: Clock, house: House }

/** Who is invited: the link to the first account knows no account and no address yet. */
export type Invitation = { first: true, editorId: null, address: null } |
  { first: false, editorId: string, address: string }

/** What a link to an account offers; null if it is not one of ours, was used, or has expired. */
export async function findInvitation ({ pool, keys, clock }: JoinDeps, token: string): Promise<Invitation | null> {
  const link = await findLink({ db: pool, keys, clock }, token)
  if (link === null || link.purpose === 'password') return null
  if (link.purpose === 'first') return { first: true, editorId: null, address: null }
  const account = await findAccount({ db: pool }, link.editorId)
  return account === null ? null : { first: false, editorId: account.id, address: addressOf(keys, account) }
}

export interface PersonFaults {
  name: NameFault | null
  address: AddressFault | 'taken' | null
}

export type Person =
  | { ok: true, name: string, address: MailAddress }
  | { ok: false, name: string, faults: PersonFaults }

/** Reads who accepts an invitation. The address of an invitation counts, not the form's. */
export async function readPerson (
  { pool, keys }: Pick<JoinDeps, 'pool' | 'keys'>, invitation: Invitation, form: { name: string, address: string }
): Promise<Person> {
  const name = tidyName(form.name)
  const address = parseAddress(invitation.address ?? form.address)
  const isTaken = invitation.first && address.ok &&
    await findByAddress({ db: pool, keys }, address.value.canonical) !== null
  const faults: PersonFaults = {
    name: nameFault(name),
    address: isTaken ? 'taken' : address.ok ? null : address.fault
  }
  if (!address.ok || isTaken || faults.name !== null) return { ok: false, name, faults }
  return { ok: true, name, address: address.value }
}

export type Acceptance = { kind: 'joined', editorId: string } | { kind: 'taken' } | { kind: 'gone' }

/**
 * Uses an invitation up, and gives the account its name and, by `equip`, a way to sign in. The
 * account of the first link is made here, with `newId`, and may do everything.
 */
export async function acceptInvitation (
  deps: JoinDeps,
  token: string,
  { name, address, newId }: { name: string, address: MailAddress, newId: string },
  equip: (db: Queryable, editorId: string) => Promise<void>
): Promise<Acceptance> {
  const { pool, keys, clock } = deps
  return await inTransaction(pool, async (db): Promise<Acceptance> => {
    const link = await useLink({ db, keys, clock }, token)
    if (link === null || link.purpose === 'password') return { kind: 'gone' }
    const editorId = await accountOf({ db, keys, clock }, link, { address, newId })
    if (editorId === null) throw new AddressTaken()
    await nameEditor.run({ id: editorId, name }, db)
    await equip(db, editorId)
    await markJoined.run({ id: editorId, now: clock.now() }, db)
    await witnessOf(deps, editorId)(db, 'account.joined', { account: editorId })
    return { kind: 'joined', editorId }
  }).catch((error: unknown): Acceptance => {
    if (error instanceof AddressTaken) return { kind: 'taken' }
    throw error
  })
}

/** Takes the transaction back, so that the link stays. */
class AddressTaken extends Error {}

async function accountOf (
  deps: Parameters<typeof addAccount>[0],
  link: EditorLink,
  { address, newId }: { address: MailAddress, newId: string }
): Promise<string | null> {
  return link.purpose === 'first' ? await addAccount(deps, address, FIRST_ROLES, newId) : link.editorId
}
