import type { Pool } from 'pg'
import { readStarts } from '../../delivery/schedule.js'
import type { Role } from '../../editor/account/role.js'
import { refusedApprovers } from '../../issue/approval/four-eyes.js'
import { readStanding } from '../../issue/approval/standing.js'
import type { PreviewDraft } from '../../issue/draft/preview-draft.js'
import { listDrafts, readDraft, type DraftLine } from '../../issue/draft/read-draft.js'
import { groupCommit } from '../../platform/group-commit.js'
import { de } from '../../texts/de.js'
import type { DraftLineView } from './pages.js'
import { dayAndTime } from './times.js'

interface Deps { pool: Pool, previewDraft: PreviewDraft }

interface Viewer { id: string, roles: readonly Role[] }

interface Lines { waiting: DraftLineView[], drafts: DraftLineView[] }

/**
 * Returns what lists the drafts as somebody sees them: those that wait for an approval they may
 * give, first what they were asked for, and all others. What is the same for everybody is read once
 * for all who ask while others are answered.
 */
export function createDraftLines ({ pool, previewDraft }: Deps): (viewer: Viewer) => Promise<Lines> {
  const readAll = groupCommit(async () => await readLines({ pool, previewDraft }))
  return async viewer => {
    const asked: DraftLineView[] = []
    const open: DraftLineView[] = []
    const others: DraftLineView[] = []
    for (const { draft, line } of await readAll()) {
      const { id, state, askedId } = draft
      if (state !== 'submitted' || !await mayDecide({ pool }, viewer, id)) others.push(line)
      else if (askedId === viewer.id) asked.push(lineOf(draft, de.drafts.askedOfYou, '/freigabe'))
      else open.push(lineOf(draft, de.approval.standings.submitted, '/freigabe'))
    }
    return { waiting: [...asked, ...open], drafts: others }
  }
}

async function readLines ({ pool, previewDraft }: Deps): Promise<Array<{ draft: DraftLine, line: DraftLineView }>> {
  const drafts = await listDrafts({ pool })
  const starts = await readStarts({ pool }, drafts.flatMap(({ issue }) => issue ?? []))
  const lines = []
  for (const draft of drafts) {
    const { id, state, issue } = draft
    const isChanged = state === 'approved' && !await approvalStands({ pool, previewDraft }, id)
    const shown = isChanged ? de.approval.standings.changed : stateOf(state, starts.get(issue ?? 0))
    lines.push({ draft, line: lineOf(draft, shown) })
  }
  return lines
}

async function mayDecide ({ pool }: { pool: Pool }, { id, roles }: Viewer, draft: string): Promise<boolean> {
  return roles.includes('approve') && !(await refusedApprovers({ db: pool }, draft)).has(id)
}

function lineOf (
  { id, title, blocks, openComments, changedAt, date }: DraftLine, state: string, page: DraftLineView['page'] = ''
): DraftLineView {
  return {
    id,
    title: title === '' ? de.drafts.untitled : title,
    state,
    page,
    blocks,
    openComments,
    changedAt: dayAndTime(changedAt),
    date: /^\d{4}-\d\d-\d\d$/.test(date) ? date : ''
  }
}

/** Whether the approval of an approved draft names the mail as it is now. */
async function approvalStands ({ pool, previewDraft }: Deps, id: string): Promise<boolean> {
  const draft = await readDraft({ pool }, id)
  if (draft === null) return true
  const { hash } = await previewDraft(draft)
  return (await readStanding({ db: pool }, { draft: id, hash })).approval?.stands === true
}

function stateOf (state: keyof typeof de.drafts.states, start: { startAt: Date, state: string } | undefined): string {
  if (start === undefined) return de.drafts.states[state]
  return start.state === 'waiting' ? de.drafts.planned(dayAndTime(start.startAt)) : de.drafts.heldBack
}
