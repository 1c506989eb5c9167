import type { FastifyRequest } from 'fastify'
import type { Context } from '../../platform/context.js'
import type { Mailbox } from '../../platform/mail/mailbox.js'
import type { WriteJournal } from '../../platform/write-journal.js'
import type { NetworkLimit } from '../../subscription/limits.js'

export interface SelfServiceDeps extends Context {
  from: Mailbox
  confirmTtlSeconds: number
  /** Whether it is to be provable later that a reader agreed. */
  consentProof: boolean
  /** Mails that answer sign-ups and these requests, over all processes. */
  mailsPerMinute: number
  networkLimit: NetworkLimit
  /** Whether addresses are refused that no mail can reach over the internet. */
  publicDomainsOnly: boolean
  writeJournal: WriteJournal
}

/** Counts a request, and says which of its network's it is; throws a Problem for one too many. */
export type CountRequest = (request: FastifyRequest) => Promise<number>
