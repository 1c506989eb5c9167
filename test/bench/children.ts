import { fork, spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { freePort } from '../../src/platform/free-port.js'
import type { Slice } from './slice.js'

/** Ends what was started, the last first, whatever happened. */
export class Started {
  readonly #children: ChildProcess[] = []

  add<T extends ChildProcess> (child: T): T {
    this.#children.unshift(child)
    return child
  }

  async end (): Promise<void> {
    for (const child of this.#children.splice(0)) await endProgram(child)
  }
}

/** Asks a program to end, and waits until it has. */
export async function endProgram (child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill('SIGCONT')
  child.kill('SIGTERM')
  const timer = setTimeout(() => child.kill('SIGKILL'), 10_000)
  await ended
  clearTimeout(timer)
}

export interface Sink {
  pid: number
  port: number
  what: string
  /** How many mails of a sender it has taken; null if it does not say. */
  taken: (sender: string) => Promise<number | null>
}

/** Postfix's smtp-sink where it is installed, otherwise our own. */
export async function startSink (started: Started): Promise<Sink> {
  if (isInstalled('smtp-sink')) {
    const port = await freePort()
    const asUser = process.getuid?.() === 0 ? ['-u', 'nobody'] : []
    const child = started.add(spawn('smtp-sink', [...asUser, `127.0.0.1:${port}`, '100'], {
      stdio: ['ignore', 'ignore', 'inherit']
    }))
    await delay(500)
    return { pid: child.pid as number, port, what: 'smtp-sink of Postfix', taken: async () => null }
  }
  const child = started.add(fork(join(import.meta.dirname, 'sink.js')))
  const [{ port }] = await once(child, 'message') as [{ port: number }]
  return {
    pid: child.pid as number,
    port,
    what: 'a sink of our own',
    async taken (sender) {
      child.send('?')
      const [{ taken }] = await once(child, 'message') as [{ taken: Record<string, number> }]
      return taken[sender] ?? 0
    }
  }
}

/** Something that is measured beside the mailer, while that stands still. */
export type Rival = () => Promise<Slice>

const SLICE_MS = 1_500
const WARM_UP_MS = 1_000

/** Starts a rival program and lets it run warm. */
export async function startRival (
  started: Started, name: string, number: number, env: NodeJS.ProcessEnv
): Promise<Rival> {
  const child = started.add(fork(join(import.meta.dirname, `${name}.js`), [String(number)], { env }))
  await once(child, 'message')
  const slice = async (milliseconds: number): Promise<Slice> => {
    child.send(milliseconds)
    const [result] = await once(child, 'message') as [Slice]
    return result
  }
  await slice(WARM_UP_MS)
  return async () => await slice(SLICE_MS)
}

/**
 * Postfix's smtp-source, which sends a mail of so many bytes again and again, over connections that
 * stay; null if it is not installed.
 */
export function smtpSource (port: number, connections: number, bytes: number): Rival | null {
  if (!isInstalled('smtp-source')) return null
  const count = 10_000
  return async () => {
    const start = performance.now()
    const options = ['-s', String(connections), '-m', String(count), '-l', String(bytes)]
    const envelope = ['-f', 'source@hessen.example', '-t', 'leser@beispiel.example']
    const child = spawn('smtp-source', ['-d', ...options, ...envelope, `127.0.0.1:${port}`], {
      stdio: ['ignore', 'ignore', 'inherit']
    })
    const [code] = await once(child, 'exit')
    if (code !== 0) throw new Error(`smtp-source ended with ${code}`)
    return { count, seconds: (performance.now() - start) / 1000, cpu: null }
  }
}

function isInstalled (program: string): boolean {
  return spawnSync('sh', ['-c', `command -v ${program}`]).status === 0
}
