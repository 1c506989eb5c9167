import { setMaxListeners } from 'node:events'
import { createSemaphore } from './semaphore.js'
import { connectToRelay, type ClientOptions, type RelayConnection } from './relay-connection.js'
import { RelayError } from './relay-error.js'
import type { RelayWatch } from './relay-watch.js'
import type { RelayTarget } from './relay-url.js'
import type { StampedMail } from '../mail/stamp.js'
import type { Envelope } from './smtp-transaction.js'

/** The way out for mails: a bounded number of connections to one or several relays, opened when they are needed. */
export interface Relay {
  /** Hands over one mail on a free connection, waiting for one if all are busy. Rejects with a RelayError. */
  send: (envelope: Envelope, mail: StampedMail) => Promise<void>
  /** How many mails can be on their way at once. */
  readonly connections: number
  /** Closes the connections; those at work close when their mail is handed over. */
  close: () => void
  /** Breaks off the mails that are on their way and lets no more in, for whoever can wait no longer. */
  abort: () => void
}

interface RelayDeps extends ClientOptions {
  targets: readonly RelayTarget[]
  connections: number
  watch?: RelayWatch
}

interface Upstream { target: RelayTarget, open: number, deadUntil: number }
interface PooledConnection {
  connection: RelayConnection
  route: Upstream
  /** It has carried a mail before. */
  used: boolean
  leave: () => void
}

const IDLE_MS = 10_000
/** A relay that could not be reached is left out for so long, as long as another is there. */
const DEAD_MS = 15_000

/** Connections are spread evenly over the relays that can be reached. */
export function createRelay ({ targets, connections, watch, ...options }: RelayDeps): Relay {
  const routes: Upstream[] = targets.map(target => ({ target, open: 0, deadUntil: 0 }))
  const idle: Array<Pick<PooledConnection, 'connection' | 'route'>> = []
  const free = createSemaphore(connections)
  const aborted = new AbortController()
  setMaxListeners(0, aborted.signal)
  let closed = false
  let timer: NodeJS.Timeout | undefined

  /** A connection, when there is a place for one. A fresh one is wanted by who met one that had ended: its like are closed. */
  async function acquire (fresh: boolean): Promise<PooledConnection> {
    const leave = await free.acquire()
    try {
      if (closed) throw new RelayError('connection', null, null, 'closed')
      if (fresh) closeIdle()
      for (let line = idle.pop(); line !== undefined; line = idle.pop()) {
        if (line.connection.usable()) return { ...line, used: true, leave }
        line.connection.close()
        line.route.open--
      }
      return { ...await connect(), used: false, leave }
    } catch (error) {
      leave()
      throw error
    }
  }

  async function connect (): Promise<Pick<PooledConnection, 'connection' | 'route'>> {
    let failure: unknown
    for (const route of reachable()) {
      route.open++
      try {
        const connection = await connectToRelay(route.target, options, aborted.signal)
        route.deadUntil = 0
        return { connection, route }
      } catch (error) {
        route.open--
        route.deadUntil = performance.now() + DEAD_MS
        failure = error
        tell(route, error)
      }
    }
    throw failure
  }

  /** The relays that are not known to be gone, the least used first; if all are gone, the one that went first. */
  function reachable (): Upstream[] {
    const now = performance.now()
    const alive = routes.filter(({ deadUntil }) => deadUntil <= now).sort((a, b) => a.open - b.open)
    return alive.length > 0 ? alive : [...routes].sort((a, b) => a.deadUntil - b.deadUntil).slice(0, 1)
  }

  function release ({ connection, route, leave }: PooledConnection): void {
    if (!closed && connection.usable()) idle.push({ connection, route })
    else {
      connection.close()
      route.open--
    }
    leave()
    clearTimeout(timer)
    timer = setTimeout(closeIdle, IDLE_MS).unref()
  }

  function closeIdle (): void {
    for (const { connection, route } of idle.splice(0)) {
      connection.close()
      route.open--
    }
  }

  /** Tells who watches whether the relay deals with our mails. */
  function tell (route: Upstream, error: unknown): void {
    if (error === null) return watch?.reached(nameOf(route))
    if (!(error instanceof RelayError) || aborted.signal.aborted) return
    if (error.fault !== null) watch?.failed(nameOf(route), error)
    else if (error.reply !== null && error.stage !== 'sender') watch?.reached(nameOf(route))
  }

  return {
    connections,
    async send (envelope, mail) {
      const line = await acquire(false)
      try {
        await line.connection.send(envelope, mail)
        return tell(line.route, null)
      } catch (error) {
        if (!line.used || !hadEnded(error)) {
          tell(line.route, error)
          throw error
        }
      } finally {
        release(line)
      }
      const fresh = await acquire(true)
      try {
        await fresh.connection.send(envelope, mail)
        tell(fresh.route, null)
      } catch (error) {
        tell(fresh.route, error)
        throw error
      } finally {
        release(fresh)
      }
    },
    close () {
      closed = true
      clearTimeout(timer)
      closeIdle()
    },
    abort () {
      closed = true
      aborted.abort()
    }
  }
}

function nameOf ({ target: { host, port } }: Upstream): string {
  return `${host}:${port}`
}

/** A relay may end a session after so many mails, or so much time: with 421, or without a word. It then has not got the whole mail. */
function hadEnded (error: unknown): boolean {
  return error instanceof RelayError && !error.inDoubt && (error.reply === null || (error.stage === 'sender' && error.reply === 421))
}
