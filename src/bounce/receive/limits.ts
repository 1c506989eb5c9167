/**
 * What a listener allows. Each connection holds one mail at most, so that 100 of them hold 25 MB. A
 * Postfix that hands over to us opens 20, and two of them may stand in one network.
 */
export const LIMITS = {
  connections: 100,
  /** Of them, for one network. */
  perNetwork: 50,
  mailBytes: 64 * 1024 * 1024,
  /** Of one mail; RFC 5321, 4.5.3.1.8. */
  recipients: 100,
  /** Of one session. */
  refusedRecipients: 20,
  /** Until the client says something; RFC 5321, 4.5.3.2.7. */
  idleMs: 5 * 60_000,
  /** From the greeting, or from the answer to a mail, to the answer to the next. */
  mailMs: 10 * 60_000,
  /** For answers that are owed when the listener stops. */
  stopMs: 2_000
}

export type ListenerLimits = typeof LIMITS
