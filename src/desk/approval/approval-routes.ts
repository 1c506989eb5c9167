import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { editorNames } from '../../editor/account/names.js'
import { tellEditor } from '../../editor/tell.js'
import type { ApprovalDeps } from '../../issue/approval/deps.js'
import { submitDraft, takeBack } from '../../issue/approval/submit.js'
import { readDraft } from '../../issue/draft/read-draft.js'
import { de } from '../../texts/de.js'
import { actingOf, draftParams, noDraft, READS, WRITES } from '../drafts/deps.js'
import { seenAs } from '../drafts/mail-as-seen.js'
import type { Notice } from '../drafts/pages.js'
import { showApproval, type Around, type ApprovalRouteDeps } from './approval-view.js'
import './pages.js'

const texts = de.approval
const pageQuery = z.object({ ansicht: seenAs, getan: z.string().optional(), wer: z.uuid().optional().catch(undefined) })
/** `keine`: nobody is told by mail. The empty choice is the one that was not made. */
const submitForm = z.object({ an: z.union([z.uuid(), z.literal(['', 'keine'])]).default('keine') })

/** What a use case of approving is given. */
export function approvingOf (deps: ApprovalRouteDeps, request: FastifyRequest): ApprovalDeps {
  return { ...actingOf(deps, request), tell: tellEditor, previewDraft: deps.previewDraft }
}

/** `/redaktion/entwuerfe/:draft/freigabe`: how a draft stands, and submitting it. */
export async function approvalRoutes (plugin: FastifyInstance, deps: ApprovalRouteDeps): Promise<void> {
  const app = plugin.withTypeProvider<ZodTypeProvider>()
  const pageOf = (draft: string): string => `${deps.base}/redaktion/entwuerfe/${draft}/freigabe`

  app.get('/entwuerfe/:draft/freigabe', { config: READS, schema: { params: draftParams, querystring: pageQuery } },
    async (request, reply) => {
      const { params: { draft }, query: { ansicht: view, getan, wer } } = request
      return await answerApproval(deps, request, reply, { draft, view, notice: await noticeOf(deps, getan, wer) })
    })

  app.post('/entwuerfe/:draft/einreichen', { config: WRITES, schema: { params: draftParams, body: submitForm } },
    async (request, reply) => {
      const { params: { draft }, body: { an } } = request
      if (an === '') return await answerFault(deps, request, reply, { draft, text: texts.faults.notChosen })
      const asked = an === 'keine' ? null : an
      const submitted = await submitDraft(approvingOf(deps, request), { draft, asked })
      if (submitted.result === 'gone') throw noDraft()
      if (submitted.result === 'barriers') {
        return await answerFault(deps, request, reply, { draft, text: texts.faults.barriers(submitted.count) })
      }
      if (submitted.result === 'asked-refused') {
        return await answerFault(deps, request, reply, { draft, text: texts.faults.askedRefused })
      }
      const done = submitted.result === 'approved-already' ? 'approved' : 'submitted'
      return await reply.redirect(`${pageOf(draft)}?getan=${done}${asked === null ? '' : `&wer=${asked}`}`, 303)
    })

  app.post('/entwuerfe/:draft/zuruecknehmen', { config: WRITES, schema: { params: draftParams } },
    async (request, reply) => {
      const { draft } = request.params
      if (await takeBack(actingOf(deps, request), draft)) {
        return await reply.redirect(`${pageOf(draft)}?getan=takenBack`, 303)
      }
      return await answerFault(deps, request, reply, { draft, text: texts.faults.notSubmitted, status: 409 })
    })
}

/** Answers with the page. Throws a Problem if the draft is not there. */
async function answerApproval (
  deps: ApprovalRouteDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  { draft: id, status = 200, ...around }: Around & { draft: string, status?: number }
): Promise<FastifyReply> {
  const draft = await readDraft(deps, id)
  if (draft === null || draft.deletedAt !== null) throw noDraft()
  return await reply.page('desk/approval', await showApproval(deps, request, draft, around), status)
}

interface Fault { draft: string, text: string, status?: number, seen?: string, typedReason?: string }

/** Answers with the page, and says above it what could not be done. */
export async function answerFault (
  deps: ApprovalRouteDeps, request: FastifyRequest, reply: FastifyReply, { text, status = 422, ...around }: Fault
): Promise<FastifyReply> {
  const notice: Notice = { kind: 'danger', text, undo: null }
  return await answerApproval(deps, request, reply, { view: 'desktop', ...around, notice, status })
}

async function noticeOf (
  { pool }: ApprovalRouteDeps, done: string | undefined, who: string | undefined
): Promise<Notice | null> {
  if (done === undefined || !Object.hasOwn(texts.done, done)) return null
  const name = (await editorNames({ db: pool }, [who ?? null])).get(who ?? '') ?? de.drafts.somebody
  const key = done === 'submitted' && who !== undefined ? 'asked' : done as keyof typeof texts.done
  const text = texts.done[key]
  return { kind: 'success', text: typeof text === 'string' ? text : text(name), undo: null }
}
