import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { FormField } from '../../issue/blocks/form.js'
import { readDownload } from '../../issue/draft/read-download.js'
import { readFields, type DraftFields } from '../../issue/draft/fields.js'
import { readBlockKind } from '../../issue/draft/read-draft.js'
import { saveBlock } from '../../issue/draft/save.js'
import { uploadDocument } from '../../issue/draft/upload-document.js'
import { uploadPicture } from '../../issue/draft/upload-picture.js'
import { de } from '../../texts/de.js'
import type { DeskDeps } from '../deps.js'
import { wantsJson } from '../wants-json.js'
import { answerForm, answerScript } from './answer-save.js'
import { actingOf, blockParams, draftParams, formBase, noDraft, readScript, WRITES } from './deps.js'
import { changeRows, readPosted } from './posted-form.js'
import { readPostedFiles, type PostedFiles } from './read-multipart.js'
import { showFailure } from './show-editor.js'

const downloadAsked = z.object({ url: z.string().max(2_000) })

/** Saving a block, with the files that its form brings, and uploads by a script. */
export async function saveBlockRoutes (plugin: FastifyInstance, deps: DeskDeps): Promise<void> {
  const app = plugin.withTypeProvider<ZodTypeProvider>()

  app.post('/entwuerfe/:draft/bloecke/:block', { config: WRITES, schema: { params: blockParams } },
    async (request, reply) => {
      const { draft, block } = request.params
      const acting = actingOf(deps, request)
      if (wantsJson(request)) {
        const saved = await saveBlock(acting, { draft, block, ...readScript(request.body) })
        if (saved.result === 'gone' && saved.kept === null) await findForm(deps, request.params)
        return await answerScript(deps, reply, { draft, block, saved, typed: {} })
      }
      const form = await findForm(deps, request.params)
      const files = await readPostedFiles(request)
      const withUploads = await withFiles(deps, form, files)
      const text = (name: string): string | undefined => {
        const value = files.posted[name]
        return Array.isArray(value) ? value.at(-1) : value
      }
      const { typed, faults } = await withDownload(deps, withUploads, text('read'))
      const fields = readFields(form, changeRows(typed, { add: text('add'), remove: text('remove') }))
      const saved = await saveBlock(acting, { draft, block, base: formBase.parse(text('base')), fields })
      if (saved.result === 'saved' && faults.size > 0) {
        const failure = { id: draft, message: de.drafts.errors.fileRefused, faults: { block, at: faults } }
        return await showFailure(deps, request, reply, failure)
      }
      const thenPreview = text('danach') === 'vorschau'
      const next = nextField(files, fields, text('add'))
      return await answerForm(deps, request, reply, { draft, block, saved, typed: fields, thenPreview, next })
    })

  app.post('/entwuerfe/:draft/download', { config: WRITES, schema: { params: draftParams, body: downloadAsked } },
    async ({ body: { url } }) => await readDownload(deps.internet, url))

  app.post('/entwuerfe/:draft/bilder', { config: WRITES, schema: { params: draftParams } }, async (request, reply) => {
    const [file] = (await readPostedFiles(request)).files
    if (file === undefined) return await reply.code(422).send({ message: de.drafts.errors.noFile })
    const stored = await uploadPicture(deps, file)
    return await reply.code(stored.result === 'stored' ? 200 : 422).send(stored.result === 'stored'
      ? { ...stored, url: `${deps.base}/bilder/${stored.name}` }
      : stored)
  })

  app.post('/entwuerfe/:draft/dateien', { config: WRITES, schema: { params: draftParams } }, async (request, reply) => {
    const [file] = (await readPostedFiles(request)).files
    if (file === undefined) return await reply.code(422).send({ message: de.drafts.errors.noFile })
    const stored = await uploadDocument(deps, file)
    return await reply.code(stored.result === 'stored' ? 200 : 422).send(stored)
  })
}

/** The form of a block, removed or not. Throws a Problem if there is no such block. */
async function findForm (deps: DeskDeps, place: { draft: string, block: string }): Promise<readonly FormField[]> {
  const kind = await readBlockKind(deps, place)
  if (kind === null) throw noDraft()
  return kind.form
}

/** Where people go on: in the row that they added, or where they describe the file they chose. */
function nextField ({ files }: PostedFiles, fields: DraftFields, added: string | undefined): string[] | null {
  const rows = fields[added ?? '']
  if (added !== undefined && Array.isArray(rows)) return [added, String(rows.length - 1)]
  const [key, index] = files[0]?.name.split('.') ?? []
  if (key === undefined || index === undefined) return null
  return Array.isArray(fields[key]) ? [key, index, 'label'] : [key, 'alt']
}

type Typed = Record<string, unknown>

/** What was typed, and what could not be added to it. */
interface Completed { typed: Typed, faults: Map<string, string> }

/** With type and size of the download in a row ("files.0"), read from its address. */
async function withDownload (
  deps: DeskDeps, { typed, faults }: Completed, row = ''
): Promise<Completed> {
  const [key = '', index] = row.split('.')
  const rows = typed[key]
  const read = Array.isArray(rows) ? rows[Number(index)] as Typed | undefined : undefined
  if (!Array.isArray(rows) || read === undefined) return { typed, faults }
  const { message, ...found } = await readDownload(deps.internet, String(read['url'] ?? ''))
  const completed = (rows as Typed[]).map(row => row === read ? { ...row, ...found } : row)
  if (message !== null) faults.set(row, message)
  return { typed: { ...typed, [key]: completed }, faults }
}

/**
 * With what is read from the files: names and measures, types and sizes. A file for a field or a
 * row that is not there is passed over.
 */
async function withFiles (
  deps: DeskDeps, form: readonly FormField[], { posted, files }: PostedFiles
): Promise<Completed> {
  const typed: Typed = readPosted(form, posted)
  const faults: Completed['faults'] = new Map()
  for (const file of files) {
    const [key = '', index] = file.name.split('.')
    const value = typed[key]
    const rows = Array.isArray(value) ? value as Typed[] : null
    const row = rows?.[Number(index)]
    const isPicture = form.some(field => field.key === key && field.input === 'picture')
    if (rows === null ? !isPicture : row === undefined) continue
    const stored = rows === null ? await uploadPicture(deps, file) : await uploadDocument(deps, file)
    if (stored.result === 'refused') {
      faults.set(file.name, stored.message)
      continue
    }
    const { result, ...found } = stored
    const strings = Object.fromEntries(Object.entries(found).map(([name, part]) => [name, String(part)]))
    if (rows === null) typed[key] = { ...value as Typed, ...strings }
    else rows[Number(index)] = { ...row, ...strings }
  }
  return { typed, faults }
}
