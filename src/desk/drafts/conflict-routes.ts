import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { editorNames } from '../../editor/account/names.js'
import type { FormField } from '../../issue/blocks/form.js'
import { BLOCK_KINDS, kindOf } from '../../issue/blocks/registry.js'
import { differ } from '../../issue/draft/compare.js'
import { readFields, type DraftFields } from '../../issue/draft/fields.js'
import { HEAD_FORM } from '../../issue/draft/head.js'
import { keepTheirs, otherTexts, useOtherText } from '../../issue/draft/other-text.js'
import { readDraft, type Draft } from '../../issue/draft/read-draft.js'
import { de } from '../../texts/de.js'
import type { DeskDeps } from '../deps.js'
import { wantsJson } from '../wants-json.js'
import { answerForm, answerScript } from './answer-save.js'
import { blockName } from './block-name.js'
import { actingOf, badRequest, formBase, noDraft, READS, WRITES } from './deps.js'
import { showForm } from './form-view.js'
import { readPosted } from './posted-form.js'
import { readPostedFiles } from './read-multipart.js'
import { dayAndTime } from './times.js'

const params = z.object({ draft: z.uuid(), kept: z.uuid() })
const scriptChoice = z.object({
  choice: z.enum(['mine', 'theirs', 'both']),
  base: z.int32().default(0),
  fields: z.record(z.string(), z.unknown()).optional()
})

/** `/redaktion/entwuerfe/:draft/andere/:kept`: two texts, and the choice between them. */
export async function conflictRoutes (plugin: FastifyInstance, deps: DeskDeps): Promise<void> {
  const app = plugin.withTypeProvider<ZodTypeProvider>()
  const { pool } = deps

  app.get('/entwuerfe/:draft/andere/:kept', { config: READS, schema: { params } }, async (request, reply) => {
    const { draft: id, kept } = request.params
    const { other, standing } = await findBoth(deps, id, kept)
    const names = await editorNames({ db: pool }, [other.by, standing.by])
    const nameOf = (editor: string | null): string => names.get(editor ?? '') ?? de.drafts.somebody
    return await reply.page('desk/conflict', {
      draft: id,
      kept,
      block: other.block,
      name: standing.name,
      version: standing.version,
      mine: { by: nameOf(other.by), at: dayAndTime(other.at) },
      theirs: { by: nameOf(standing.by), at: dayAndTime(standing.at) },
      differences: differ(standing.form, standing.fields, other.fields),
      fields: showForm(standing.form, other.fields, { id: 'beide', name: '', base: deps.base })
    })
  })

  app.post('/entwuerfe/:draft/andere/:kept', { config: WRITES, schema: { params } }, async (request, reply) => {
    const { draft, kept } = request.params
    const acting = actingOf(deps, request)
    const { other, standing } = await findBoth(deps, draft, kept)
    if (wantsJson(request)) {
      const { choice, base, fields } = readChoice(request.body)
      if (choice === 'theirs') return await reply.send({ decided: await keepTheirs(acting, { draft, kept }) })
      const saved = await useOtherText(acting, { draft, kept, base, fields: choice === 'mine' ? undefined : fields })
      if (saved === null) throw noDraft()
      return await answerScript(deps, reply, { draft, block: other.block, saved, typed: {} })
    }
    const { posted } = await readPostedFiles(request)
    const anchor = other.block === null ? 'kopf' : `block-${other.block}`
    const back = `${deps.base}/redaktion/entwuerfe/${draft}?getan=decided#${anchor}`
    if (posted['choice'] === 'theirs') {
      await keepTheirs(acting, { draft, kept })
      return await reply.redirect(back, 303)
    }
    const { form } = standing
    const fields = posted['choice'] === 'both' ? readFields(form, readPosted(form, posted)) : other.fields
    const saved = await useOtherText(acting, { draft, kept, base: formBase.parse(posted['base']), fields })
    if (saved === null) throw noDraft()
    if (saved.result === 'saved') return await reply.redirect(back, 303)
    return await answerForm(deps, request, reply, { draft, block: other.block, saved, typed: fields })
  })
}

/** What a script chose: a text, or one made of both. Throws a Problem if it is neither. */
function readChoice (body: unknown): z.infer<typeof scriptChoice> {
  const read = scriptChoice.safeParse(body)
  if (!read.success) throw badRequest()
  return read.data
}

interface Standing {
  form: readonly FormField[]
  fields: DraftFields
  version: number
  at: Date
  by: string | null
  name: string
}

/** A kept text, and what stands in the working copy. Throws a Problem if one is not there. */
async function findBoth ({ pool }: Pick<DeskDeps, 'pool'>, id: string, kept: string) {
  const draft = await readDraft({ pool }, id)
  const other = (await otherTexts({ pool }, id)).find(text => text.id === kept)
  const standing = draft === null || other === undefined ? null : standingOf(draft, other.block)
  if (other === undefined || standing === null) throw noDraft()
  return { other, standing }
}

function standingOf (draft: Draft, id: string | null): Standing | null {
  const { head, version, changedAt, changedBy } = draft
  if (id === null) return { form: HEAD_FORM, fields: head, version, at: changedAt, by: changedBy, name: de.drafts.head }
  const block = draft.blocks.find(block => block.id === id)
  if (block === undefined) return null
  const { form } = kindOf(BLOCK_KINDS, { type: block.kind })
  return { ...block, form, at: block.changedAt, by: block.changedBy, name: blockName(block) }
}
