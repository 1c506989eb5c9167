import type { FastifyInstance, FastifyReply } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { beginExport, type ExportOrder } from '../../privacy/export/export.js'
import { attachment } from '../../platform/http/attachment.js'
import { dayOf } from '../../platform/text/dates.js'
import { de } from '../../texts/de.js'
import type { DeskDeps } from '../deps.js'
import { describeDone, doneQuery } from '../done.js'
import { actingOf } from '../drafts/deps.js'
import { exportForm, exportPage, orderOf } from './export-view.js'
import './pages.js'

const PAGE = '/redaktion/leserinnen/export'
/** A right of its own, and all factors given lately. */
const config = { access: 'export', section: 'subscribers', proved: true, form: PAGE } as const

const FILES: Readonly<Record<ExportOrder['form'], { type: string, ending: string }>> = {
  archive: { type: 'application/octet-stream', ending: 'age' },
  csv: { type: 'text/csv; charset=utf-8', ending: 'csv' }
}

/**
 * `/redaktion/leserinnen/export`: everything for moving away, or a table of the subscribers. It is
 * sent as it is read from the database; one at a time, because each holds a snapshot of it.
 */
export async function exportRoutes (plugin: FastifyInstance, deps: DeskDeps): Promise<void> {
  const app = plugin.withTypeProvider<ZodTypeProvider>()
  let isBusy = false

  app.get('/leserinnen/export', { config, schema: { querystring: doneQuery } }, async ({ query }, reply) =>
    await reply.page('desk/export', exportPage({ done: describeDone(query) })))

  app.post('/leserinnen/export', { config, schema: { body: exportForm } }, async (request, reply) => {
    const typed = request.body
    const read = orderOf(typed)
    if ('faults' in read) return await reply.page('desk/export', exportPage({ typed, faults: read.faults }), 422)
    if (isBusy) return await reply.page('desk/export', exportPage({ typed, error: de.export.faults.busy }), 409)
    isBusy = true
    try {
      const { bytes } = await beginExport({ ...deps, ...actingOf(deps, request) }, read.order)
      bytes.once('close', () => { isBusy = false })
      return await send(reply, read.order, bytes)
    } catch (error) {
      isBusy = false
      throw error
    }
  })

  async function send (
    reply: FastifyReply, { form }: ExportOrder, bytes: Awaited<ReturnType<typeof beginExport>>['bytes']
  ): Promise<FastifyReply> {
    const { type, ending } = FILES[form]
    const name = `${de.export.fileName(dayOf(deps.clock.now()))}.${ending}`
    return await reply.type(type).header('content-disposition', attachment(name)).send(bytes)
  }
}
