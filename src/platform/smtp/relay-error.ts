import { judgeRefusal } from './refusal/judge-refusal.js'
import type { Judgement } from './refusal/refusal.js'
import type { RelayFault } from './relay-fault.js'

/** Where a mail was stopped: before there was a session, or at a step of RFC 5321. */
export type RelayStage = 'connection' | 'login' | 'sender' | 'recipient' | 'message'

/**
 * Why a mail was not taken. The text of the relay's reply is left out on purpose: it may quote the
 * address, and errors end up in logs and in the job queue's tables. Who makes the error judges the
 * text, and only what came of that is kept.
 */
export class RelayError extends Error {
  constructor (
    readonly stage: RelayStage,
    /** Reply code (RFC 5321, 4.2), or null if there was no reply. */
    readonly reply: number | null,
    /** Enhanced status code (RFC 3463), or null if the reply has none. */
    readonly status: string | null,
    detail = '',
    /** The whole mail was sent before the connection broke: the relay may have taken it. */
    readonly inDoubt = false,
    /** Why the relay cannot be used at all; null if the refusal is about one mail. */
    readonly fault: RelayFault | null = null,
    /** What the table of refusals says of the reply. */
    readonly judged: Judgement = judgeRefusal({ code: reply, status, text: '' })
  ) {
    super(`the relay did not take the mail (${[stage, reply, status, detail].filter(Boolean).join(' ')})`)
  }
}
