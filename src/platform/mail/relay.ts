import { connectToRelay, RelayError, type Envelope, type RelayConnection } from './relay-connection.js'
import type { RelayTarget } from './relay-url.js'

/** The way out for mails: a bounded number of connections to the relay, opened when they are needed. */
export interface Relay {
  /** Hands over one mail on a free connection, waiting for one if all are busy. Rejects with a RelayError. */
  send: (envelope: Envelope, message: Buffer) => Promise<void>
  /** How many mails can be on their way at once. */
  readonly connections: number
  /** Closes the connections; those at work close when their mail is handed over. */
  close: () => void
}

const IDLE_MS = 10_000

export function createRelay ({ target, connections, name }: { target: RelayTarget, connections: number, name: string }): Relay {
  const idle: RelayConnection[] = []
  const waiting: Array<() => void> = []
  let busy = 0
  let closed = false
  let timer: NodeJS.Timeout | undefined

  async function acquire (): Promise<RelayConnection> {
    if (closed) throw new RelayError('connection', null, null, 'closed')
    if (busy >= connections) await new Promise<void>(resolve => waiting.push(resolve))
    else busy++
    for (let connection = idle.pop(); connection !== undefined; connection = idle.pop()) {
      if (connection.usable()) return connection
    }
    try {
      return await connectToRelay(target, name)
    } catch (error) {
      free()
      throw error
    }
  }

  /** A slot goes from hand to hand: `busy` falls only when nobody waits. */
  function free (): void {
    const next = waiting.shift()
    if (next === undefined) busy--
    else next()
  }

  function release (connection: RelayConnection): void {
    if (closed) connection.close()
    else if (connection.usable()) idle.push(connection)
    free()
    clearTimeout(timer)
    timer = setTimeout(closeIdle, IDLE_MS).unref()
  }

  function closeIdle (): void {
    for (const connection of idle.splice(0)) connection.close()
  }

  return {
    connections,
    async send (envelope, message) {
      const connection = await acquire()
      try {
        await connection.send(envelope, message)
      } finally {
        release(connection)
      }
    },
    close () {
      closed = true
      clearTimeout(timer)
      closeIdle()
    }
  }
}
