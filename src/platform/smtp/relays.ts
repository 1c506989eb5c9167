import type { Context } from '../context.js'
import { createRelay, type Relay } from './relay.js'
import { troubleStore } from './relay-trouble.js'
import type { RelayTarget } from './relay-url.js'
import { watchRelays } from './relay-watch.js'

/** The way out for mails, shared out among those who send. */
export interface Relays {
  /** So many connections for one kind of mail, which never waits behind another kind. */
  open: (connections: number) => Relay
  /** Aborts all mails in flight, when the caller can wait no longer. */
  abort: () => void
  close: () => void
}

export interface RelaysDeps extends Pick<Context, 'pool' | 'log'> {
  targets: readonly RelayTarget[]
  /** The name in our greeting (RFC 5321, 4.1.1.1). */
  name: string
  /** How long a relay may take to answer for a mail. */
  timeoutMs: number
}

/**
 * Opens connections to the relays. A relay's fault is logged and noted once, however many
 * connections meet it.
 */
export function createRelays ({ pool, log, ...options }: RelaysDeps): Relays {
  const watch = watchRelays({ log, store: troubleStore(pool) })
  const opened: Relay[] = []
  return {
    open (connections) {
      const relay = createRelay({ ...options, connections, watch })
      opened.push(relay)
      return relay
    },
    abort: () => { for (const relay of opened) relay.abort() },
    close: () => { for (const relay of opened) relay.close() }
  }
}
