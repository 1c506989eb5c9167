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

const payloadSchema = z.object({ subscriberId: z.uuid() })

/**
 * The job that answers a sign-up by mail: a pending reader is asked to confirm, an active one is
 * told so. If the relay cannot be reached it is tried again; a mail that is repeated carries the
 * same Message-ID.
 */
export function subscriptionMail (parts: SubscriptionMailParts): Job {
  const contentOf = mailContents(parts)
  return async payload => {
    const { subscriberId } = payloadSchema.parse(payload)
    const [reader] = await findForMail.run({ id: subscriberId }, parts.pool)
    if (reader === undefined) return
    const expires = new Date(reader.requestedAt.getTime() + parts.confirmTtlSeconds * 1000)
    if (reader.state === 'pending' && expires <= parts.clock.now()) return
    const message = await makeMail(parts, contentOf, reader, expires)
    const to = openAddress(parts.keys, reader.id, reader.addressSealed)
    try {
      await parts.relay.send({ from: parts.from.address, to }, await message(to))
    } catch (error) {
      if (!isRefused(error)) {
        if (error instanceof RelayError && error.isAboutSender) parts.log.error({ err: error }, 'confirmation mails are refused for our fault')
        throw error
      }
      parts.log.info({ status: error.status ?? error.reply }, 'a mailbox refused the confirmation mail')
      return
    }
    await markMailSent.run({ id: reader.id, now: parts.clock.now() }, parts.pool)
  }
}

/** Asking again would get the same answer; the sign-up is erased when its time is over. */
function isRefused (error: unknown): error is RelayError {
  return error instanceof RelayError && !error.isAboutSender && error.stage === 'recipient' && error.reply !== null && error.reply >= 500
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
