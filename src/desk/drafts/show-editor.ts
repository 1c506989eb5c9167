import type { FastifyReply, FastifyRequest } from 'fastify'
import { readRemoved } from '../../issue/draft/read-draft.js'
import type { DeskDeps } from '../deps.js'
import { blockName } from './block-name.js'
import { foundDraft } from './deps.js'
import { showDraft, type Around } from './editor-view.js'
import { noticeOf, type Done } from './notices.js'

interface Asked extends Done {
  /** The button of the block that has the focus. */
  taste?: string | undefined
  /** After which place a new block is to stand. */
  nach?: number | undefined
}

/** Answers with the page of a draft, and what was just done above it. */
export async function showEditor (
  deps: DeskDeps, request: FastifyRequest, reply: FastifyReply, { id, asked }: { id: string, asked: Asked }
): Promise<FastifyReply> {
  const draft = await foundDraft(deps, id)
  // What was sent stays as it is.
  if (draft.state === 'published') return await reply.redirect(`${deps.base}/redaktion/entwuerfe/${id}/freigabe`, 303)
  const { block, getan, taste, nach } = asked
  const removed = getan === 'removed' && block !== undefined ? await readRemoved(deps, { draft: id, block }) : null
  return await reply.page('desk/draft', await showDraft(deps, draft, {
    notice: noticeOf(draft, asked, removed === null ? null : blockName(removed)),
    reader: request.editor.id,
    focus: block === undefined || taste === undefined ? null : { block, button: taste },
    after: nach
  }))
}

/** Answers with the page of a draft in which something could not be done; what was typed stays. */
export async function showFailure (
  deps: DeskDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  { id, message, ...failed }: { id: string, message: string } & Pick<Around, 'typed' | 'faults'>
): Promise<FastifyReply> {
  const draft = await foundDraft(deps, id)
  const page = await showDraft(deps, draft, {
    // Where a field says what is wrong, the focus is there.
    notice: { kind: failed.faults === undefined ? 'danger' : 'info', text: message, undo: null },
    reader: request.editor.id,
    ...failed
  })
  return await reply.page('desk/draft', page, 422)
}
