import { lateness, type DoorStanding } from '../../bounce/act/standing.js'
import { describeSeconds } from '../../privacy/retention/period.js'
import { de } from '../../texts/de.js'
import { dayAndTime } from '../drafts/times.js'
import type { DoorView } from './pages.js'

const texts = de.returned.doors
const MINUTE_MS = 60_000

/** How a way stands on which mails come back, in words for people. */
export function showDoor (door: DoorStanding, now: Date): DoorView {
  const { works, name, faults } = texts[kindOf(door)]
  const code = door.fault ?? ''
  const fault = code === '' ? describeLateness(door, now) : faults[groupOf(code)]
  // What was unread when it could last be read says nothing of now.
  const text = code === '' ? [...fault === null ? [works] : [], ...describe(door, now)].join(' ') : ''
  return { name, text, fault, code }
}

function kindOf ({ name }: DoorStanding): 'mailbox' | 'listener' {
  return name === 'listener' ? 'listener' : 'mailbox'
}

function groupOf (code: string): keyof typeof texts.mailbox.faults {
  if (code.startsWith('certificate-')) return 'certificate'
  if (/^(?:start)?tls-/.test(code)) return 'tls'
  return code.startsWith('login-') ? 'login' : 'other'
}

function describeLateness (door: DoorStanding, now: Date): string | null {
  const { notedAt, oldestUnreadAt } = door
  switch (lateness(door, now)) {
    case 'silent': return texts.silent(dayAndTime(notedAt))
    case 'late': return texts.stuck(describeSeconds((now.getTime() - (oldestUnreadAt ?? now).getTime()) / 1_000))
    case null: return null
  }
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
