import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { deliveryStates } from '../../delivery/delivery-states.js'
import { editorNames } from '../../editor/account/names.js'
import { bringBackDraft, deleteDraft, UNDO_DAYS } from '../../issue/draft/delete-draft.js'
import type { PreviewDraft } from '../../issue/draft/preview-draft.js'
import { listDrafts, readDraft } from '../../issue/draft/read-draft.js'
import { listIssues } from '../../issue/list-issues.js'
import { groupCommit } from '../../platform/group-commit.js'
import { longDay } from '../../platform/text/dates.js'
import { de } from '../../texts/de.js'
import type { DeskDeps } from '../deps.js'
import { describeWaiting } from '../returned/waiting.js'
import { actingOf, draftParams, noDraft, READS, WRITES } from './deps.js'
import { createDraftLines } from './draft-lines.js'
import type { IssueLineView, Notice } from './pages.js'
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
  const draftLines = createDraftLines(deps)
  const newestIssues = groupCommit(async () => await issueLines(deps))
  const returnedLines = groupCommit(async () => await describeWaiting(deps))

  app.get('/', { config: READS, schema: { querystring: listQuery } }, async ({ query, editor }, reply) => {
    const notice = query.geloescht === undefined ? null : await deletedNotice(deps, query.geloescht)
    if (query.vor !== undefined) {
      const older = await issueLines(deps, query.vor)
      return await reply.page('desk/drafts', { ...older, waiting: [], drafts: null, returned: [], notice })
    }
    const looks = editor.roles.includes('administer')
    const [lines, newest, returned] = await Promise.all([
      draftLines(editor), newestIssues(), looks ? returnedLines() : []
    ])
    return await reply.page('desk/drafts', { ...newest, ...lines, returned, notice })
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

async function issueLines (
  { pool }: Pick<DeskDeps, 'pool'>, before?: number
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
