import { once } from 'node:events'
import { connect } from 'node:net'
import type { Scenario } from './scenario.js'
import type { Stage } from './stage.js'
import { endMailer, now, outwait, startMailer, type Mailer } from './mailers.js'

/** kill -9, and then a new mailer: up to three times in a row. */
export const kill: Scenario = {
  async act (stage) {
    const kills = stage.quick ? 1 : stage.random.between(1, 3)
    for (let count = 1; count <= kills; count++) {
      await stage.moment(0.02 + 0.9 * (count - 1) / kills, 0.95 * count / kills)
      await killMailer(stage, stage.mailers.at(-1) as Mailer)
      await startMailer(stage)
    }
  }
}

/** Three mailers at once, one of which is killed. */
export const three: Scenario = {
  mailers: 3,
  async act (stage) {
    await stage.moment()
    await killMailer(stage, stage.random.pick(stage.mailers))
  }
}

/** SIGTERM: ends in time, loses nothing, repeats nothing; then a new mailer. */
export const term: Scenario = {
  repeatsNothing: true,
  async act (stage) {
    await stage.moment()
    await endMailer(stage.mailers[0] as Mailer)
    await startMailer(stage)
  }
}

const UNFINISHED_POST = [
  'POST /abonnieren HTTP/1.1',
  'Host: x',
  'Content-Type: application/x-www-form-urlencoded',
  'Content-Length: 100',
  '',
  'email='
].join('\r\n')

/**
 * SIGTERM to web and mailer in one process, while readers hold connections: some without a byte,
 * one with a body that does not come to its end, one that was used and is kept.
 */
export const linger: Scenario = {
  command: 'start',
  repeatsNothing: true,
  async act (stage) {
    const mailer = stage.mailers[0] as Mailer
    const { hostname, port } = new URL(mailer.url as string)
    const sockets = await Promise.all([
      '', '', '', 'GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n', 'GET /healthz HTTP/1.1\r\n',
      UNFINISHED_POST
    ].map(async bytes => {
      const socket = connect(Number(port), hostname)
      socket.on('error', () => {})
      stage.t.after(() => socket.destroy())
      await once(socket, 'connect')
      socket.write(bytes)
      return socket
    }))
    // A byte now and then, as of a reader on a slow line.
    const dripping = setInterval(() => sockets.at(-1)?.write('a'), 200).unref()
    stage.t.after(() => clearInterval(dripping))
    await stage.moment()
    await endMailer(mailer)
    await startMailer(stage)
  }
}

/** Ends a mailer without a word. Others find out at once. */
async function killMailer (stage: Stage, mailer: Mailer): Promise<void> {
  const from = now()
  await mailer.program.end('SIGKILL')
  mailer.ended = true
  stage.kills++
  stage.faults.push({ kind: 'kill', from, to: now(), allowed: stage.connections })
  await outwait(stage, mailer)
}
