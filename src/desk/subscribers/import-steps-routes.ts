import { Readable } from 'node:stream'
import type { FastifyInstance, FastifyReply } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { attachment } from '../../platform/http/attachment.js'
import { inTransaction } from '../../platform/database/pool.js'
import { Problem } from '../../platform/http/problem.js'
import { FIELDS } from '../../privacy/import/columns.js'
import { approveImport, orderReading, startImport, undoImport } from '../../privacy/import/control.js'
import { ENCODINGS } from '../../privacy/import/encoding.js'
import { FileFault } from '../../privacy/import/file-fault.js'
import { importOptions, readingSchema, type ImportOptions } from '../../privacy/import/options.js'
import { DELIMITERS } from '../../privacy/import/records.js'
import { refusedFile } from '../../privacy/import/refused-file.js'
import type { Import } from '../../privacy/import/report.js'
import { previewUpload } from '../../privacy/import/upload.js'
import { readUploaded } from '../../privacy/import/uploaded-file.js'
import { de } from '../../texts/de.js'
import type { MappingView } from './import-pages.js'
import { foundImport, importing, importParams, IMPORTS, PROVED, type ImportRouteDeps } from './import-routes.js'
import { importView, reasonOf } from './import-view.js'
import { mappingView } from './mapping-view.js'

const texts = de.import
const choice = z.string().regex(/^\d{1,2}$/).transform(Number).nullable().catch(null)
const mappingForm = z.object({
  zeichensatz: z.enum(ENCODINGS).nullable().catch(null),
  trennzeichen: choice,
  kopfzeile: z.string().optional(),
  email: choice,
  time: choice,
  wording: choice,
  source: choice,
  art: z.enum(['fragen', 'aktiv']).catch('fragen'),
  ansehen: z.string().optional()
})

/** `/redaktion/leserinnen/import/:id`: one import, from its columns to its end. */
export async function importStepsRoutes (plugin: FastifyInstance, deps: ImportRouteDeps): Promise<void> {
  const { base, pool } = deps
  const app = plugin.withTypeProvider<ZodTypeProvider>()
  const one = { config: IMPORTS, schema: { params: importParams } }
  const pageOf = (id: number): string => `${base}/redaktion/leserinnen/import/${id}`

  async function show (
    reply: FastifyReply, found: Import, editor: string, { options, asks = found.asks, error }: Shown = {}
  ): Promise<FastifyReply> {
    const read = found.state === 'uploaded' || options !== undefined
      ? await mappingOf(deps, found, { options: options ?? importOptions.parse({}), asks })
      : { mapping: null, error: null }
    const page = { found: await importView(deps, found, editor), mapping: read.mapping, error: error ?? read.error }
    return await reply.page('desk/import', page, page.error === null ? 200 : 422)
  }

  app.get('/leserinnen/import/:id', one, async ({ params: { id }, editor }, reply) =>
    await show(reply, await foundImport(deps, id), editor.id))

  app.get('/leserinnen/import/:id/spalten', one, async ({ params: { id }, editor }, reply) => {
    const found = await foundImport(deps, id)
    if (found.state !== 'read') return await reply.redirect(pageOf(id), 303)
    return await show(reply, found, editor.id, { options: importOptions.parse(readingSchema.parse(found.options)) })
  })

  app.post('/leserinnen/import/:id/pruefen', { ...one, schema: { params: importParams, body: mappingForm } },
    async (request, reply) => {
      const { params: { id }, body, editor } = request
      const found = await foundImport(deps, id)
      if (found.state !== 'uploaded' && found.state !== 'read') throw moved()
      const [options, asks] = [optionsOf(body), body.art === 'fragen']
      if (body.ansehen !== undefined) return await show(reply, found, editor.id, { options, asks })
      const { reading, error } = await readingOf(deps, found, { options, asks })
      if (reading === null) return await show(reply, found, editor.id, { options, asks, error })
      if (!await orderReading(importing(deps, request), id, { reading, asks })) throw moved()
      return await reply.redirect(pageOf(id), 303)
    })

  app.post('/leserinnen/import/:id/starten', { ...one, config: PROVED }, async (request, reply) => {
    const { id } = request.params
    if (await startImport(importing(deps, request), id) === null) throw moved()
    return await reply.redirect(pageOf(id), 303)
  })

  app.get('/leserinnen/import/:id/freigabe', { ...one, config: PROVED }, async ({ params: { id }, editor }, reply) => {
    const found = await foundImport(deps, id)
    if (found.state !== 'submitted') return await reply.redirect(pageOf(id), 303)
    return await reply.page('desk/import-approval', { found: await importView(deps, found, editor.id) })
  })

  app.post('/leserinnen/import/:id/freigabe', { ...one, config: PROVED }, async (request, reply) => {
    const { id } = request.params
    const approved = await approveImport(importing(deps, request), id)
    if (approved === 'own') throw new Problem('own-import', 403, texts.ownImport)
    if (approved === null) throw moved()
    return await reply.redirect(pageOf(id), 303)
  })

  app.post('/leserinnen/import/:id/zuruecknehmen', one, async (request, reply) => {
    const { id } = request.params
    const undone = await undoImport(importing(deps, request), id)
    if (undone === null) throw moved()
    return await reply.redirect(pageOf(id), 303)
  })

  app.get('/leserinnen/import/:id/nicht-uebernommen', { ...one, config: PROVED, exposeHeadRoute: false },
    async (request, reply) => {
      const { id } = request.params
      const found = await foundImport(deps, id)
      const reading = readingSchema.safeParse(found.options)
      if (!reading.success || found.file === null) throw new Problem('no-import', 404, texts.notHere)
      const { witness } = importing(deps, request)
      await inTransaction(pool, async db => { await witness(db, 'import.refused_downloaded', { import: id }) })
      const reason = { title: texts.reason, of: reasonOf }
      const lines = refusedFile(deps, { id, reading: reading.data, bytes: readUploaded(deps, id), reason })
      return await reply.type('text/csv; charset=utf-8')
        .header('content-disposition', attachment(texts.refusedName(id)))
        .send(Readable.from(lines))
    })
}

