import type { FastifyInstance, FastifyReply } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { listApprovers } from '../../editor/account/approvers.js'
import { approveDraft } from '../../issue/approval/approve-draft.js'
import { storable } from '../../issue/draft/fields.js'
import { titleOf } from '../../issue/draft/read-draft.js'
import { de } from '../../texts/de.js'
import { APPROVES, draftParams, foundDraft } from '../drafts/deps.js'
import type { ApprovalRouteDeps } from './approval-view.js'
import { answerFault, approvingOf } from './approval-routes.js'
import { describeFault } from './decision-routes.js'

const texts = de.approval
const LONGEST_REASON = 2_000
const form = z.object({ hash: z.string().regex(/^[0-9a-f]{64}$/), grund: z.string().default('') })
const proved = { ...APPROVES, proved: true }

/**
 * `…/notfall`: approving one's own work when nobody else can. It takes a reason, all factors are
 * asked for again, and everybody who approves is told by mail.
 */
export async function emergencyRoutes (plugin: FastifyInstance, deps: ApprovalRouteDeps): Promise<void> {
  const app = plugin.withTypeProvider<ZodTypeProvider>()

  async function show (
    reply: FastifyReply, id: string, { reason = '', error = null }: { reason?: string, error?: string | null } = {}
  ): Promise<FastifyReply> {
    const draft = await foundDraft(deps, id)
    const { hash } = await deps.previewDraft(draft)
    const title = titleOf(draft) || de.drafts.untitled
    const page = { draft: id, title, hash: hash ?? '', reason, error }
    return await reply.page('desk/emergency', page, error === null ? 200 : 422)
  }

  app.get('/entwuerfe/:draft/notfall', { config: proved, schema: { params: draftParams } },
    async ({ params: { draft } }, reply) => await show(reply, draft))

  app.post('/entwuerfe/:draft/notfall', { config: proved, schema: { params: draftParams, body: form } },
    async (request, reply) => {
      const { params: { draft }, body: { hash, grund }, editor } = request
      const reason = storable(grund).trim()
      if (reason === '') return await show(reply, draft, { reason: grund, error: texts.faults.noEmergency })
      if (reason.length > LONGEST_REASON) {
        return await show(reply, draft, { reason: grund, error: texts.faults.longEmergency })
      }
      const told = (await listApprovers({ db: deps.pool })).map(({ id }) => id)
      const order = { draft, hash, approver: editor.name, emergency: { reason, told } }
      const approved = await approveDraft(approvingOf(deps, request), order)
      const page = `${deps.base}/redaktion/entwuerfe/${draft}/freigabe`
      if (approved.result === 'approved') return await reply.redirect(`${page}?getan=approvedAlone`, 303)
      if (approved.result === 'approved-already') return await reply.redirect(`${page}?getan=approved`, 303)
      return await answerFault(deps, request, reply, {
        draft, ...await describeFault(deps, { draft, hash }, approved)
      })
    })
}
