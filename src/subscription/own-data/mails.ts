import { openAddress } from '../../platform/crypto/seal.js'
import { hashOf, type MakeMail } from '../compiled-mails.js'
import { changeToken, ownDataToken } from '../links.js'
import type { ReadyMailDeps, ReadyMails } from '../ready-mail.js'
import { findChangeOf, markChangeMailed } from './own-data.queries.js'
import { findForMail } from '../subscription.queries.js'
import { OWN_DATA_TTL_SECONDS } from './validity.js'

/** The mails about a reader's own data. Each is made of what holds when it leaves. */
export function ownDataMails (deps: ReadyMailDeps, make: MakeMail): Omit<ReadyMails, 'sign-up'> {
  const { pool, keys, clock, consentProof } = deps
  const second = (time: Date): number => Math.floor(time.getTime() / 1000)
  const nothing = async (): Promise<void> => {}

  return {
    async 'own-data' (subscriberId) {
      const row = await findForMail.maybeOne({ id: subscriberId }, pool)
      if (row === null) return null
      const { id } = row
      const to = openAddress(keys, id, row.addressSealed)
      const now = clock.now()
      // Valid from now, whenever that is: so it can be tried again as long as it takes.
      const token = ownDataToken(keys, { id, expiresAt: new Date(now.getTime() + OWN_DATA_TTL_SECONDS * 1000) })
      const message = await make({ kind: 'own-data', to, id, occasion: `own-data-${second(now)}`, token })
      return { to, message, secondsLeft: null, taken: nothing }
    },

    async 'new-address' (subscriberId) {
      const found = await findWaiting(subscriberId)
      if (found === null) return null
      const { change: { id, addressSealed, requestedAt }, wording, secondsLeft } = found
      const to = openAddress(keys, id, addressSealed)
      const occasion = `new-address-${second(requestedAt)}`
      const token = changeToken(keys, 'confirm', id)
      const message = await make({ kind: 'new-address', to, id, occasion, token, wording })
      const hash = consentProof ? hashOf(message) : null
      const taken = async (): Promise<void> => { await markChangeMailed.run({ id, now: clock.now(), hash }, pool) }
      return { to, message, secondsLeft, taken }
    },

    async 'address-changing' (subscriberId) {
      const found = await findWaiting(subscriberId)
      if (found === null) return null
      const { change, row, secondsLeft } = found
      const to = openAddress(keys, row.id, row.addressSealed)
      const occasion = `address-changing-${second(change.requestedAt)}`
      const token = changeToken(keys, 'stop', change.id)
      const message = await make({ kind: 'address-changing', to, id: row.id, occasion, token })
      return { to, message, secondsLeft, taken: nothing }
    }
  }

  /** The change of address that waits to be confirmed, and its subscriber. */
  async function findWaiting (subscriberId: string) {
    const row = await findForMail.maybeOne({ id: subscriberId }, pool)
    const change = await findChangeOf.maybeOne({ subscriberId }, pool)
    if (row === null || change === null || row.id !== subscriberId) return null
    const secondsLeft = (change.expiresAt.getTime() - clock.now().getTime()) / 1000
    return secondsLeft > 0 ? { row, change, wording: row.wording, secondsLeft } : null
  }
}
