import type { RelayFault } from './relay-fault.js'

/** Where a mail was stopped: on the way to the relay, or at a step of RFC 5321. */
export type RelayStage = 'connection' | 'login' | 'sender' | 'recipient' | 'message'

/**
 * Why a mail was not taken. The relay's own words are left out on purpose: they quote the address,
 * and an error ends in logs and in the queue's tables.
 */
export class RelayError extends Error {
  constructor (
    readonly stage: RelayStage,
    /** Reply code (RFC 5321, 4.2), or null where there was no reply. */
    readonly reply: number | null,
    /** Enhanced status code (RFC 3463), or null where the reply has none. */
    readonly status: string | null,
    detail = '',
    /** The whole mail was handed over before the connection broke: the relay may have taken it. */
    readonly inDoubt = false,
    /** Why the relay cannot be used by anyone of us; null if that is about one mail. */
    readonly fault: RelayFault | null = null
  ) {
    super(`the relay did not take the mail (${[stage, reply, status, detail].filter(Boolean).join(' ')})`)
  }
}
