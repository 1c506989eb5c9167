import { z } from 'zod'
import type { Context } from '../platform/context.js'
import { compileMail } from '../platform/mail/compile.js'
import { messageId } from '../platform/mail/message-id.js'
import type { Sender } from '../platform/mail/sender.js'
import type { Relay } from '../platform/smtp/relay.js'
import { RelayError } from '../platform/smtp/relay-error.js'
import { stampMail, type StampedMail } from '../platform/mail/stamp.js'
import type { Job } from '../platform/jobs/job.js'
import { openAddress } from '../platform/crypto/seal.js'
import { de } from '../texts/de.js'
import { confirmToken, unsubscribeToken } from './links.js'
import { cachedMailTemplates, type MailTemplateDeps } from './mail-content.js'
import type { Retries, Undelivered } from './put-back.js'
import { findForMail, markMailSent, type IFindForMailResult } from './subscription.queries.js'

export interface SubscriptionMailDeps extends Omit<Context, 'log'>, MailTemplateDeps { relay: Relay, sender: Sender }

const payloadSchema = z.object({ subscriberId: z.uuid(), attempt: z.int().default(0) })

/**
 * The job that answers a sign-up by mail: a pending reader is asked to confirm, an active one is told so. A mail that
 * is repeated carries the same Message-ID.
 */
export function subscriptionMail (deps: SubscriptionMailDeps, retries: Retries): Job {
  const contentOf = cachedMailTemplates(deps)
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
    const reader = await findForMail.maybeOne({ id: mail.subscriberId }, deps.pool)
    if (reader === null) return
    const now = deps.clock.now()
    const expires = new Date(Math.max(reader.requestedAt.getTime(), reader.mailDueAt?.getTime() ?? 0) + deps.confirmTtlSeconds * 1000)
    const pending = reader.state === 'pending'
    if (pending && expires <= now) return
    const message = await makeMail(deps, contentOf, reader, expires)
    const to = openAddress(deps.keys, reader.id, reader.addressSealed)
    try {
      await deps.relay.send({ from: deps.sender.from.address, to }, await message(to))
    } catch (error) {
      if (!(error instanceof RelayError)) throw error
      return await retries.refused({ ...mail, secondsLeft: pending ? (expires.getTime() - now.getTime()) / 1000 : null }, error)
    }
    retries.taken()
    await markMailSent.run({ id: reader.id, now: deps.clock.now() }, deps.pool)
  }
}

async function makeMail (
  deps: SubscriptionMailDeps,
  contentOf: ReturnType<typeof cachedMailTemplates>,
  reader: IFindForMailResult,
  expires: Date
): Promise<(to: string) => Promise<StampedMail>> {
  const { keys, clock, sender: { from, replyTo, dkim }, newsletter: { publisher: { newsletter } } } = deps
  const pending = reader.state === 'pending'
  const token = pending ? confirmToken(keys, { id: reader.id, expiresAt: expires }) : unsubscribeToken(keys, { id: reader.id, issue: 0 })
  const mail = compileMail({
    from,
    replyTo,
    subject: pending
      ? de.subscription.confirmSubject(newsletter)
      : de.subscription.alreadySubscribedSubject(newsletter),
    date: clock.now(),
    // RFC 3834: no vacation notice shall answer it.
    headers: [['Auto-Submitted', 'auto-generated']],
    ...await contentOf(pending ? 'confirm' : 'already-subscribed', reader.wording)
  })
  const occasion = `${pending ? 'confirm' : 'already'}-${Math.floor(reader.requestedAt.getTime() / 1000)}`
  const id = messageId(keys, occasion, reader.id, from.domain)
  return async to => await stampMail(mail, { to, token, messageId: id }, dkim)
}
