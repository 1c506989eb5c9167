import type { Pool } from 'pg'
import { z } from 'zod'
import type { Clock } from '../platform/clock.js'
import type { Keyring } from '../platform/keyring.js'
import type { Log } from '../platform/log.js'
import { compileMail } from '../platform/mail/compile.js'
import type { DkimKey } from '../platform/mail/dkim-key.js'
import type { Mailbox } from '../platform/mail/mailbox.js'
import { messageId } from '../platform/mail/message-id.js'
import type { Relay } from '../platform/mail/relay.js'
import { RelayError } from '../platform/mail/relay-error.js'
import { stampMail, type StampedMail } from '../platform/mail/stamp.js'
import type { Job } from '../platform/queue.js'
import { openAddress } from '../platform/seal.js'
import { confirmToken, unsubscribeToken } from './links.js'
import { mailContents, type MailContentParts } from './mail-content.js'
import type { Retries, Undelivered } from './put-back.js'
import { findForMail, markMailSent, type IFindForMailResult } from './subscription.queries.js'

export interface SubscriptionMailParts extends MailContentParts {
  pool: Pool
  keys: Keyring
  clock: Clock
  log: Log
  relay: Relay
  from: Mailbox
  replyTo: Mailbox | undefined
  dkim: readonly DkimKey[]
}

const payloadSchema = z.object({ subscriberId: z.uuid(), attempt: z.int().default(0) })

/**
 * The job that answers a sign-up by mail: a pending reader is asked to confirm, an active one is told so. A mail that
 * is repeated carries the same Message-ID.
 */
export function subscriptionMail (parts: SubscriptionMailParts, retries: Retries): Job {
  const contentOf = mailContents(parts)
  return async payload => {
    const { subscriberId, attempt } = payloadSchema.parse(payload)
    const mail: Undelivered = { subscriberId, attempt, secondsLeft: null }
    if (!retries.outage.enter()) return await retries.wait(mail)
    try {
      await answer(mail)
    } finally {
      retries.outage.leave()
    }
  }

  async function answer (mail: Undelivered): Promise<void> {
    const [reader] = await findForMail.run({ id: mail.subscriberId }, parts.pool)
    if (reader === undefined) return
    const now = parts.clock.now()
    const expires = new Date(Math.max(reader.requestedAt.getTime(), reader.mailDueAt?.getTime() ?? 0) + parts.confirmTtlSeconds * 1000)
    const pending = reader.state === 'pending'
    if (pending && expires <= now) return
    const message = await makeMail(parts, contentOf, reader, expires)
    const to = openAddress(parts.keys, reader.id, reader.addressSealed)
    try {
      await parts.relay.send({ from: parts.from.address, to }, await message(to))
    } catch (error) {
      if (!(error instanceof RelayError)) throw error
      return await retries.refused({ ...mail, secondsLeft: pending ? (expires.getTime() - now.getTime()) / 1000 : null }, error)
    }
    retries.taken()
    await markMailSent.run({ id: reader.id, now: parts.clock.now() }, parts.pool)
  }
}

async function makeMail (parts: SubscriptionMailParts, contentOf: ReturnType<typeof mailContents>, reader: IFindForMailResult, expires: Date): Promise<(to: string) => Promise<StampedMail>> {
  const { keys, publisher } = parts
  const pending = reader.state === 'pending'
  const token = pending ? confirmToken(keys, reader.id, expires) : unsubscribeToken(keys, reader.id)
  const mail = compileMail({
    from: parts.from,
    replyTo: parts.replyTo,
    subject: pending ? `Bitte bestätigen Sie Ihre Anmeldung zum ${publisher.newsletter}` : `Sie beziehen den ${publisher.newsletter} bereits`,
    date: parts.clock.now(),
    // RFC 3834: no vacation notice shall answer it.
    headers: [['Auto-Submitted', 'auto-generated']],
    ...await contentOf(pending ? 'confirm' : 'already', reader.wording)
  })
  const occasion = `${pending ? 'confirm' : 'already'}-${Math.floor(reader.requestedAt.getTime() / 1000)}`
  return async to => await stampMail(mail, { to, token, messageId: messageId(keys, occasion, reader.id, parts.from.domain) }, parts.dkim)
}
