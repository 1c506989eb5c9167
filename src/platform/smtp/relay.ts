import { setMaxListeners } from 'node:events'
import type { StampedMail } from '../mail/stamp.js'
import type { RelayConnection } from './relay-connection.js'
import { RelayError } from './relay-error.js'
import { createSemaphore } from '../semaphore.js'
import type { Envelope } from './smtp-transaction.js'
import { createUpstreams, type Upstream, type UpstreamDeps, type Upstreams } from './upstreams.js'

/**
 * Where mails go out: a bounded number of connections to one or several relays, opened on demand.
 */
export interface Relay {
  /**
   * Hands over one mail on a free connection, waiting for one if all are busy. Rejects with a
   * RelayError.
   */
  send: (envelope: Envelope, mail: StampedMail) => Promise<void>
  /** How many mails can be on their way at once. */
  readonly connections: number
  /** Closes idle connections now, and busy ones when their mail is handed over. */
  close: () => void
  /**
   * Breaks off the mails that are on their way and accepts no more, for a caller that can wait no
   * longer.
   */
  abort: () => void
}

interface RelayDeps extends UpstreamDeps { connections: number }

interface PooledConnection {
  connection: RelayConnection
  upstream: Upstream
  /** It has carried a mail before. */
  used: boolean
  /** Gives its slot back. */
  leave: () => void
}

const IDLE_MS = 10_000

/** A relay, or several that share the connections evenly. */
export function createRelay ({ connections, ...deps }: RelayDeps): Relay {
  const aborted = new AbortController()
  setMaxListeners(0, aborted.signal)
  const upstreams = createUpstreams(deps, aborted.signal)
  const pool = createConnectionPool(upstreams, connections)

  /** Hands over a mail and releases the connection. */
  async function sendOn (pooled: PooledConnection, envelope: Envelope, mail: StampedMail): Promise<void> {
    try {
      await pooled.connection.send(envelope, mail)
      upstreams.tookMail(pooled.upstream)
    } catch (error) {
      if (!wasStale(pooled, error)) upstreams.refusedMail(pooled.upstream, error)
      throw error
    } finally {
      pool.release(pooled)
    }
  }

  return {
    connections,
    async send (envelope, mail) {
      const pooled = await pool.acquire({ fresh: false })
      try {
        return await sendOn(pooled, envelope, mail)
      } catch (error) {
        if (!wasStale(pooled, error)) throw error
      }
      await sendOn(await pool.acquire({ fresh: true }), envelope, mail)
    },
    close: pool.close,
    abort () {
      pool.close()
      aborted.abort()
    }
  }
}

/**
 * A relay may end a session after some mails, or some time: with 421, or without a word. It does
 * not have the whole mail then, so that one can be sent again at once.
 */
function wasStale ({ used }: PooledConnection, error: unknown): boolean {
  if (!used || !(error instanceof RelayError) || error.inDoubt) return false
  return error.reply === null || (error.stage === 'sender' && error.reply === 421)
}

interface ConnectionPool {
  /**
   * Waits for a free slot and returns a connection. `fresh`: the last one turned out to be dead, so
   * idle ones are closed too.
   */
  acquire: (wanted: { fresh: boolean }) => Promise<PooledConnection>
  release: (pooled: PooledConnection) => void
  close: () => void
}

function createConnectionPool (upstreams: Upstreams, connections: number): ConnectionPool {
  const idle: Array<Pick<PooledConnection, 'connection' | 'upstream'>> = []
  const slots = createSemaphore(connections)
  let closed = false
  let timer: NodeJS.Timeout | undefined

  function closeIdle (): void {
    idle.splice(0).forEach(upstreams.close)
  }

  async function findOrConnect (): Promise<Omit<PooledConnection, 'leave'>> {
    if (closed) throw new RelayError('connection', null, null, 'closed')
    for (let found = idle.pop(); found !== undefined; found = idle.pop()) {
      if (found.connection.usable()) return { ...found, used: true }
      upstreams.close(found)
    }
    return { ...await upstreams.connect(), used: false }
  }

  return {
    async acquire ({ fresh }) {
      const leave = await slots.acquire()
      if (fresh) closeIdle()
      try {
        return { ...await findOrConnect(), leave }
      } catch (error) {
        leave()
        throw error
      }
    },
    release ({ connection, upstream, leave }) {
      if (!closed && connection.usable()) idle.push({ connection, upstream })
      else upstreams.close({ connection, upstream })
      leave()
      clearTimeout(timer)
      timer = setTimeout(closeIdle, IDLE_MS).unref()
    },
    close () {
      closed = true
      clearTimeout(timer)
      closeIdle()
    }
  }
}
