import { z } from 'zod'
import type { Context } from '../platform/context.js'
import { memo } from '../platform/memo.js'
import { compileMail, type CompiledMail } from '../platform/mail/compile.js'
import { messageId } from '../platform/mail/message-id.js'
import type { Sender } from '../platform/mail/sender.js'
import type { House } from '../platform/newsletter/house.js'
import type { Publisher } from '../platform/newsletter/publisher.js'
import type { Relay } from '../platform/smtp/relay.js'
import { RelayError } from '../platform/smtp/relay-error.js'
import { stampMail, type StampedMail } from '../platform/mail/stamp.js'
import type { Job } from '../platform/jobs/job.js'
import { openAddress } from '../platform/crypto/seal.js'
import { de } from '../texts/de.js'
import { confirmToken, unsubscribeToken } from './links.js'
import { cachedMailTemplates, type MailKind, type MailTemplateDeps } from './mail-content.js'
import type { Retries, Undelivered } from './put-back.js'
import { findForMail, markMailSent, type IFindForMailResult } from './subscription.queries.js'

export interface SubscriptionMailDeps extends Omit<Context, 'log'>, MailTemplateDeps {
  relay: Relay
  sender: Sender
  house: House
}

const payloadSchema = z.object({ subscriberId: z.uuid(), attempt: z.int().default(0) })

/**
 * The job that answers a sign-up by mail: a pending reader is asked to confirm, an active one is
 * told so. A mail that is repeated carries the same Message-ID.
 */
export function subscriptionMail (deps: SubscriptionMailDeps, retries: Retries): Job {
  const compiled = cachedMails(deps)
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
    const row = await findForMail.maybeOne({ id: mail.subscriberId }, deps.pool)
    if (row === null) return
    const now = deps.clock.now()
    const subscriber = { ...row, linkExpiresAt: linkExpiry(row, deps.confirmTtlSeconds) }
    const secondsLeft = row.state === 'pending' ? (subscriber.linkExpiresAt.getTime() - now.getTime()) / 1000 : null
    if (secondsLeft !== null && secondsLeft <= 0) return
    const to = openAddress(deps.keys, row.id, row.addressSealed)
    const message = await makeMail({ ...deps, compiled }, subscriber, to)
    try {
      await deps.relay.send({ from: deps.sender.from.address, to }, message)
    } catch (error) {
      if (!(error instanceof RelayError)) throw error
      return await retries.refused({ ...mail, secondsLeft }, error)
    }
    retries.taken()
    await markMailSent.run({ id: row.id, now: deps.clock.now() }, deps.pool)
  }
}

/** A link is valid from when its mail may leave, as its reader cannot have it earlier. */
function linkExpiry ({ requestedAt, mailDueAt }: IFindForMailResult, confirmTtlSeconds: number): Date {
  return new Date(Math.max(requestedAt.getTime(), mailDueAt?.getTime() ?? 0) + confirmTtlSeconds * 1000)
}

type CompiledMails = (common: CommonParts) => Promise<CompiledMail>

/** What mails have in common that are made within one second, as their date says. */
interface CommonParts {
  kind: MailKind
  wording: string
  second: number
  publisher: Publisher
  senderName: string
  accent: string
}

/** Most of the work on a mail is the encoding of its body, which is the same for all of a kind. */
function cachedMails (deps: SubscriptionMailDeps): CompiledMails {
  const { sender: { from, replyTo } } = deps
  const contentOf = cachedMailTemplates(deps)
  return memo(async ({ kind, wording, second, publisher, senderName, accent }: CommonParts) => compileMail({
    from: { ...from, name: senderName },
    replyTo,
    subject: de.subscription.subjects[kind](publisher.newsletter),
    date: new Date(second * 1000),
    // RFC 3834: no vacation notice shall answer it.
    headers: [['Auto-Submitted', 'auto-generated']],
    ...await contentOf(kind, { publisher, accent, consent: wording })
  }), { most: 4, keyOf: JSON.stringify })
}

interface MakeMailDeps extends SubscriptionMailDeps { compiled: CompiledMails }

async function makeMail (
  deps: MakeMailDeps,
  { id, state, isImported, requestedAt, wording, linkExpiresAt }: IFindForMailResult & { linkExpiresAt: Date },
  to: string
): Promise<StampedMail> {
  const { keys, clock, compiled, house, sender: { from, dkim } } = deps
  const { publisher, senderName, accent } = await house.current()
  const pending = state === 'pending'
  const second = Math.floor(clock.now().getTime() / 1000)
  const kind = !pending ? 'already-subscribed' : isImported ? 'confirm-imported' : 'confirm'
  const mail = await compiled({ kind, wording, publisher, senderName, accent, second })
  const occasion = `${pending ? 'confirm' : 'already'}-${Math.floor(requestedAt.getTime() / 1000)}`
  const token = pending
    ? confirmToken(keys, { id, expiresAt: linkExpiresAt })
    : unsubscribeToken(keys, { id, issue: 0 })
  return await stampMail(mail, { to, token, messageId: messageId(keys, occasion, id, from.domain) }, dkim)
}
