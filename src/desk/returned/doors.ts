import type { DoorStanding } from '../../bounce/act/standing.js'
import { describeSeconds } from '../../privacy/retention/period.js'
import { de } from '../../texts/de.js'
import { dayAndTime } from '../drafts/times.js'
import type { DoorView } from './pages.js'

const texts = de.returned.doors
const MINUTE_MS = 60_000
/** A mailbox is looked at every few minutes, also while it is out of reach. */
const SILENT_MS = 30 * MINUTE_MS
/** What is in the mailbox is read at once. */
const STUCK_MS = 24 * 60 * MINUTE_MS

/** How a way stands on which mails come back, in words for people. */
export function showDoor (door: DoorStanding, now: Date): DoorView {
  const { works, name, faults } = texts[kindOf(door)]
  const code = door.fault ?? ''
  const fault = code === '' ? lateness(door, now) : faults[groupOf(code)]
  return { name, text: [...fault === null ? [works] : [], ...describe(door, now)].join(' '), fault, code }
}

/** Whether no mails come in on this way, or not all of them. */
export function isFaulty (door: DoorStanding, now: Date): boolean {
  return door.fault !== null || lateness(door, now) !== null
}

function kindOf ({ name }: DoorStanding): 'mailbox' | 'listener' {
  return name === 'listener' ? 'listener' : 'mailbox'
}

function groupOf (code: string): keyof typeof texts.mailbox.faults {
  if (code.startsWith('certificate-')) return 'certificate'
  if (/^(?:start)?tls-/.test(code)) return 'tls'
  return code.startsWith('login-') ? 'login' : 'other'
}

/** Why a mailbox is not read as it should be; null if it is. A listener only waits. */
function lateness (door: DoorStanding, now: Date): string | null {
  const { notedAt, oldestUnreadAt } = door
  if (kindOf(door) === 'listener') return null
  if (now.getTime() - notedAt.getTime() > SILENT_MS) return texts.silent(dayAndTime(notedAt))
  const age = oldestUnreadAt === null ? 0 : now.getTime() - oldestUnreadAt.getTime()
  return age > STUCK_MS ? texts.stuck(describeSeconds(age / 1_000)) : null
}

function describe ({ unread, oldestUnreadAt, readAt }: DoorStanding, now: Date): string[] {
  const age = unread === 0 || oldestUnreadAt === null ? 0 : now.getTime() - oldestUnreadAt.getTime()
  return [
    ...unread === 0 ? [texts.allRead] : [],
    ...unread === null || unread === 0 ? [] : [texts.unread(unread, unread.toLocaleString(de.locale))],
    ...age < MINUTE_MS ? [] : [texts.oldest(describeSeconds(age / 1_000))],
    ...readAt === null ? [] : [texts.lastRead(dayAndTime(readAt))]
  ]
}
