import type { FastifyRequest } from 'fastify'
import { listApprovers } from '../../editor/account/approvers.js'
import { editorNames } from '../../editor/account/names.js'
import { refusedApprovers } from '../../issue/approval/four-eyes.js'
import { changesSinceDecision, changesSinceLook, rememberLook } from '../../issue/approval/look.js'
import { readStanding, type Standing } from '../../issue/approval/standing.js'
import { isBarrier } from '../../issue/checks/finding.js'
import { commentsOf } from '../../issue/draft/comment.js'
import { titleOf, type Draft } from '../../issue/draft/read-draft.js'
import { de } from '../../texts/de.js'
import { findingViews } from '../drafts/finding-views.js'
import { mailAsSeen, type MailAsSeen } from '../drafts/mail-as-seen.js'
import { differenceViews } from '../drafts/difference-views.js'
import type { Notice } from '../drafts/pages.js'
import type { PreviewRouteDeps } from '../drafts/preview-routes.js'
import { dayAndTime } from '../drafts/times.js'
import type { ApprovalPage, ApproverView } from './pages.js'

export type ApprovalRouteDeps = PreviewRouteDeps

/** What a page says besides how things stand. */
export interface Around {
  view: MailAsSeen['view']
  notice: Notice | null
  /** Of the mail that somebody saw who wanted to approve it, and that is another one by now. */
  seen?: string
  typedReason?: string
}

const texts = de.approval

/** The page on which a draft is submitted, approved or returned. */
export async function showApproval (
  deps: ApprovalRouteDeps, request: FastifyRequest, draft: Draft, around: Around
): Promise<ApprovalPage> {
  const { pool } = deps
  const preview = await deps.previewDraft(draft)
  const { hash, findings } = preview
  const standing = await readStanding({ db: pool }, { draft: draft.id, hash })
  if (hash !== null) await rememberLook(deps, draft, hash)
  const approvers = await approversOf(deps, draft.id)
  const own = approvers.find(({ id }) => id === request.editor.id)
  const comments = (await commentsOf({ pool }, draft.id)).filter(({ resolvedAt }) => resolvedAt === null)
  const names = await editorNames({ db: pool }, [
    draft.stateBy, draft.askedId, ...comments.map(({ writtenBy }) => writtenBy)
  ])
  const nameOf = (id: string | null): string => names.get(id ?? '') ?? de.drafts.somebody
  const phase = phaseOf(draft, standing)
  const barriers = findings.filter(isBarrier).length
  return {
    draft: draft.id,
    title: titleOf(draft) || de.drafts.untitled,
    standing: texts.standings[phase === 'write' && draft.state === 'approved' ? 'changed' : draft.state],
    phase,
    notice: around.notice,
    lately: latelyOf(draft, phase === 'approved' ? standing.approval : null, nameOf(draft.stateBy)),
    reason: draft.stateReason ?? '',
    asked: draft.askedId === null ? '' : nameOf(draft.askedId),
    number: preview.number,
    approvers,
    toAsk: approvers.filter(({ id, may }) => may && id !== request.editor.id),
    rule: texts.rules[request.fourEyes ?? 'all'],
    barriers,
    hints: findings.length - barriers,
    findings: findingViews(draft, findings),
    changes: await changesOf(deps, draft, around.seen),
    comments: comments.map(({ id, text, writtenBy, writtenAt }) =>
      ({ id, text, by: nameOf(writtenBy), at: dayAndTime(writtenAt), resolved: false })),
    mail: mailAsSeen(preview, around.view),
    readers: await deps.countReaders(),
    mayApprove: own?.may === true && phase === 'decide' && barriers === 0 && hash !== null,
    isOwnWork: own?.may === false,
    emergency: phase === 'approved' || phase === 'published' ? standing.approval?.emergency ?? '' : '',
    typedReason: around.typedReason ?? ''
  }
}

/** Who did the last step, and when. */
function latelyOf ({ stateAt, stateBy }: Draft, approval: Standing['approval'], by: string): string {
  if (approval !== null) return `${approval.approver}, ${dayAndTime(approval.at)}`
  if (stateAt === null) return ''
  return stateBy === null ? dayAndTime(stateAt) : `${by}, ${dayAndTime(stateAt)}`
}

function phaseOf ({ state }: Draft, { approval, isPublished }: Standing): ApprovalPage['phase'] {
  if (isPublished) return 'published'
  if (state === 'submitted') return 'decide'
  return state === 'approved' && approval?.stands === true ? 'approved' : 'write'
}

/** Everybody with the right to approve, those who may approve this draft first. */
async function approversOf (deps: ApprovalRouteDeps, draft: string): Promise<ApproverView[]> {
  const refused = await refusedApprovers({ db: deps.pool }, draft)
  const approvers = (await listApprovers({ db: deps.pool })).map(each => ({ ...each, may: !refused.has(each.id) }))
  return [...approvers.filter(({ may }) => may), ...approvers.filter(({ may }) => !may)]
}

async function changesOf (
  { pool }: ApprovalRouteDeps, draft: Draft, seen: string | undefined
): Promise<ApprovalPage['changes']> {
  const sinceLook = seen === undefined ? null : await changesSinceLook({ pool }, draft, seen)
  if (sinceLook !== null) return { heading: texts.since.look, differences: differenceViews(sinceLook) }
  const since = await changesSinceDecision({ pool }, draft)
  if (since === null) return null
  const names = await editorNames({ db: pool }, [since.by])
  const heading = texts.since[since.decision](dayAndTime(since.at), names.get(since.by ?? '') ?? de.drafts.somebody)
  return { heading, differences: differenceViews(since.differences) }
}
