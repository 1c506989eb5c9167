import type { FastifyInstance } from 'fastify'
import type { Pool } from 'pg'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { deliveryStates } from '../../delivery/delivery-states.js'
import { readStarts } from '../../delivery/schedule.js'
import { editorNames } from '../../editor/account/names.js'
import { bringBackDraft, deleteDraft, UNDO_DAYS } from '../../issue/draft/delete-draft.js'
import { readStanding } from '../../issue/approval/standing.js'
import type { PreviewDraft } from '../../issue/draft/preview-draft.js'
import { listDrafts, readDraft } from '../../issue/draft/read-draft.js'
import { listIssues } from '../../issue/list-issues.js'
import { longDay } from '../../platform/text/dates.js'
import { de } from '../../texts/de.js'
import type { DeskDeps } from '../deps.js'
import { actingOf, draftParams, noDraft, READS, WRITES } from './deps.js'
import type { DraftLineView, IssueLineView, Notice } from './pages.js'
import { dayAndTime } from './times.js'

const ON_A_PAGE = 50
const DAY_MS = 86_400_000

const listQuery = z.object({
  vor: z.coerce.number().int().min(1).max(2 ** 31 - 1).optional().catch(undefined),
  geloescht: z.uuid().optional().catch(undefined)
})

/** `/redaktion`: what is being written and what was sent; and what was deleted. */
export async function listRoutes (
  plugin: FastifyInstance, deps: DeskDeps & { previewDraft: PreviewDraft }
): Promise<void> {
  const app = plugin.withTypeProvider<ZodTypeProvider>()
  const { base, pool } = deps

  app.get('/', { config: READS, schema: { querystring: listQuery } }, async ({ query }, reply) => {
    const notice = query.geloescht === undefined ? null : await deletedNotice(deps, query.geloescht)
    const drafts = query.vor === undefined ? await draftLines(deps) : null
    return await reply.page('desk/drafts', { ...await issueLines(deps, query.vor), drafts, notice })
  })

  app.get('/entwuerfe/geloescht', { config: READS }, async (_, reply) => {
    const drafts = await listDrafts({ pool }, { deleted: true })
    const names = await editorNames({ db: pool }, drafts.map(({ deletedBy }) => deletedBy))
    return await reply.page('desk/deleted-drafts', {
      drafts: drafts.map(({ id, title, deletedAt, deletedBy }) => ({
        id,
        title: title === '' ? de.drafts.untitled : title,
        deletedAt: deletedAt === null ? '' : dayAndTime(deletedAt),
        until: deletedAt === null ? '' : longDay(de.locale, new Date(deletedAt.getTime() + UNDO_DAYS * DAY_MS)),
        by: names.get(deletedBy ?? '') ?? de.drafts.somebody
      }))
    })
  })

  const writes = { config: WRITES, schema: { params: draftParams } }
  app.post('/entwuerfe/:draft/loeschen', writes, async (request, reply) => {
    const { draft } = request.params
    if (!await deleteDraft(actingOf(deps, request), draft)) throw noDraft()
    return await reply.redirect(`${base}/redaktion?geloescht=${draft}`, 303)
  })

  app.post('/entwuerfe/:draft/zurueckholen', writes, async (request, reply) => {
    const { draft } = request.params
    await bringBackDraft(actingOf(deps, request), draft)
    return await reply.redirect(`${base}/redaktion/entwuerfe/${draft}?getan=undeleted`, 303)
  })
}

async function draftLines (
  { pool, previewDraft }: Pick<DeskDeps, 'pool'> & { previewDraft: PreviewDraft }
): Promise<DraftLineView[]> {
  const drafts = await listDrafts({ pool })
  const starts = await readStarts({ pool }, drafts.flatMap(({ issue }) => issue ?? []))
  const changed = new Set<string>()
  for (const { id, state } of drafts) {
    if (state === 'approved' && !await approvalStands({ pool, previewDraft }, id)) changed.add(id)
  }
  return drafts.map(({ id, title, state, issue, blocks, openComments, changedAt, date }) => ({
    id,
    title: title === '' ? de.drafts.untitled : title,
    state: changed.has(id) ? de.approval.standings.changed : stateOf(state, starts.get(issue ?? 0)),
    blocks,
    openComments,
    changedAt: dayAndTime(changedAt),
    date: /^\d{4}-\d\d-\d\d$/.test(date) ? date : ''
  }))
}

/** Whether the approval of an approved draft names the mail as it is now. */
async function approvalStands (
  { pool, previewDraft }: { pool: Pool, previewDraft: PreviewDraft }, id: string
): Promise<boolean> {
  const draft = await readDraft({ pool }, id)
  if (draft === null) return true
  const { hash } = await previewDraft(draft)
  return (await readStanding({ db: pool }, { draft: id, hash })).approval?.stands === true
}

function stateOf (state: keyof typeof de.drafts.states, start: { startAt: Date, state: string } | undefined): string {
  if (start === undefined) return de.drafts.states[state]
  return start.state === 'waiting' ? de.drafts.planned(dayAndTime(start.startAt)) : de.drafts.heldBack
}

async function issueLines (
  { pool }: Pick<DeskDeps, 'pool'>, before: number | undefined
): Promise<{ issues: IssueLineView[], older: number | null }> {
  const found = await listIssues({ db: pool }, { before, most: ON_A_PAGE + 1 })
  const issues = found.slice(0, ON_A_PAGE)
  const states = await deliveryStates({ db: pool }, issues.map(({ number }) => number))
  return {
    older: found.length > ON_A_PAGE ? issues.at(-1)?.number ?? null : null,
    issues: issues.map(({ number, title, date }) => ({
      number,
      title,
      date: longDay(de.locale, date),
      state: de.drafts.issueStates[states.get(number) ?? 'approved']
    }))
  }
}

async function deletedNotice ({ pool }: Pick<DeskDeps, 'pool'>, id: string): Promise<Notice | null> {
  const draft = await readDraft({ pool }, id)
  if (draft === null || draft.deletedAt === null) return null
  const title = typeof draft.head['title'] === 'string' ? draft.head['title'] : de.drafts.untitled
  return { kind: 'success', text: de.drafts.status.deleted(title), undo: `entwuerfe/${id}/zurueckholen` }
}
