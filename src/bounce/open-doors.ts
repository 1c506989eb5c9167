import { noteDoor } from './bounce.queries.js'
import { createTakeIn, type TakeInDeps } from './act/take-in.js'
import { startListener } from './receive/listener.js'
import { startMailboxReader, type MailboxState } from './receive/mailbox-reader.js'
import type { Doors } from './settings.js'

/** The doors of one process. */
export interface OpenDoors { stop: () => Promise<void> }

/**
 * Opens the doors of the settings, and notes in the database how they stand. Throws an Error if the
 * listener cannot listen; a mailbox that cannot be reached is tried again.
 */
export async function openDoors (deps: TakeInDeps, { domain, listener, mailbox }: Doors): Promise<OpenDoors> {
  const takeIn = createTakeIn(deps)
  const running: OpenDoors[] = []
  if (domain !== undefined && listener !== undefined) {
    running.push(await startListener({ ...deps, takeIn }, { ...listener, domain }))
    running.push(await noteAgain(async () => await note(deps, 'listener', NOTHING_UNREAD)))
  }
  if (mailbox !== undefined) {
    running.push(startMailboxReader({
      ...deps, takeIn, note: async state => await note(deps, 'mailbox', state)
    }, mailbox))
  }
  return { stop: async () => { await Promise.all(running.map(async door => await door.stop())) } }
}

const NOTHING_UNREAD = { fault: null, unread: null, oldestUnreadAt: null, lastReadAt: null }

/** As often as a mailbox is noted: a door of which nothing is heard for longer is not open. */
const NOTE_EVERY_MS = 5 * 60_000

async function noteAgain (act: () => Promise<void>): Promise<OpenDoors> {
  await act()
  const timer = setInterval(() => { void act() }, NOTE_EVERY_MS)
  return { stop: async () => clearInterval(timer) }
}

async function note (
  { pool, clock, log }: TakeInDeps,
  name: 'listener' | 'mailbox',
  { fault, unread, oldestUnreadAt, lastReadAt }: Omit<MailboxState, 'connected'>
): Promise<void> {
  await noteDoor.run({ name, fault, unread, oldestUnreadAt, readAt: lastReadAt, now: clock.now() }, pool)
    .catch((error: unknown) => log.debug({ err: error }, 'how a door stands could not be noted'))
}
