import ical, { escape } from 'ical-generator'
import type { PublishedLine } from '../issue/published.js'
import type { Summary } from '../issue/summary.js'
import { instantOf, longDay } from '../platform/text/dates.js'
import { de } from '../texts/de.js'

type Event = Summary['events'][number]

/** What a calendar is made of. `publicUrl` is without a slash at its end. */
export interface CalendarSource {
  issue: Pick<PublishedLine, 'number' | 'slug' | 'publishedAt'>
  events: readonly Event[]
  newsletter: string
  publicUrl: string
}

/**
 * Events as a calendar (RFC 5545), one entry for each date. Times are instants, so that no program
 * needs to know when clocks in Hesse change; days are days wherever one is. An event without an end
 * has none here, either.
 */
export function calendarOf ({ issue, events, newsletter, publicUrl }: CalendarSource): string {
  const host = new URL(publicUrl).hostname
  // The library escapes the texts of entries, but not these two.
  const name = escape(newsletter, false)
  const calendar = ical({ name, prodId: { company: host, product: name, language: 'DE' } })
  for (const event of events) {
    const page = `${publicUrl}/ausgaben/${issue.slug}#${event.id}`
    for (const [index, { start, end, place, address }] of event.dates.entries()) {
      calendar.createEvent({
        // The same entry under the same name, however often it is fetched.
        id: `ausgabe-${issue.number}-${event.id}-${index + 1}@${host}`,
        stamp: issue.publishedAt,
        ...span(start, end),
        summary: event.title,
        location: address === undefined ? place : `${place}, ${address}`,
        description: describe(event, page),
        url: page
      })
    }
  }
  return `${calendar.toString()}\r\n`
}

/** The end of a day that is given as such is the day after it: RFC 5545, 3.6.1. */
function span (start: string, end: string | undefined): { start: Date, end?: Date, allDay?: true } {
  if (start.length > 10) {
    const last = end === undefined ? {} : { end: end.length > 10 ? momentOf(end) : endOfDay(end) }
    return { start: momentOf(start), ...last }
  }
  const last = end === undefined ? {} : { end: midnight(end.slice(0, 10), 1) }
  return { start: midnight(start), ...last, allDay: true }
}

const HOUR_MS = 3_600_000

/**
 * The begin of a day, or of one so many days later. The library writes days as the machine's clock
 * has them.
 */
function midnight (day: string, later = 0): Date {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  return new Date(year, month - 1, date + later)
}

/** A time in the hour that summer time skips is meant an hour later. */
function momentOf (wallClock: string): Date {
  const instant = instantOf(wallClock)
  if (instant !== null) return instant
  const asUtc = new Date(`${wallClock.replace(' ', 'T')}Z`).getTime()
  return new Date(asUtc - HOUR_MS)
}

function endOfDay (day: string): Date {
  return new Date(momentOf(`${day} 23:59`).getTime() + 60_000)
}

function describe ({ description, registration }: Event, page: string): string {
  const deadline = registration?.deadline === undefined
    ? []
    : [`${de.issue.words.registrationDeadline}: ${longDay(de.locale, registration.deadline)}`]
  const link = registration === null ? [] : [`${de.issue.toRegistration}: ${registration.url}`]
  return [description, [...link, ...deadline].join('\n'), page].filter(part => part !== '').join('\n\n')
}
