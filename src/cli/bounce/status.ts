import { Command } from 'commander'
import { isWell, lateness, readStanding, type BounceStanding, type DoorStanding } from '../../bounce/act/standing.js'
import { systemClock } from '../../platform/clock.js'
import { checkSchema } from '../../platform/database/migrate.js'
import { wordsOf } from '../../bounce/receive/mailbox-fault.js'
import { say, withDatabase } from '../command.js'

const DAYS = 30

const HELP = `
Ends with 1 if a way on which mails come back cannot be used, if its oldest unread mail is older than 3 hours,
or if readers wait for a decision: see "bounce believe" and "bounce forgive".`

/** `bounce status`: what came back lately, how the ways stand, and what waits for somebody. */
export function statusCommand (): Command {
  return new Command('status').description('what came back in the last 30 days, and what waits for somebody')
    .addHelpText('after', HELP).option('--json', 'as one JSON document')
    .action(async ({ json = false }: { json?: boolean }) => {
      await withDatabase(async deps => {
        await checkSchema(deps)
        const standing = await readStanding({ ...deps, clock: systemClock }, { days: DAYS })
        const now = systemClock.now()
        say(...json ? [JSON.stringify(asJson(standing, now), null, 2)] : describe(standing, now))
        if (!isAllWell(standing, now)) process.exitCode = 1
      })
    })
}

function isAllWell ({ doors, held }: BounceStanding, now: Date): boolean {
  return held.length === 0 && doors.every(door => isWell(door, now))
}

/** Sums over all days, by what the mails are and whether they counted. */
function sums ({ counts }: BounceStanding): Map<string, number> {
  const total = new Map<string, number>()
  for (const { kind, fate, count } of counts) {
    const key = `${kind} ${fate}`
    total.set(key, (total.get(key) ?? 0) + count)
  }
  return total
}

function asJson (standing: BounceStanding, now: Date): object {
  const { doors, unread, held } = standing
  return {
    ok: isAllWell(standing, now),
    days: DAYS,
    reports: [...sums(standing)].map(([key, count]) => {
      const [kind, fate] = key.split(' ')
      return { kind, fate, count }
    }),
    doors: doors.map(({ name, fault, unread, oldestUnreadAt, readAt }) => ({
      name, fault, unread, oldest_unread_seconds: secondsSince(oldestUnreadAt, now), last_read: readAt
    })),
    waiting_mails: unread.count,
    waiting_readers: held.map(({ issueNumber, readers }) => ({ issue: issueNumber, readers }))
  }
}

function secondsSince (at: Date | null, now: Date): number | null {
  return at === null ? null : Math.max(0, Math.round((now.getTime() - at.getTime()) / 1_000))
}

const FATES: Readonly<Record<string, string>> = {
  counted: '', unowned: ', without a genuine tag', gone: ', of somebody who is gone', repeated: ', read before'
}

function describe (standing: BounceStanding, now: Date): string[] {
  const { doors, unread, held } = standing
  const total = [...sums(standing)].sort(([, a], [, b]) => b - a)
  return [
    total.length === 0 ? `Nothing came back in ${DAYS} days.` : `Came back in ${DAYS} days:`,
    ...total.map(([key, count]) => {
      const [kind = '', fate = ''] = key.split(' ')
      return `  ${String(count).padStart(7)} ${kind}${FATES[fate] ?? ''}`
    }),
    ...doors.map(door => `${door.name}: ${describeDoor(door, now)}`),
    ...unread.count === 0 ? [] : [`${unread.count} mails wait to be looked at in the desk, under „Rückmeldungen“.`],
    ...held.map(({ issueNumber, readers }) => `Issue ${issueNumber}: ${readers} readers wait. So many mailboxes ` +
      `are said to be gone that it may be a mistake: "bounce believe ${issueNumber}" erases these readers, ` +
      `"bounce forgive ${issueNumber}" keeps them.`)
  ]
}

function describeDoor (door: DoorStanding, now: Date): string {
  const { fault, unread, oldestUnreadAt, readAt, notedAt } = door
  if (fault !== null) return wordsOf(fault)
  if (lateness(door, now) === 'silent') return `nothing was heard of it since ${notedAt.toISOString()}`
  const oldest = secondsSince(oldestUnreadAt, now)
  if (unread !== null && unread > 0 && oldest !== null) return `${unread} unread, the oldest for ${oldest} seconds`
  return readAt === null ? 'open' : `open, last read at ${readAt.toISOString()}`
}
