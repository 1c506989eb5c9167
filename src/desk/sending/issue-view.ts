import { z } from 'zod'
import { readGrace } from '../../delivery/grace.js'
import { readProgress } from '../../delivery/progress.js'
import { readStart, type PlannedStart } from '../../delivery/schedule.js'
import { findHindrance, type Hindrance } from '../../issue/approval/hindrance.js'
import type { IssueHead } from '../../issue/list-issues.js'
import { longDay } from '../../platform/text/dates.js'
import { de } from '../../texts/de.js'
import type { Notice } from '../drafts/pages.js'
import type { ApprovalRouteDeps } from '../approval/approval-view.js'
import { describeCourse } from './course-view.js'
import { showDepartures, type DeparturesView } from './departures-view.js'
import { showProgress, type ProgressView } from './progress-view.js'
import { showReturned, type ReturnedView } from './returned-view.js'
import { showStart, type StartView } from './start-view.js'

export const issueParams = z.object({ number: z.string().regex(/^[1-9]\d{0,8}$/).transform(Number) })

/** What was typed into the form that sends. */
export interface Typed { day: string, time: string, count: string }

/** The form that sends now, or the one that plans; by their names. */
export type StartForm = 'jetzt' | 'spaeter'

export interface IssuePage extends Record<string, unknown> {
  number: number
  title: string
  date: string
  slug: string
  /** Where it is written; empty for one from a file. */
  draft: string
  state: string
  phase: 'ready' | 'planned' | 'delivery'
  notice: Notice | null
  readers: number
  /** Whether the number of readers must be typed before it is sent. */
  typesCount: boolean
  grace: number
  start: StartView | null
  /** Why it could not be sent as it is; empty if it could, or once it is planned or sent. */
  hindered: string
  progress: ProgressView | null
  /** When it was sent, and who approved it; empty until it is sent. */
  course: string
  /** Once the delivery is over. */
  departures: DeparturesView | null
  returned: ReturnedView | null
  /** What was typed and could not be taken. */
  typed: Typed
  /** Which fields of which form are to be mended. */
  fault: { form: StartForm, field: 'count' | 'moment', text: string } | null
}

declare module '../../platform/http/page.js' {
  interface Pages { 'desk/issue': IssuePage }
}

/** More than a test list, so that nobody sends to all by a slip. */
const MOST_WITHOUT_TYPING = 50

/** Whether a number of readers must be typed before an issue is sent to them. */
export function mustTypeCount (readers: number): boolean {
  return readers > MOST_WITHOUT_TYPING
}

const texts = de.sending
const NOTHING_TYPED: Typed = { day: '', time: '', count: '' }

/** What came of a form. */
export type Around = Pick<IssuePage, 'notice'> & Partial<Pick<IssuePage, 'typed' | 'fault'>>

/** The page from which an issue is sent, and on which people watch it. */
export async function showIssue (
  deps: ApprovalRouteDeps,
  issue: IssueHead,
  { notice, typed = NOTHING_TYPED, fault = null }: Around
): Promise<IssuePage> {
  const { pool } = deps
  const { number, title, date, slug, draftId, state } = issue
  const start = state === 'published' ? null : await readStart({ pool }, number)
  const delivery = state === 'published' ? await readProgress(deps, number) : null
  const progress = delivery === null ? null : await showProgress(deps, delivery)
  const phase = progress !== null ? 'delivery' : start?.state === 'waiting' ? 'planned' : 'ready'
  const readers = await deps.countReaders()
  const hindrance = phase === 'ready'
    ? await findHindrance({ db: pool, previewDraft: deps.previewDraft }, { number, sendAt: deps.clock.now() })
    : null
  return {
    number,
    title,
    date: longDay(de.locale, date),
    slug,
    draft: draftId ?? '',
    state: progress?.state ?? texts.states[stateOf(phase, start, hindrance)],
    phase,
    notice,
    readers,
    typesCount: mustTypeCount(readers),
    grace: (await readGrace({ db: pool })).value,
    start: start === null ? null : await showStart(deps, start),
    hindered: hindrance === null ? '' : texts.hindrances[hindrance],
    progress,
    course: delivery === null ? '' : await describeCourse(deps, number, delivery),
    departures: progress?.phase === 'over' ? await showDepartures(deps, number) : null,
    returned: delivery === null ? null : await showReturned(deps, number),
    typed,
    fault
  }
}

/** How an issue stands that is not sent yet. */
function stateOf (
  phase: IssuePage['phase'], start: PlannedStart | null, hindrance: Hindrance | null
): keyof typeof texts.states {
  if (phase === 'planned') return 'planned'
  if (start !== null) return 'held-back'
  return hindrance === null ? 'waiting' : 'hindered'
}
