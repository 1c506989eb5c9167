import type { Keyring } from '../platform/crypto/keyring.js'
import type { Clock } from '../platform/clock.js'
import { inTransaction } from '../platform/database/pool.js'
import { parseAddress, type AddressFault, type MailAddress } from '../platform/mail/address.js'
import type { Pool } from 'pg'
import { addressOf } from './address.js'
import { addAccount, findAccount } from './account.js'
import { witnessOf } from './audit.js'
import { markJoined, nameEditor, setPassword } from './editor.queries.js'
import { findLink, useLink, type EditorLink } from './link.js'
import { nameFault, tidyName, type NameFault } from './name.js'
import { hashPassword, passwordFault, type PasswordFault } from './password.js'
import { ROLES } from './role.js'

export interface JoinDeps { pool: Pool, keys: Keyring, clock: Clock, newsletter: string }

/** Who is invited: the link to the first account knows no address yet. */
export interface Invitation { first: boolean, address: string | null }

/** What a link to an account offers; null if it is not one of ours, was used, or has expired. */
export async function findInvitation ({ pool, keys, clock }: JoinDeps, token: string): Promise<Invitation | null> {
  const link = await findLink({ db: pool, keys, clock }, token)
  if (link === null || link.purpose === 'password') return null
  if (link.purpose === 'first') return { first: true, address: null }
  const account = await findAccount({ db: pool }, link.editorId)
  return account === null ? null : { first: false, address: addressOf(keys, account) }
}

export interface JoinForm { name: string, address: string, password: string }

export interface JoinFaults {
  name: NameFault | null
  address: AddressFault | 'taken' | null
  password: PasswordFault | null
}

export type Joined =
  | { kind: 'joined', editorId: string }
  | { kind: 'faults', faults: JoinFaults }
  | { kind: 'gone' }

/**
 * Accepts an invitation: gives the account its name and password, and uses the link up. The account
 * of the first link is made here and may do everything. Faults change nothing.
 */
export async function join (deps: JoinDeps, token: string, form: JoinForm): Promise<Joined> {
  const invitation = await findInvitation(deps, token)
  if (invitation === null) return { kind: 'gone' }
  const name = tidyName(form.name)
  const address = parseAddress(invitation.address ?? form.address)
  const faults: JoinFaults = {
    name: nameFault(name),
    address: address.ok ? null : address.fault,
    password: passwordFault(form.password, [name, invitation.address ?? form.address, deps.newsletter])
  }
  if (!address.ok || faults.name !== null || faults.password !== null) return { kind: 'faults', faults }
  const hash = await hashPassword(form.password)
  return await inTransaction(deps.pool, async (client): Promise<Joined> => {
    const db = client
    const link = await useLink({ ...deps, db }, token)
    if (link === null || link.purpose === 'password') return { kind: 'gone' }
    const editorId = await accountOf({ ...deps, db }, link, address.value)
    if (editorId === null) throw new AddressTaken()
    await nameEditor.run({ id: editorId, name }, db)
    await setPassword.run({ id: editorId, hash }, db)
    await markJoined.run({ id: editorId, now: deps.clock.now() }, db)
    await witnessOf(deps, editorId)(db, 'account.joined', { account: editorId })
    return { kind: 'joined', editorId }
  }).catch((error: unknown): Joined => {
    if (error instanceof AddressTaken) return { kind: 'faults', faults: { ...faults, address: 'taken' } }
    throw error
  })
}

/** Takes the transaction back, so that the link stays. */
class AddressTaken extends Error {}

async function accountOf (
  deps: Parameters<typeof addAccount>[0], link: EditorLink, address: MailAddress
): Promise<string | null> {
  return link.purpose === 'first' ? await addAccount(deps, address, ROLES) : link.editorId
}
