import { readProgress } from '../../delivery/progress.js'
import { asError } from '../../platform/errors.js'
import type { DeskDeps } from '../deps.js'
import { showProgress, type ProgressView, type Sample } from './progress-view.js'

/** Is told how far a delivery is, each time that it is another figure. */
type Listener = (progress: ProgressView) => void

interface Watched { listeners: Set<Listener>, samples: Sample[], last: string }

const EVERY_MS = 1_000
/** The rate is that of the last half minute. */
const SAMPLES = 30

/** Watches deliveries for as many people as want to see them: each is read once a second. */
export interface Watchers {
  /** Begins to tell `listener`; the function that comes back ends it. */
  watch: (number: number, listener: Listener) => () => void
}

export function createWatchers (deps: Pick<DeskDeps, 'pool' | 'clock' | 'log'>): Watchers {
  const { clock, log } = deps
  const watched = new Map<number, Watched>()

  /** Tells all listeners if anything is new, and in any case `newcomer`. */
  async function look (number: number, one: Watched, newcomer?: Listener): Promise<void> {
    const read = await readProgress(deps, number)
    const progress = await showProgress(deps, read, one.samples[0] ?? null)
    one.samples.push({ id: read.id, at: clock.now(), settled: read.planned - read.waiting })
    if (one.samples.length > SAMPLES) one.samples.shift()
    const said = JSON.stringify(progress)
    if (said !== one.last) for (const listener of one.listeners) listener(progress)
    else if (newcomer !== undefined) newcomer(progress)
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
