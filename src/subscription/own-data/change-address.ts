import { randomUUID } from 'node:crypto'
import { sealAddress } from '../../platform/crypto/seal.js'
import { inTransaction } from '../../platform/database/pool.js'
import type { MailAddress } from '../../platform/mail/address.js'
import type { OwnDataLink } from '../links.js'
import { mailboxOfReader } from '../mailboxes.js'
import { hold } from '../subscribe.js'
import { askForChange, stopChange as stop, useLink } from './own-data.queries.js'
import { countRequest, enqueue, type AskDeps } from './ask-link.js'
import { openLink, type ClosedLink } from './open-link.js'

/**
 * What became of the wish for another address. `same`: it is the one that is stored. `pending`:
 * there is no subscription yet that could go on at another address.
 */
export type AskedChange = 'asked' | 'same' | 'pending' | ClosedLink

/**
 * Asks the new address, by mail, to confirm, and tells the old one at once, with a way to stop it.
 * Until then nothing is changed. The link is used up. Nothing tells whether the new address is
 * stored already: that is looked at when it has confirmed.
 */
export async function askToChange (
  deps: AskDeps & { confirmTtlSeconds: number }, link: OwnDataLink, to: Pick<MailAddress, 'address' | 'canonical'>
): Promise<AskedChange> {
  const { pool, keys, clock } = deps
  const opened = await openLink({ db: pool, keys, clock }, link)
  if (opened.state !== 'open') return opened.state
  const { own: { id: subscriberId, state, canonical } } = opened
  if (state === 'pending') return 'pending'
  if (canonical === to.canonical) return 'same'
  const mailbox = mailboxOfReader(keys, to.canonical)
  return await inTransaction(pool, async db => {
    await hold(db, [mailboxOfReader(keys, canonical).signUp, mailbox.signUp])
    const used = await useLink.run({ id: subscriberId, expiresAt: link.expiresAt }, db)
    if (used.length === 0) return 'used'
    const id = randomUUID()
    const now = clock.now()
    const expiresAt = new Date(now.getTime() + deps.confirmTtlSeconds * 1000)
    await askForChange.run({ subscriberId, id, sealed: sealAddress(keys, id, to.address), now, expiresAt }, db)
    const mails = [{ id: subscriberId, about: 'address-changing' }, { id: subscriberId, about: 'new-address' }] as const
    await enqueue(db, deps, 'first', await countRequest(db, clock, mailbox.ownData) ? mails : mails.slice(0, 1))
    return 'asked'
  })
}

/** Stops a change that is not confirmed yet. Returns false if there is none any more. */
export async function stopChange ({ pool }: Pick<AskDeps, 'pool'>, id: string): Promise<boolean> {
  return (await stop.run({ id }, pool)).length > 0
}
