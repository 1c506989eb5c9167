import { connectToRelay, type ClientOptions, type RelayConnection } from './relay-connection.js'
import { RelayError } from './relay-error.js'
import type { RelayTarget } from './relay-url.js'
import type { RelayWatch } from './relay-watch.js'

/** One of the relays that mails can go to. */
export interface Upstream {
  target: RelayTarget
  /** Connections that are open or being opened. */
  open: number
  /**
   * It could not be reached; until then the others are preferred. On the clock of
   * `performance.now`.
   */
  deadUntil: number
}

export interface UpstreamDeps extends ClientOptions {
  targets: readonly RelayTarget[]
  watch?: RelayWatch
}

/** Spreads connections evenly over the relays that can be reached. */
export interface Upstreams {
  /**
   * Connects to the least used relay that can be reached. Rejects with a RelayError if none can.
   */
  connect: () => Promise<{ upstream: Upstream, connection: RelayConnection }>
  close: (opened: { upstream: Upstream, connection: RelayConnection }) => void
  /** Tells the watch that the relay took a mail. */
  tookMail: (upstream: Upstream) => void
  /**
   * Tells the watch what an error means for the relay: that it cannot be used, or that it deals
   * with our mails.
   */
  refusedMail: (upstream: Upstream, error: unknown) => void
}

const DEAD_MS = 15_000

/** When `signal` is aborted, all connections break off, and the watch hears of nothing more. */
export function createUpstreams ({ targets, watch, ...options }: UpstreamDeps, signal: AbortSignal): Upstreams {
  const upstreams = targets.map(target => ({ target, open: 0, deadUntil: 0 }))

  async function connectTo (upstream: Upstream): Promise<RelayConnection> {
    upstream.open++
    try {
      const connection = await connectToRelay(upstream.target, options, signal)
      upstream.deadUntil = 0
      return connection
    } catch (error) {
      upstream.open--
      upstream.deadUntil = performance.now() + DEAD_MS
      refusedMail(upstream, error)
      throw error
    }
  }

  function refusedMail (upstream: Upstream, error: unknown): void {
    if (!(error instanceof RelayError) || signal.aborted) return
    if (error.fault !== null) watch?.failed(nameOf(upstream), error)
    else if (error.reply !== null && error.stage !== 'sender') watch?.reached(nameOf(upstream))
  }

  return {
    async connect () {
      let failure: unknown
      for (const upstream of byPreference(upstreams)) {
        try {
          return { upstream, connection: await connectTo(upstream) }
        } catch (error) {
          failure = error
        }
      }
      throw failure
    },
    close ({ upstream, connection }) {
      connection.close()
      upstream.open--
    },
    tookMail: upstream => watch?.reached(nameOf(upstream)),
    refusedMail
  }
}

/** Those that are not dead, the least used first. If all are dead, the one that died first. */
function byPreference (upstreams: readonly Upstream[]): Upstream[] {
  const now = performance.now()
  const alive = upstreams.filter(({ deadUntil }) => deadUntil <= now).sort((a, b) => a.open - b.open)
  return alive.length > 0 ? alive : [...upstreams].sort((a, b) => a.deadUntil - b.deadUntil).slice(0, 1)
}

function nameOf ({ target: { host, port } }: Upstream): string {
  return `${host}:${port}`
}
