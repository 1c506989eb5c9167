import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { unscheduleIssue } from '../../delivery/schedule.js'
import { approveDraft, type DraftApproved } from '../../issue/approval/approve-draft.js'
import { changesSinceLook } from '../../issue/approval/look.js'
import { readStanding } from '../../issue/approval/standing.js'
import { returnDraft } from '../../issue/approval/return-draft.js'
import { de } from '../../texts/de.js'
import { actingOf, APPROVES, draftParams, foundDraft } from '../drafts/deps.js'
import type { ApprovalRouteDeps } from './approval-view.js'
import { answerFault, approvingOf } from './approval-routes.js'

const texts = de.approval
const approveForm = z.object({ hash: z.string().regex(/^[0-9a-f]{64}$/) })
const returnForm = z.object({ grund: z.string().default('') })

/** An approver's two buttons: approve what they saw, or return it with a reason. */
export async function decisionRoutes (plugin: FastifyInstance, deps: ApprovalRouteDeps): Promise<void> {
  const app = plugin.withTypeProvider<ZodTypeProvider>()
  const pageOf = (draft: string): string => `${deps.base}/redaktion/entwuerfe/${draft}/freigabe`

  app.post('/entwuerfe/:draft/freigeben', { config: APPROVES, schema: { params: draftParams, body: approveForm } },
    async (request, reply) => {
      const { params: { draft }, body: { hash } } = request
      const approver = request.editor.name
      const approved = await approveDraft(approvingOf(deps, request), { draft, hash, approver })
      if (approved.result === 'approved') {
        const done = approved.secondPerson ? 'approved' : 'approvedAlone'
        return await reply.redirect(`${pageOf(draft)}?getan=${done}`, 303)
      }
      if (approved.result === 'approved-already') return await reply.redirect(`${pageOf(draft)}?getan=known`, 303)
      const fault = await describeFault(deps, { draft, hash }, approved)
      return await answerFault(deps, request, reply, { draft, ...fault })
    })

  app.post('/entwuerfe/:draft/zurueckgeben', { config: APPROVES, schema: { params: draftParams, body: returnForm } },
    async (request, reply) => {
      const { params: { draft }, body: { grund: reason } } = request
      const returned = await returnDraft(approvingOf(deps, request), { draft, reason })
      if (returned === 'returned') {
        await liftPlan(deps, request, draft)
        return await reply.redirect(`${pageOf(draft)}?getan=returned`, 303)
      }
      const { noReason, longReason, notSubmitted } = texts.faults
      const text = { 'no-reason': noReason, 'too-long': longReason, 'not-submitted': notSubmitted }[returned]
      const status = returned === 'not-submitted' ? 409 : 422
      return await answerFault(deps, request, reply, { draft, text, status, typedReason: reason })
    })
}

/** What was returned is not sent on an old plan, also if it is approved again in time. */
async function liftPlan (deps: ApprovalRouteDeps, request: FastifyRequest, draft: string): Promise<void> {
  const { number } = await readStanding({ db: deps.pool }, { draft, hash: null })
  if (number !== null) await unscheduleIssue(actingOf(deps, request), number)
}

type Refused = Exclude<DraftApproved, { result: 'approved' | 'approved-already' }>

/** What an approver is told whose approval was not taken. */
export async function describeFault (
  deps: ApprovalRouteDeps, { draft, hash }: { draft: string, hash: string }, refused: Refused
): Promise<{ text: string, status: number, seen?: string }> {
  const { faults } = texts
  switch (refused.result) {
    case 'barriers': return { text: faults.barriers(refused.count), status: 422 }
    case 'own-work': return { text: faults.ownWork, status: 403 }
    case 'not-submitted': return { text: faults.notSubmitted, status: 409 }
    case 'changed': {
      const changes = await changesSinceLook(deps, await foundDraft(deps, draft), hash)
      const isSame = changes?.every(({ change, isMoved }) => change === 'same' && !isMoved) === true
      return { text: isSame ? faults.numberChanged : faults.changed, status: 409, seen: hash }
    }
  }
}
