import { inTransaction } from '../../platform/database/pool.js'
import { parseAddress } from '../../platform/mail/address.js'
import { addressOf } from '../account/address.js'
import { findAccount, findByAddress } from '../account/account.js'
import { witnessOf } from '../audit/audit.js'
import { endSessionsOf, findLinkOf, setPassword } from '../editor.queries.js'
import type { JoinDeps } from '../invitation/accept-invitation.js'
import { findLink, makeEditorLink, useLink } from '../invitation/link.js'
import { queueMail } from '../mail-queue.js'
import { hashPassword, passwordFault, type PasswordFault } from './password.js'

const LINK_SECONDS = 3600
/** An account gets at most one such mail within this time. */
const PAUSE_SECONDS = 15 * 60

/**
 * Sends a link to set a new password to an account of this address, if there is one. The caller
 * answers the same either way.
 */
export async function requestPassword (deps: JoinDeps, address: string): Promise<void> {
  const { pool, keys, clock } = deps
  const parsed = parseAddress(address)
  const account = parsed.ok ? await findByAddress({ db: pool, keys }, parsed.value.canonical) : null
  if (account === null || account.joinedAt === null || account.disabledAt !== null) return
  const now = clock.now()
  await inTransaction(pool, async db => {
    const link = await findLinkOf.maybeOne({ editorId: account.id, purpose: 'password', now }, db)
    const secondsLeft = link === null ? 0 : (link.expiresAt.getTime() - now.getTime()) / 1000
    if (secondsLeft > LINK_SECONDS - PAUSE_SECONDS) return
    await makeEditorLink({ db, keys, clock }, {
      purpose: 'password', editorId: account.id, ttlSeconds: LINK_SECONDS
    })
    await queueMail({ db }, { kind: 'password', editorId: account.id })
  })
}

/** Whether a link to set a new password can still be used. */
export async function isPasswordLink ({ pool, keys, clock }: JoinDeps, token: string): Promise<boolean> {
  return (await findLink({ db: pool, keys, clock }, token))?.purpose === 'password'
}

export type PasswordChange = { kind: 'changed' } | { kind: 'gone' } | { kind: 'fault', fault: PasswordFault }

/**
 * Sets a new password by a link, and uses the link up. All sessions of the account end. The second
 * factor stays: the link alone lets nobody in.
 */
export async function resetPassword (deps: JoinDeps, token: string, password: string): Promise<PasswordChange> {
  const { pool, keys, clock } = deps
  const link = await findLink({ db: pool, keys, clock }, token)
  if (link?.purpose !== 'password') return { kind: 'gone' }
  const fault = await faultOf(deps, link.editorId, password)
  if (fault !== null) return { kind: 'fault', fault }
  const hash = await hashPassword(password)
  return await inTransaction(pool, async (db): Promise<PasswordChange> => {
    const used = await useLink({ db, keys, clock }, token)
    if (used?.purpose !== 'password') return { kind: 'gone' }
    await store({ ...deps, db }, { editorId: used.editorId, hash, except: null })
    return { kind: 'changed' }
  })
}

/** Changes the password of somebody who is signed in. Their other sessions end. */
export async function changePassword (
  deps: JoinDeps, { editorId, sessionId, password }: { editorId: string, sessionId: string, password: string }
): Promise<PasswordChange> {
  const fault = await faultOf(deps, editorId, password)
  if (fault !== null) return { kind: 'fault', fault }
  const hash = await hashPassword(password)
  return await inTransaction(deps.pool, async (db): Promise<PasswordChange> => {
    await store({ ...deps, db }, { editorId, hash, except: sessionId })
    return { kind: 'changed' }
  })
}

async function faultOf (
  { pool, keys, house }: JoinDeps, editorId: string, password: string
): Promise<PasswordFault | null> {
  const account = await findAccount({ db: pool }, editorId)
  const { publisher } = await house.current()
  return passwordFault(password, account === null ? [] : [account.name, addressOf(keys, account), publisher.newsletter])
}

async function store (
  { db, clock }: Pick<JoinDeps, 'clock'> & Parameters<typeof queueMail>[0],
  { editorId, hash, except }: { editorId: string, hash: string, except: string | null }
): Promise<void> {
  await setPassword.run({ id: editorId, hash }, db)
  await endSessionsOf.run({ editorId, except }, db)
  await queueMail({ db }, { kind: 'notice', editorId, change: 'password' })
  await witnessOf({ clock }, editorId)(db, 'account.password_changed', { account: editorId })
}