interface Shown { options?: ImportOptions, asks?: boolean, error?: string | null }

interface Asked { options: ImportOptions, asks: boolean }

function optionsOf ({ zeichensatz, trennzeichen, kopfzeile, ...columns }: z.infer<typeof mappingForm>): ImportOptions {
  const chosen = Object.fromEntries(FIELDS.map(field => [field, columns[field]]))
  return importOptions.parse({
    encoding: zeichensatz,
    delimiter: trennzeichen === null ? null : DELIMITERS[trennzeichen] ?? null,
    header: kopfzeile !== undefined,
    columns: chosen
  })
}

/** The form for a file, as far as it can be read at all. */
async function mappingOf (
  deps: ImportRouteDeps, found: Import, { options, asks }: Asked
): Promise<{ mapping: MappingView | null, error: string | null }> {
  try {
    return { mapping: mappingView(await previewUpload(deps, found, options), asks), error: null }
  } catch (error) {
    if (!(error instanceof FileFault)) throw error
    // What was chosen stays as far as the file can be read with it.
    const [encoded, guessed] = [{ ...options, encoding: null }, importOptions.parse({})]
    const other = options.encoding !== null ? encoded : options.delimiter !== null ? guessed : null
    const { mapping } = other === null ? { mapping: null } : await mappingOf(deps, found, { options: other, asks })
    return { mapping, error: sentence(error) }
  }
}

async function readingOf (deps: ImportRouteDeps, found: Import, { options, asks }: Asked) {
  try {
    const { reading } = await previewUpload(deps, found, options)
    if (reading.columns.email === null) return { reading: null, error: texts.fileFaults.no_column }
    const { time, wording, source } = reading.columns
    const lacks = !asks && (time === null || wording === null || source === null)
    return lacks ? { reading: null, error: texts.consentColumns } : { reading, error: null }
  } catch (error) {
    if (!(error instanceof FileFault)) throw error
    return { reading: null, error: sentence(error) }
  }
}

function sentence ({ code, line }: FileFault): string {
  return line === null ? texts.fileFaults[code] : texts.inLine(line, texts.fileFaults[code])
}

function moved (): Problem {
  return new Problem('import-moved', 409, texts.moved)
}
