import { readProgress } from '../../delivery/progress.js'
import { readStart } from '../../delivery/schedule.js'
import { asError } from '../../platform/errors.js'
import type { DeskDeps } from '../deps.js'
import { showProgress, type ProgressView, type Sample } from './progress-view.js'
import { showStart, type StartView } from './start-view.js'

/** How an issue stands. `phase` is another one when other buttons are there to press. */
export type Seen =
  | { phase: ProgressView['phase'], progress: ProgressView }
  | { phase: 'planned', start: StartView, readers: number }
  /** Nothing is planned: neither a start nor a delivery. */
  | { phase: 'ready' }

/** Is told how an issue stands, each time that anything of it is new. */
type Listener = (seen: Seen) => void

interface Watched { listeners: Set<Listener>, samples: Sample[], last: string }

const EVERY_MS = 1_000
/** The rate is that of the last half minute. */
const SAMPLES = 30

/** Watches issues for as many people as want to see them: each is read once a second. */
export interface Watchers {
  /** Begins to tell `listener`; the function that comes back ends it. */
  watch: (number: number, listener: Listener) => () => void
}

export function createWatchers (deps: Pick<DeskDeps, 'pool' | 'clock' | 'log' | 'countReaders'>): Watchers {
  const { clock, log, countReaders } = deps
  const watched = new Map<number, Watched>()

  async function see (number: number, { samples }: Watched): Promise<Seen> {
    const read = await readProgress(deps, number)
    if (read.startedAt === null && read.id === null) {
      const start = await readStart(deps, number)
      if (start?.state !== 'waiting') return { phase: 'ready' }
      return { phase: 'planned', start: await showStart(deps, start), readers: await countReaders() }
    }
    const progress = await showProgress(deps, read, samples[0] ?? null)
    samples.push({ id: read.id, at: clock.now(), settled: read.planned - read.waiting })
    if (samples.length > SAMPLES) samples.shift()
    return { phase: progress.phase, progress }
  }

  /** Tells all listeners if anything is new, and in any case `newcomer`. */
  async function look (number: number, one: Watched, newcomer?: Listener): Promise<void> {
    const seen = await see(number, one)
    const said = JSON.stringify(seen)
    if (said !== one.last) for (const listener of one.listeners) listener(seen)
    else if (newcomer !== undefined) newcomer(seen)
    one.last = said
  }

  async function tryLook (number: number, one: Watched, newcomer?: Listener): Promise<void> {
    await look(number, one, newcomer).catch((error: unknown) => {
      log.warn({ event: 'watching_failed', issue: number, err: asError(error) }, 'progress could not be read')
    })
  }

  async function follow (number: number, one: Watched): Promise<void> {
    while (one.listeners.size > 0) {
      await tryLook(number, one)
      await new Promise(resolve => setTimeout(resolve, EVERY_MS).unref())
    }
    watched.delete(number)
  }

  return {
    watch (number, listener) {
      let one = watched.get(number)
      if (one === undefined) {
        one = { listeners: new Set([listener]), samples: [], last: '' }
        watched.set(number, one)
        void follow(number, one)
      } else {
        one.listeners.add(listener)
        // What was said last may be a second old, and the newcomer's page newer.
        void tryLook(number, one, listener)
      }
      const { listeners } = one
      return () => { listeners.delete(listener) }
    }
  }
}
