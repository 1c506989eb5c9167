import { noteDoor } from './bounce.queries.js'
import { createTakeIn, type TakeInDeps } from './act/take-in.js'
import { startListener } from './receive/listener.js'
import type { Doors } from './settings.js'

/** The doors of one process. */
export interface OpenDoors { stop: () => Promise<void> }

/**
 * Opens the doors of the settings, and notes in the database how they stand. Throws an Error if the
 * listener cannot listen; a mailbox that cannot be reached is tried again.
 */
export async function openDoors (deps: TakeInDeps, { domain, listener }: Doors): Promise<OpenDoors> {
  const takeIn = createTakeIn(deps)
  const running: OpenDoors[] = []
  if (domain !== undefined && listener !== undefined) {
    running.push(await startListener({ ...deps, takeIn }, { ...listener, domain }))
    await note(deps, 'listener', { fault: null, unread: null, oldestUnreadAt: null, lastReadAt: null })
  }
  return { stop: async () => { await Promise.all(running.map(async door => await door.stop())) } }
}

interface MailboxState {
  fault: string | null
  unread: number | null
  oldestUnreadAt: Date | null
  lastReadAt: Date | null
}

async function note (
  { pool, clock, log }: TakeInDeps, name: string, { fault, unread, oldestUnreadAt, lastReadAt }: MailboxState
): Promise<void> {
  await noteDoor.run({ name, fault, unread, oldestUnreadAt, readAt: lastReadAt, now: clock.now() }, pool)
    .catch((error: unknown) => log.debug({ err: error }, 'how a door stands could not be noted'))
}
