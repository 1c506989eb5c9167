import type { FastifyInstance, FastifyReply } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { copyIssue } from '../../issue/draft/copy-issue.js'
import { createDraft } from '../../issue/draft/create-draft.js'
import { importDemo } from '../../issue/draft/import-demo.js'
import { importDraft, type ImportResult } from '../../issue/draft/import-draft.js'
import { listIssues } from '../../issue/list-issues.js'
import { de } from '../../texts/de.js'
import type { DeskDeps } from '../deps.js'
import { actingOf, WRITES } from './deps.js'
import { readPostedFiles } from './read-multipart.js'

const MOST = 200
const createForm = z.object({ title: z.string().default('') })
const copyForm = z.object({ issue: z.coerce.number().pipe(z.int32()) })

/** `/redaktion/entwuerfe/neu`: an empty draft, a copy, an import or the demo issue. */
export async function newRoutes (plugin: FastifyInstance, deps: DeskDeps): Promise<void> {
  const app = plugin.withTypeProvider<ZodTypeProvider>()
  const { base, pool } = deps
  const goTo = async (reply: FastifyReply, draft: string, done: string): Promise<FastifyReply> =>
    await reply.redirect(`${base}/redaktion/entwuerfe/${draft}?getan=${done}`, 303)

  const showNew = async (
    reply: FastifyReply, errors: Array<{ where: string, message: string }> = []
  ): Promise<FastifyReply> => {
    const issues = await listIssues({ db: pool }, { most: MOST })
    const page = { issues: issues.map(({ number, title }) => ({ number, title })), errors }
    return await reply.page('desk/new-draft', page, errors.length === 0 ? 200 : 422)
  }

  const answerImport = async (reply: FastifyReply, imported: ImportResult): Promise<FastifyReply> =>
    imported.result === 'imported'
      ? await goTo(reply, imported.draft, 'imported')
      : await showNew(reply, imported.errors.slice(0, 30))

  app.get('/entwuerfe/neu', { config: WRITES }, async (_, reply) => await showNew(reply))

  app.post('/entwuerfe', { config: WRITES, schema: { body: createForm } }, async (request, reply) =>
    await goTo(reply, await createDraft(actingOf(deps, request), request.body), 'created'))

  app.post('/entwuerfe/kopie', { config: WRITES, schema: { body: copyForm } }, async (request, reply) => {
    const draft = await copyIssue(actingOf(deps, request), request.body.issue)
    return draft === null ? reply.callNotFound() : await goTo(reply, draft, 'copied')
  })

  app.post('/entwuerfe/import', { config: WRITES }, async (request, reply) => {
    const { files } = await readPostedFiles(request)
    if (files.length === 0) return await showNew(reply, [{ where: 'Datei', message: de.drafts.errors.noFile }])
    return await answerImport(reply, await importDraft(actingOf(deps, request), files))
  })

  app.post('/entwuerfe/beispiel', { config: WRITES }, async (request, reply) =>
    await answerImport(reply, await importDemo(actingOf(deps, request))))
}
