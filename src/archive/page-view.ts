import { readNeighbours, readPublished, type PublishedIssue } from '../issue/published.js'
import type { Summary } from '../issue/summary.js'
import { german } from '../issue/render/format.js'
import type { Clock } from '../platform/clock.js'
import type { Queryable } from '../platform/database/pool.js'
import { wallClock } from '../platform/text/dates.js'
import { readCorrections } from './correct.js'
import { readWithdrawal, readWithdrawn } from './withdraw.js'

interface Neighbour { slug: string, title: string }

/** The page of an issue. `fragment` is HTML that was made when the issue was approved. */
export interface IssuePage extends Record<string, unknown> {
  number: number
  slug: string
  title: string
  date: string
  preheader: string
  /** „2027-03-04T08:00:00.000Z“ */
  publishedAt: string
  picture: Summary['picture']
  fragment: string
  corrections: Array<{ text: string, correctedAt: Date }>
  /** What can still be put in a calendar. */
  events: Array<{ id: string, title: string, dates: string[] }>
  before: Neighbour | null
  after: Neighbour | null
}

export interface WithdrawnPage extends Record<string, unknown> { title: string, reason: string }

declare module '../platform/http/page.js' {
  interface Pages {
    'archive/issue': IssuePage
    'archive/withdrawn': WithdrawnPage
  }
}

interface Deps { db: Queryable, clock: Clock }

export type Shown = { isWithdrawn: false, page: IssuePage } | { isWithdrawn: true, page: WithdrawnPage }

/** What stands under the address of an issue; null if no such issue was published. */
export async function showIssue ({ db, clock }: Deps, slug: string): Promise<Shown | null> {
  const issue = await readPublished({ db }, slug)
  if (issue === null) return null
  const { number, title } = issue
  const withdrawal = await readWithdrawal({ db }, number)
  if (withdrawal !== null) return { isWithdrawn: true, page: { title, reason: withdrawal.reason } }
  const except = await readWithdrawn({ db })
  const corrections = (await readCorrections({ db }, number)).map(({ text, correctedAt }) => ({ text, correctedAt }))
  return {
    isWithdrawn: false,
    page: { ...publicPage(issue, clock.now()), corrections, ...await readNeighbours({ db }, { number, except }) }
  }
}

/** The page of an issue that nobody has corrected, without issues around it: as it is at first. */
export function publicPage (issue: PublishedIssue, now: Date): IssuePage {
  const { number, slug, title, date, publishedAt, summary: { preheader, picture, events }, page } = issue
  return {
    number,
    slug,
    title,
    date,
    preheader,
    publishedAt: publishedAt.toISOString(),
    picture,
    fragment: page,
    corrections: [],
    events: upcoming(events, wallClock(now)),
    before: null,
    after: null
  }
}

/** Events of which a date is not over yet; `now` is what clocks in Hesse show. */
function upcoming (events: Summary['events'], now: string): IssuePage['events'] {
  return events
    .filter(({ dates }) => dates.some(({ start, end = start }) => end >= now.slice(0, end.length)))
    .map(({ id, title, dates }) => ({ id, title, dates: dates.map(describe) }))
}

/** „Dienstag, 8. Juni 2027, 9.30 Uhr bis 16.30 Uhr, Kassel“ */
function describe ({ start, end, place }: Summary['events'][number]['dates'][number]): string {
  return [german.fullDay(start), german.hours(start, end), place].filter(part => part !== '').join(', ')
}
