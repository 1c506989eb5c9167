import { createGate } from '../gate.js'
import { connectToRelay, type Manners, type RelayConnection } from './relay-connection.js'
import { RelayError } from './relay-error.js'
import type { RelayTarget } from './relay-url.js'
import type { StampedMail } from './stamp.js'
import type { Envelope } from './transaction.js'

/** The way out for mails: a bounded number of connections to one or several relays, opened when they are needed. */
export interface Relay {
  /** Hands over one mail on a free connection, waiting for one if all are busy. Rejects with a RelayError. */
  send: (envelope: Envelope, mail: StampedMail) => Promise<void>
  /** How many mails can be on their way at once. */
  readonly connections: number
  /** Closes the connections; those at work close when their mail is handed over. */
  close: () => void
  /** Breaks off the mails that are on their way, for whoever can wait no longer. */
  breakOff: () => void
}

interface Route { target: RelayTarget, open: number, deadUntil: number }
interface Line { connection: RelayConnection, route: Route, leave: () => void }

const IDLE_MS = 10_000
/** A relay that could not be reached is left out for so long, as long as another is there. */
const DEAD_MS = 15_000

/** Connections are spread evenly over the relays that can be reached. */
export function createRelay ({ targets, connections, ...manners }: { targets: readonly RelayTarget[], connections: number } & Manners): Relay {
  const routes: Route[] = targets.map(target => ({ target, open: 0, deadUntil: 0 }))
  const idle: Array<Omit<Line, 'leave'>> = []
  const busy = new Set<RelayConnection>()
  const gate = createGate(connections)
  let closed = false
  let timer: NodeJS.Timeout | undefined

  async function acquire (): Promise<Line> {
    if (closed) throw new RelayError('connection', null, null, 'closed')
    const leave = await gate.enter()
    for (let line = idle.pop(); line !== undefined; line = idle.pop()) {
      if (line.connection.usable()) return { ...line, leave }
      line.route.open--
    }
    try {
      return { ...await connect(), leave }
    } catch (error) {
      leave()
      throw error
    }
  }

  async function connect (): Promise<Omit<Line, 'leave'>> {
    let failure: unknown
    for (const route of worthTrying()) {
      route.open++
      try {
        const connection = await connectToRelay(route.target, manners)
        route.deadUntil = 0
        return { connection, route }
      } catch (error) {
        route.open--
        route.deadUntil = performance.now() + DEAD_MS
        failure = error
      }
    }
    throw failure
  }

  /** The relays that are not known to be gone, the least used first; if all are gone, the one that went first. */
  function worthTrying (): Route[] {
    const now = performance.now()
    const alive = routes.filter(({ deadUntil }) => deadUntil <= now).sort((a, b) => a.open - b.open)
    return alive.length > 0 ? alive : [...routes].sort((a, b) => a.deadUntil - b.deadUntil).slice(0, 1)
  }

  function release ({ connection, route, leave }: Line): void {
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

  return {
    connections,
    async send (envelope, mail) {
      const line = await acquire()
      busy.add(line.connection)
      try {
        await line.connection.send(envelope, mail)
      } finally {
        busy.delete(line.connection)
        release(line)
      }
    },
    close () {
      closed = true
      clearTimeout(timer)
      closeIdle()
    },
    breakOff () {
      for (const connection of busy) connection.close()
    }
  }
}
