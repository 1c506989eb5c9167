import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { Behaviour, SinkReport } from './behaviour.js'
import type { Test } from '../support/test.js'

export type SinkOrder = { ask: number } & (
  | { kind: 'open' | 'shut' | 'report' }
  | { kind: 'behave', behaviour: Behaviour }
  | { kind: 'when', count: number }
)

export interface SinkReply { ask: number, value: unknown }

type Order = SinkOrder extends infer One ? One extends SinkOrder ? Omit<One, 'ask'> : never : never

/** An SMTP server in a process of its own that writes down every mail it takes. */
export interface Sink {
  /** As a value of SMTP_URL. */
  url: string
  behave: (behaviour: Behaviour) => Promise<void>
  /** Listens, at the same port as ever. */
  open: () => Promise<void>
  /** Closes its port and every connection. */
  shut: () => Promise<void>
  /** Waits until it has taken so many mails. */
  when: (count: number) => Promise<void>
  report: () => Promise<SinkReport>
}

/** Starts a sink that behaves well until it is told otherwise. */
export async function startSink (t: Test, seed: number): Promise<Sink> {
  const program = join(import.meta.dirname, 'sink.js')
  const child = fork(program, [String(seed)], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  const asked = new Map<number, { resolve: (value: unknown) => void, reject: (error: Error) => void }>()
  let asks = 0
  const ended = once(child, 'exit').then(() => {
    for (const { reject } of asked.values()) reject(new Error('the sink has ended'))
  })
  child.on('message', ({ ask, value }: SinkReply) => {
    asked.get(ask)?.resolve(value)
    asked.delete(ask)
  })
  t.after(async () => {
    child.kill('SIGKILL')
    await ended
  })

  async function tell<T> (order: Order): Promise<T> {
    const ask = ++asks
    const answer = new Promise<unknown>((resolve, reject) => asked.set(ask, { resolve, reject }))
    // A round that ends early leaves questions open; nobody is interested in their answers then.
    answer.catch(() => {})
    child.send({ ...order, ask })
    return await answer as T
  }

  const port = await tell<number>({ kind: 'open' })
  return {
    url: `smtp://127.0.0.1:${port}`,
    behave: async behaviour => await tell({ kind: 'behave', behaviour }),
    open: async () => { await tell({ kind: 'open' }) },
    shut: async () => await tell({ kind: 'shut' }),
    when: async count => { await tell({ kind: 'when', count }) },
    report: async () => await tell({ kind: 'report' })
  }
}
