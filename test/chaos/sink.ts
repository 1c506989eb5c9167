import { once } from 'node:events'
import { createServer, type Socket } from 'node:net'
import {
  CLOSES, MOST_FAULTS_FOR_ONE, REFUSALS, type Accepted, type Behaviour, type MailFault, type SinkReport
} from './behaviour.js'
import { seededRandom } from './random.js'
import type { SinkOrder, SinkReply } from './sink-process.js'
import { serveSession, type SessionRules } from './smtp-session.js'
import { portOf } from '../../src/platform/free-port.js'

// A process of its own: an SMTP server on 127.0.0.1 that writes down every mail it takes and
// misbehaves on its parent's orders. Its one argument is the seed of its misbehaviour. It ends with
// its parent.

const random = seededRandom(Number(process.argv[2]))
const accepted: Accepted[] = []
const faults: SinkReport['faults'] = {}
const dealt = new Map<string, number>()
const sockets = new Set<Socket>()
const waiting: Array<{ count: number, ask: number }> = []
let behaviour: Behaviour = {}
let mostSessions = 0
let port = 0

const rules: SessionRules = {
  fate (to) {
    const fault = throwDice()
    const before = dealt.get(to) ?? 0
    if (fault === null || before >= MOST_FAULTS_FOR_ONE) return null
    dealt.set(to, before + 1)
    faults[fault] = (faults[fault] ?? 0) + 1
    return fault
  },
  patience: () => behaviour.slowMs === undefined ? 0 : random.between(0, behaviour.slowMs),
  hangMs: () => behaviour.hangMs ?? Number.POSITIVE_INFINITY,
  taken (to, messageId, replied) {
    accepted.push({ to, messageId, replied, at: performance.timeOrigin + performance.now() })
    while (waiting[0] !== undefined && waiting[0].count <= accepted.length) {
      reply(waiting.shift()?.ask as number, accepted.length)
    }
  }
}

function throwDice (): MailFault | null {
  const { close = 0, drop = 0, hang = 0, busy = 0 } = behaviour
  if (random.chance(close)) return random.pick(CLOSES)
  if (random.chance(drop)) return 'drop'
  if (random.chance(hang)) return 'hang'
  return random.chance(busy) ? random.pick(REFUSALS) : null
}

const server = createServer({ noDelay: true }, socket => {
  sockets.add(socket)
  socket.on('close', () => sockets.delete(socket))
  mostSessions = Math.max(mostSessions, sockets.size)
  if (behaviour.closedForVisitors !== true) return serveSession(socket, rules)
  socket.on('error', () => {})
  socket.end('421 4.3.2 come again\r\n')
})

async function open (): Promise<number> {
  if (server.listening) return port
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  port = portOf(server)
  return port
}

/** Listens no more and closes every connection. */
async function shut (): Promise<void> {
  if (!server.listening) return
  const closed = once(server, 'close')
  server.close()
  for (const socket of sockets) socket.destroy()
  await closed
}

async function obey (order: SinkOrder): Promise<unknown> {
  if (order.kind === 'open') return await open()
  if (order.kind === 'shut') return await shut()
  if (order.kind === 'behave') behaviour = order.behaviour
  return { accepted, faults, mostSessions } satisfies SinkReport
}

function reply (ask: number, value: unknown): void {
  process.send?.({ ask, value } satisfies SinkReply)
}

process.on('message', (order: SinkOrder) => {
  if (order.kind === 'when') {
    if (accepted.length >= order.count) return reply(order.ask, accepted.length)
    waiting.push({ count: order.count, ask: order.ask })
    waiting.sort((a, b) => a.count - b.count)
    return
  }
  void obey(order).then(value => { reply(order.ask, order.kind === 'behave' ? null : value) })
})
process.on('disconnect', () => process.exit())
// Ctrl-C in a terminal goes to all of its processes; the parent says when it is over.
process.on('SIGINT', () => {})
