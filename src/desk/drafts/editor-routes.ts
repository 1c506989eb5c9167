import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { exportDraft } from '../../issue/draft/export-draft.js'
import { readFields } from '../../issue/draft/fields.js'
import { HEAD_FORM } from '../../issue/draft/head.js'
import { bePresent, leaveDraft } from '../../issue/draft/presence.js'
import { saveHead, type FieldsOf } from '../../issue/draft/save.js'
import { editorNames } from '../../editor/account/names.js'
import { attachment } from '../../platform/http/attachment.js'
import type { DeskDeps } from '../deps.js'
import { wantsJson } from '../wants-json.js'
import { answerForm, answerScript } from './answer-save.js'
import { actingOf, draftParams, formBase, noDraft, READS, readScript, WRITES } from './deps.js'
import { readPosted, type Posted } from './posted-form.js'
import { readPostedFiles } from './read-multipart.js'
import { showEditor } from './show-editor.js'

const editorQuery = z.object({
  getan: z.string().optional(),
  block: z.uuid().optional().catch(undefined),
  taste: z.string().optional(),
  nach: z.coerce.number().int().optional().catch(undefined)
})
const presence = z.object({ block: z.uuid().nullable().default(null), away: z.boolean().default(false) })

/** `/redaktion/entwuerfe/:draft`: the page itself, the head, the export and who is there. */
export async function editorRoutes (plugin: FastifyInstance, deps: DeskDeps): Promise<void> {
  const app = plugin.withTypeProvider<ZodTypeProvider>()
  const { pool, clock } = deps

  app.get('/entwuerfe/:draft', { config: READS, schema: { params: draftParams, querystring: editorQuery } },
    async (request, reply) =>
      await showEditor(deps, request, reply, { id: request.params.draft, asked: request.query }))

  app.post('/entwuerfe/:draft/kopf', { config: WRITES, schema: { params: draftParams } }, async (request, reply) => {
    const { draft } = request.params
    const isScript = wantsJson(request)
    const posted: Posted = isScript ? {} : (await readPostedFiles(request)).posted
    const { base, fields: typed } = isScript ? readScript(request.body) : fromForm(posted)
    const fields = typed(HEAD_FORM)
    const saved = await saveHead(actingOf(deps, request), { draft, base, fields })
    const thenPreview = posted['danach'] === 'vorschau'
    const answer = { draft, block: null, saved, typed: readFields(HEAD_FORM, fields), thenPreview }
    return isScript ? await answerScript(deps, reply, answer) : await answerForm(deps, request, reply, answer)
  })

  app.get('/entwuerfe/:draft/export', { config: READS, schema: { params: draftParams } }, async (request, reply) => {
    const file = await exportDraft({ pool }, request.params.draft)
    if (file === null) throw noDraft()
    return await reply.type(file.type).header('content-disposition', attachment(file.fileName))
      .send(Buffer.from(file.bytes))
  })

  app.post('/entwuerfe/:draft/anwesenheit', { config: READS, schema: { params: draftParams, body: presence } },
    async (request, reply) => {
      const { params: { draft }, body: { block, away }, editor } = request
      if (away) await leaveDraft({ pool }, { draft, editor: editor.id })
      const others = away ? [] : await bePresent({ pool, clock }, { draft, editor: editor.id, block })
      const names = await editorNames({ db: pool }, others.map(other => other.editor))
      return await reply.send({
        present: others.map(other => ({ name: names.get(other.editor) ?? '', block: other.block, since: other.since }))
      })
    })
}

function fromForm (posted: Posted): { base: number, fields: FieldsOf } {
  return { base: formBase.parse(posted['base']), fields: form => readPosted(form, posted) }
}
