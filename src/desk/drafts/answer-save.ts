import type { FastifyReply, FastifyRequest } from 'fastify'
import { editorNames } from '../../editor/account/names.js'
import type { DraftFields } from '../../issue/draft/fields.js'
import type { SaveResult } from '../../issue/draft/save.js'
import { de } from '../../texts/de.js'
import type { DeskDeps } from '../deps.js'
import { foundDraft } from './deps.js'
import { anchorOf } from './finding-views.js'
import { showFailure } from './show-editor.js'

interface Saved {
  draft: string
  /** Null for the head. */
  block: string | null
  saved: SaveResult
  typed: DraftFields
  /** Whether the preview is asked for. */
  thenPreview?: boolean
  /** The field of the block in which people go on; null for where they were. */
  next?: readonly string[] | null
}

/**
 * Answers a script: 200 with the next version, 409 with both texts, 410 for a block that was
 * removed, 413 for a text that is too long. In each case the text is saved, kept, or with the
 * script.
 */
export async function answerScript (deps: DeskDeps, reply: FastifyReply, { saved }: Saved): Promise<FastifyReply> {
  if (saved.result === 'saved') return await reply.send({ version: saved.version, savedAt: saved.savedAt })
  if (saved.result === 'gone') return await reply.code(410).send({ kept: saved.kept })
  if (saved.result === 'too-long') return await reply.code(413).send({ message: de.drafts.errors.tooLong })
  const { kept, mine, theirs: { by, ...theirs } } = saved
  const names = await editorNames({ db: deps.pool }, [by])
  return await reply.code(409).send({
    kept, mine, theirs: { ...theirs, by: names.get(by ?? '') ?? de.drafts.somebody }
  })
}

/** Answers a form: back to the draft, to the choice between two texts, or to the same form. */
export async function answerForm (
  deps: DeskDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  { draft, block, saved, typed, thenPreview = false, next = null }: Saved
): Promise<FastifyReply> {
  const page = `${deps.base}/redaktion/entwuerfe/${draft}`
  if (saved.result === 'too-long') {
    const failure = { id: draft, message: de.drafts.errors.tooLong, typed: { block, fields: typed } }
    return await showFailure(deps, request, reply, failure)
  }
  if (saved.result === 'conflict') return await reply.redirect(`${page}/andere/${saved.kept}`, 303)
  if (saved.result === 'gone') {
    return await reply.page('desk/block-gone', { draft, text: textsIn(typed).join('\n\n') }, 410)
  }
  if (thenPreview) return await reply.redirect(`${page}/vorschau`, 303)
  if (block === null) return await reply.redirect(`${page}?getan=head#kopf`, 303)
  if (next === null) return await reply.redirect(`${page}?getan=saved&block=${block}&taste=speichern`, 303)
  const place = (await foundDraft(deps, draft)).blocks.findIndex(({ id }) => id === block)
  return await reply.redirect(`${page}?getan=saved&block=${block}#${anchorOf({ block: place, field: [...next] })}`, 303)
}

/** All that was typed, one below the other, to be copied. */
function textsIn (fields: DraftFields): string[] {
  return Object.values(fields).flatMap(value => typeof value === 'string'
    ? [value]
    : Array.isArray(value) ? value.flatMap(textsIn) : textsIn(value))
}
