/** Where a mail was stopped: on the way to the relay, or at a step of RFC 5321. */
export type RelayStage = 'connection' | 'login' | 'sender' | 'recipient' | 'message'

/**
 * Why a mail was not taken. The relay's own words are left out on purpose: they quote the address,
 * and an error ends in logs and in the queue's tables.
 */
export class RelayError extends Error {
  /** The sender is at fault, whoever the recipient is: login, sender address, policy or reputation (RFC 3463, X.1.7, X.1.8, X.7.X). */
  get isAboutSender (): boolean {
    return this.stage === 'login' || this.stage === 'sender' || /^5\.(?:7\.|1\.[78]$)/.test(this.status ?? '')
  }

  constructor (
    readonly stage: RelayStage,
    /** Reply code (RFC 5321, 4.2), or null where there was no reply. */
    readonly reply: number | null,
    /** Enhanced status code (RFC 3463), or null where the reply has none. */
    readonly status: string | null,
    detail = '',
    /** The whole mail was handed over before the connection broke: the relay may have taken it. */
    readonly inDoubt = false
  ) {
    super(`the relay did not take the mail (${[stage, reply, status, detail].filter(Boolean).join(' ')})`)
  }
}
