import { z } from 'zod'
import type { Job } from '../platform/jobs/job.js'
import type { Relay } from '../platform/smtp/relay.js'
import { RelayError } from '../platform/smtp/relay-error.js'
import { createMailMaker } from './compiled-mails.js'
import { SUBJECTS } from './job-names.js'
import { ownDataMails } from './own-data/mails.js'
import type { Retries, Undelivered } from './put-back.js'
import type { ReadyMailDeps, ReadyMails } from './ready-mail.js'
import { signUpMail } from './sign-up-mail.js'

export interface SubscriptionMailDeps extends ReadyMailDeps { relay: Relay }

const payloadSchema = z.object({
  subscriberId: z.uuid(), about: z.enum(SUBJECTS).default('sign-up'), attempt: z.int().default(0)
})

/**
 * The job that mails one reader: what answers a sign-up, and what their own data are about. A mail
 * that is repeated carries the same Message-ID.
 */
export function subscriptionMail (deps: SubscriptionMailDeps, retries: Retries): Job {
  const make = createMailMaker(deps)
  const ready: ReadyMails = { 'sign-up': signUpMail(deps, make), ...ownDataMails(deps, make) }
  return async payload => {
    const mail: Undelivered = { ...payloadSchema.parse(payload), secondsLeft: null }
    if (!retries.outage.enter()) return await retries.wait(mail)
    try {
      await send(mail)
    } finally {
      retries.outage.leave()
    }
  }

  async function send (mail: Undelivered): Promise<void> {
    const made = await ready[mail.about](mail.subscriberId)
    if (made === null) return
    const { to, message, secondsLeft } = made
    try {
      await deps.relay.send({ from: deps.sender.from.address, to }, message)
    } catch (error) {
      if (!(error instanceof RelayError)) throw error
      return await retries.refused({ ...mail, secondsLeft }, error)
    }
    retries.taken()
    await made.taken()
  }
}
