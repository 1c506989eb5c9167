import { once } from 'node:events'
import { connect } from 'node:net'
import type { Scenario } from './scenario.js'
import type { Stage } from './stage.js'
import { endWorker, now, outwait, startWorker, type Worker } from './workers.js'

/** kill -9, and then a new worker: up to three times in a row. */
export const kill: Scenario = {
  async act (stage) {
    const kills = stage.quick ? 1 : stage.random.between(1, 3)
    for (let count = 1; count <= kills; count++) {
      await stage.moment(0.02 + 0.9 * (count - 1) / kills, 0.95 * count / kills)
      await killWorker(stage, stage.workers.at(-1) as Worker)
      await startWorker(stage)
    }
  }
}

/** Three workers at once, one of which is killed. */
export const three: Scenario = {
  workers: 3,
  async act (stage) {
    await stage.moment()
    await killWorker(stage, stage.random.pick(stage.workers))
  }
}

/** SIGTERM: ends in time, loses nothing, repeats nothing; then a new worker. */
export const term: Scenario = {
  repeatsNothing: true,
  async act (stage) {
    await stage.moment()
    await endWorker(stage.workers[0] as Worker)
    await startWorker(stage)
  }
}

/**
 * SIGTERM to web and mailer in one process, while readers hold connections: some without a byte, one with a body that does not
 * come to its end, one that was used and is kept.
 */
export const linger: Scenario = {
  command: 'start',
  repeatsNothing: true,
  async act (stage) {
    const worker = stage.workers[0] as Worker
    const { hostname, port } = new URL(worker.url as string)
    const sockets = await Promise.all([
      '', '', '', 'GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n', 'GET /healthz HTTP/1.1\r\n',
      'POST /abonnieren HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 100\r\n\r\nemail='
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
    await endWorker(worker)
    await startWorker(stage)
  }
}

/** Ends a worker without a word. Others find out at once. */
async function killWorker (stage: Stage, worker: Worker): Promise<void> {
  const from = now()
  await worker.program.end('SIGKILL')
  worker.ended = true
  stage.kills++
  stage.faults.push({ kind: 'kill', from, to: now(), allowed: stage.connections })
  await outwait(stage, worker)
}
