import { hasCode } from '../platform/errors.js'
import { SILENT_AFTER_MS } from './act/standing.js'
import { createTakeIn, type TakeInDeps } from './act/take-in.js'
import { noteDoor, noteTakenDoor } from './bounce.queries.js'
import type { TakeIn } from './receive/arrived.js'
import { startListener, type ListenerOptions } from './receive/listener.js'
import { startMailboxReader, type MailboxState } from './receive/mailbox-reader.js'
import type { Doors } from './settings.js'

/** The doors of one process. */
export interface OpenDoors { stop: () => Promise<void> }

type Deps = TakeInDeps & { takeIn: TakeIn }

/**
 * Opens the doors of the settings, and notes in the database how they stand. Throws an Error if the
 * listener can never listen. Where another mailer listens, it waits for its turn; a mailbox that
 * cannot be reached is tried again.
 */
export async function openDoors (deps: TakeInDeps, { domain, listener, mailbox }: Doors): Promise<OpenDoors> {
  const takeIn = createTakeIn(deps)
  const running: OpenDoors[] = []
  if (domain !== undefined && listener !== undefined) {
    running.push(await openListener({ ...deps, takeIn }, { ...listener, domain }))
  }
  if (mailbox !== undefined) {
    running.push(startMailboxReader({
      ...deps, takeIn, note: async state => await note(deps, 'mailbox', state)
    }, mailbox))
  }
  return { stop: async () => { await Promise.all(running.map(async door => await door.stop())) } }
}

/** As often as a mailbox is noted, and as a place that is taken is tried again. */
const EVERY_MS = 60_000
const NOTHING_UNREAD = { fault: null, unread: null, oldestUnreadAt: null, lastReadAt: null }

async function openListener (deps: Deps, options: ListenerOptions): Promise<OpenDoors> {
  let door = await tryToListen(deps, options)
  if (door === null) {
    const fields = { event: 'bounce_listener_waits' } as const
    deps.log.warn(fields, 'something else listens where bounces come in: it is tried again every minute')
  }
  let looking = look()
  const timer = setInterval(() => { looking = looking.then(look) }, EVERY_MS)

  async function look (): Promise<void> {
    door ??= await tryToListen(deps, options).catch(() => null)
    if (door === null) await noteTaken(deps)
    else await note(deps, 'listener', NOTHING_UNREAD)
  }

  return {
    async stop () {
      clearInterval(timer)
      await looking
      await door?.stop()
    }
  }
}

/** Null if something else listens there. */
async function tryToListen (deps: Deps, options: ListenerOptions): Promise<OpenDoors | null> {
  try {
    return await startListener(deps, options)
  } catch (error) {
    if (error instanceof Error && hasCode(error.cause, 'EADDRINUSE')) return null
    throw error
  }
}

async function noteTaken ({ pool, clock, log }: Deps): Promise<void> {
  const now = clock.now()
  const before = new Date(now.getTime() - SILENT_AFTER_MS)
  await noteTakenDoor.run({ name: 'listener', fault: 'place-taken', now, before }, pool)
    .catch((error: unknown) => log.debug({ err: error }, 'how a door stands could not be noted'))
}

async function note (
  { pool, clock, log }: TakeInDeps,
  name: 'listener' | 'mailbox',
  { fault, unread, oldestUnreadAt, lastReadAt }: Omit<MailboxState, 'connected'>
): Promise<void> {
  await noteDoor.run({ name, fault, unread, oldestUnreadAt, readAt: lastReadAt, now: clock.now() }, pool)
    .catch((error: unknown) => log.debug({ err: error }, 'how a door stands could not be noted'))
}
