import { setTimeout as after } from 'node:timers/promises'
import type { Clock } from '../../platform/clock.js'
import type { Log } from '../../platform/log/log.js'
import type { TakeIn } from './arrived.js'
import { mailboxFault, needsAction, type MailboxFault } from './mailbox-fault.js'
import { openMailbox, type MailboxSession } from './mailbox-session.js'
import type { MailboxTarget } from './mailbox-url.js'
import { watchMailbox } from './mailbox-watch.js'
import { putOffMessages } from './put-off.js'
import { readMailbox } from './read-mailbox.js'
import { refusalLog } from './refusal-log.js'

/** How the mailbox stands, for operators. */
export interface MailboxState {
  connected: boolean
  /** Why it cannot be read; null while it can, and before it was tried. */
  fault: MailboxFault | null
  /** Messages in it, and when the oldest came; null while nobody knows. */
  unread: number | null
  oldestUnreadAt: Date | null
  /** When it was last read to its end; null: not since the start. */
  lastReadAt: Date | null
}

export interface MailboxReaderDeps {
  log: Log
  clock: Clock
  takeIn: TakeIn
  /** Is told how the mailbox stands after each reading and each failure: every five minutes. */
  note: (state: MailboxState) => Promise<void>
  /** Waits so many milliseconds; rejects when the signal is aborted. */
  sleep?: (ms: number, signal: AbortSignal) => Promise<unknown>
}

const POLL_MS = 60_000
const FIRST_RETRY_MS = 1_000
/** A login that is tried every second gets an account locked. */
const FIRST_RETRY_AFTER_REFUSAL_MS = 60_000
const LONGEST_RETRY_MS = 5 * 60_000
const STOP_MS = 2_000

/**
 * Reads a mailbox until it is stopped: at once when a message comes, if the server tells, and every
 * minute. A message is deleted when `takeIn` has resolved. Whatever breaks, it goes on later, and
 * reads what was read and not deleted a second time.
 */
export function startMailboxReader (deps: MailboxReaderDeps, target: MailboxTarget): { stop: () => Promise<void> } {
  const stopping = new AbortController()
  const { signal } = stopping
  const { clock, takeIn, sleep = defaultSleep } = deps
  const watch = watchMailbox(deps, target)
  const notes = refusalLog(deps)
  const putOff = putOffMessages(clock)
  const state: MailboxState = { connected: false, fault: null, unread: null, oldestUnreadAt: null, lastReadAt: null }
  let session: MailboxSession | null = null
  let retryMs = 0
  const ended = run()

  async function run (): Promise<void> {
    while (!signal.aborted) {
      try {
        session = await openMailbox(target, signal)
        await readOn(session)
      } catch (error) {
        if (!signal.aborted) await pauseAfter(mailboxFault(error))
      } finally {
        session?.close()
        session = null
      }
    }
  }

  /** Reads again and again, until the connection breaks or the reader is stopped. */
  async function readOn (opened: MailboxSession): Promise<void> {
    while (!signal.aborted) {
      const toTheEnd = await readMailbox({ takeIn, putOff, signal, failed: notes.takingFailed }, opened)
      const [oldest] = await opened.list(1, 1)
      watch.reached()
      retryMs = 0
      if (toTheEnd) state.lastReadAt = clock.now()
      await note({ connected: true, fault: null, unread: opened.count(), oldestUnreadAt: oldest?.arrivedAt ?? null })
      await pause(POLL_MS, async signal => await opened.news(signal))
      if (!signal.aborted) await opened.ask()
    }
  }

  async function pauseAfter (fault: MailboxFault): Promise<void> {
    watch.failed(fault)
    await note({ connected: false, fault })
    const first = needsAction(fault) ? FIRST_RETRY_AFTER_REFUSAL_MS : FIRST_RETRY_MS
    retryMs = Math.min(Math.max(retryMs * 2, first), LONGEST_RETRY_MS)
    await pause(retryMs)
  }

  /** Ends early when the reader is stopped, or when `orUntil` resolves. */
  async function pause (ms: number, orUntil?: (signal: AbortSignal) => Promise<void>): Promise<void> {
    const over = new AbortController()
    const end = (): void => over.abort()
    signal.addEventListener('abort', end, { once: true })
    if (signal.aborted) end()
    await Promise.race([sleep(ms, over.signal).catch(() => {}), ...orUntil === undefined ? [] : [orUntil(over.signal)]])
    end()
    signal.removeEventListener('abort', end)
  }

  async function note (change: Partial<MailboxState>): Promise<void> {
    Object.assign(state, change)
    await deps.note({ ...state })
      .catch(error => deps.log.debug({ err: error }, 'how the mailbox stands was not noted'))
  }

  return {
    /** Ends within three seconds. A group of messages that is being taken in is finished before. */
    async stop () {
      stopping.abort()
      await Promise.race([ended, after(STOP_MS, undefined, { ref: false })])
      session?.close()
      notes.flush()
    }
  }
}

const defaultSleep: NonNullable<MailboxReaderDeps['sleep']> = async (ms, signal) =>
  await after(ms, undefined, { signal })
