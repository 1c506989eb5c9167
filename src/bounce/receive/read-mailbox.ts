import { MOST_BYTES, TooMany, type TakeIn } from './arrived.js'
import type { Listed, MailboxSession } from './mailbox-session.js'
import type { PutOff } from './put-off.js'

interface Deps {
  takeIn: TakeIn
  putOff: PutOff
  /** Is told why a message stays. */
  failed: (error: unknown) => void
  signal: AbortSignal
}

/**
 * Messages that are listed, and then deleted, at once: servers take as long for one as for all. Of
 * them, those that are fetched and taken in at once, and the bytes of those.
 */
const PAGE = 200
const GROUP = 50
const GROUP_BYTES = 4 * 1024 * 1024
/** After so many failures in a row, it is not the messages: the rest waits for the next time. */
const MOST_FAILURES = 20

/**
 * Reads a mailbox once through, the oldest message first. Each is deleted when it is taken in, and
 * not before. One that cannot be taken in stays, and holds up no other. Returns whether it came to
 * the end.
 */
export async function readMailbox (deps: Deps, session: MailboxSession): Promise<boolean> {
  const { putOff, signal } = deps
  const stayed = new Set<number>()
  let failures = 0
  putOff.begin(session.uidValidity)
  for (;;) {
    const page = await session.list(stayed.size + 1, stayed.size + PAGE)
    if (page.length === 0) break
    const taken = new Set<number>()
    let goesOn = true
    for (const group of groupsOf(page.filter(({ uid }) => putOff.isDue(uid)))) {
      const outcome = await takeGroup(deps, session, group)
      for (const uid of outcome.taken) taken.add(uid)
      failures = outcome.taken.length > 0 ? 0 : failures + outcome.failed
      goesOn = !signal.aborted && failures < MOST_FAILURES
      if (!goesOn) break
    }
    await session.remove([...taken])
    for (const { uid } of page) if (!taken.has(uid)) stayed.add(uid)
    if (!goesOn) return false
  }
  putOff.keepOnly(stayed)
  return true
}

/**
 * Takes a group in. Those that could not be taken are put off. Those that are too many do not count
 * as failures: a genuine report may stand behind a flood.
 */
async function takeGroup (
  { takeIn, putOff, failed }: Deps, session: MailboxSession, group: readonly Listed[]
): Promise<{ taken: number[], failed: number }> {
  const found = await session.fetch(group.map(({ uid }) => uid))
  const taken: number[] = []
  let failures = 0
  await Promise.all(group.map(async ({ uid, size }) => {
    const raw = found.get(uid)
    if (raw === undefined) return notTaken(uid)
    try {
      await takeIn({ raw, size, to: [], from: null, door: 'mailbox' })
      taken.push(uid)
    } catch (error) {
      failed(error)
      if (error instanceof TooMany) putOff.tooMany(uid)
      else notTaken(uid)
    }
  }))
  return { taken, failed: failures }

  function notTaken (uid: number): void {
    failures++
    putOff.failed(uid)
  }
}

/** Groups of messages whose beginnings fit into memory together. */
function groupsOf (messages: readonly Listed[]): Listed[][] {
  const groups: Listed[][] = []
  let bytes = Infinity
  for (const message of messages) {
    const kept = Math.min(message.size, MOST_BYTES)
    const last = groups.at(-1)
    if (last === undefined || last.length >= GROUP || bytes + kept > GROUP_BYTES) {
      groups.push([message])
      bytes = kept
    } else {
      last.push(message)
      bytes += kept
    }
  }
  return groups
}
