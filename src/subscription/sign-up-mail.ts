import { openAddress } from '../platform/crypto/seal.js'
import { hashOf, type MakeMail } from './compiled-mails.js'
import { confirmToken, unsubscribeToken } from './links.js'
import type { ReadyMailDeps, ReadyMails } from './ready-mail.js'
import { findForMail, markMailSent, noteMailForProof, type IFindForMailResult } from './subscription.queries.js'

/** What answers a sign-up: a pending reader is asked to confirm, an active one is told so. */
export function signUpMail (deps: ReadyMailDeps, make: MakeMail): ReadyMails['sign-up'] {
  const { pool, keys, clock, confirmTtlSeconds, consentProof } = deps
  return async subscriberId => {
    const row = await findForMail.maybeOne({ id: subscriberId }, pool)
    if (row === null) return null
    const { id, state, isImported, requestedAt, wording } = row
    const pending = state === 'pending'
    const expiresAt = linkExpiry(row, confirmTtlSeconds)
    const secondsLeft = pending ? (expiresAt.getTime() - clock.now().getTime()) / 1000 : null
    if (secondsLeft !== null && secondsLeft <= 0) return null
    const to = openAddress(keys, id, row.addressSealed)
    const message = await make({
      kind: !pending ? 'already-subscribed' : isImported ? 'confirm-imported' : 'confirm',
      to,
      id,
      occasion: `${pending ? 'confirm' : 'already'}-${Math.floor(requestedAt.getTime() / 1000)}`,
      token: pending ? confirmToken(keys, { id, expiresAt }) : unsubscribeToken(keys, { id, issue: 0 }),
      wording
    })
    return { to, message, secondsLeft, taken }

    async function taken (): Promise<void> {
      const now = clock.now()
      await markMailSent.run({ id, now }, pool)
      if (pending && consentProof) await noteMailForProof.run({ id, now, hash: hashOf(message) }, pool)
    }
  }
}

/** A link is valid from when its mail may leave, as its reader cannot have it earlier. */
function linkExpiry ({ requestedAt, mailDueAt }: IFindForMailResult, confirmTtlSeconds: number): Date {
  return new Date(Math.max(requestedAt.getTime(), mailDueAt?.getTime() ?? 0) + confirmTtlSeconds * 1000)
}
