import { z } from 'zod'
import { readGrace } from '../../delivery/grace.js'
import { readProgress } from '../../delivery/progress.js'
import { readStart } from '../../delivery/schedule.js'
import type { IssueHead } from '../../issue/list-issues.js'
import { longDay } from '../../platform/text/dates.js'
import { de } from '../../texts/de.js'
import type { Notice } from '../drafts/pages.js'
import type { ApprovalRouteDeps } from '../approval/approval-view.js'
import { showDepartures, type DeparturesView } from './departures-view.js'
import { showProgress, type ProgressView } from './progress-view.js'
import { showStart, type StartView } from './start-view.js'

export const issueParams = z.object({ number: z.string().regex(/^[1-9]\d{0,8}$/).transform(Number) })

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
  progress: ProgressView | null
  /** Once the delivery is over. */
  departures: DeparturesView | null
  /** What was typed and could not be taken. */
  typed: { day: string, time: string }
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

/** The page from which an issue is sent, and on which people watch it. */
export async function showIssue (
  deps: ApprovalRouteDeps,
  issue: IssueHead,
  { notice, typed = { day: '', time: '' } }: { notice: Notice | null, typed?: IssuePage['typed'] }
): Promise<IssuePage> {
  const { pool } = deps
  const { number, title, date, slug, draftId, state } = issue
  const start = state === 'published' ? null : await readStart({ pool }, number)
  const progress = state === 'published' ? await showProgress(deps, await readProgress(deps, number)) : null
  const phase = progress !== null ? 'delivery' : start?.state === 'waiting' ? 'planned' : 'ready'
  const readers = await deps.countReaders()
  return {
    number,
    title,
    date: longDay(de.locale, date),
    slug,
    draft: draftId ?? '',
    state: progress?.state ?? texts.states[phase === 'planned' ? 'planned' : start === null ? 'waiting' : 'held-back'],
    phase,
    notice,
    readers,
    typesCount: mustTypeCount(readers),
    grace: (await readGrace({ db: pool })).value,
    start: start === null ? null : await showStart(deps, start),
    progress,
    departures: progress?.phase === 'over' ? await showDepartures(deps, number) : null,
    typed
  }
}
