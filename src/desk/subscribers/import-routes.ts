import multipart from '@fastify/multipart'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { Problem } from '../../platform/http/problem.js'
import type { ActingDeps } from '../../privacy/import/deps.js'
import { FileFault } from '../../privacy/import/file-fault.js'
import { listImports, readImport, type Import } from '../../privacy/import/report.js'
import { MOST_BYTES, takeUpload } from '../../privacy/import/upload.js'
import { de } from '../../texts/de.js'
import type { DeskDeps } from '../deps.js'
import { describeDone, doneQuery } from '../done.js'
import { actingOf } from '../drafts/deps.js'
import './import-pages.js'
import { importRows } from './import-view.js'

const texts = de.import

export const IMPORTS = { access: 'administer', section: 'subscribers', form: '/redaktion/leserinnen/import' } as const
/** For what shows or changes much, all factors must have been given lately. */
export const PROVED = { ...IMPORTS, proved: true } as const

export const importParams = z.object({ id: z.string().regex(/^[1-9]\d{0,8}$/).transform(Number) })

export interface ImportRouteDeps extends DeskDeps { publicDomainsOnly: boolean }

/** What a use case of imports is given. */
export function importing (deps: ImportRouteDeps, request: FastifyRequest): ActingDeps & { editor: string } {
  const { keys, publicDomainsOnly } = deps
  return { ...actingOf(deps, request), editor: request.editor.id, keys, publicDomainsOnly }
}

/** An import that is asked for. Throws a Problem if there is none. */
export async function foundImport ({ pool }: Pick<DeskDeps, 'pool'>, id: number): Promise<Import> {
  const found = await readImport({ db: pool }, id)
  if (found === null) throw new Problem('no-import', 404, texts.notHere)
  return found
}

const SHOWN = 20

/** `/redaktion/leserinnen/import`: all imports, and the upload of a file. */
export async function importRoutes (plugin: FastifyInstance, deps: ImportRouteDeps): Promise<void> {
  const limits = { files: 1, fields: 5, fileSize: MOST_BYTES + 1 }
  await plugin.register(multipart, { limits, throwFileSizeLimit: false })
  const app = plugin.withTypeProvider<ZodTypeProvider>()

  async function show (reply: FastifyReply, { error = null, done = null }: {
    error?: string | null, done?: string | null
  }): Promise<FastifyReply> {
    const imports = await importRows(deps, await listImports({ db: deps.pool }, SHOWN))
    return await reply.page('desk/imports', { imports, error, done }, error === null ? 200 : 422)
  }

  // Asked here, so that nobody is asked after the file was uploaded.
  app.get('/leserinnen/import', { config: PROVED, schema: { querystring: doneQuery } }, async ({ query }, reply) =>
    await show(reply, { done: describeDone(query) }))

  app.post('/leserinnen/import', { config: IMPORTS }, async (request, reply) => {
    if (!request.isMultipart()) return await show(reply, { error: texts.fileFaults.noFile })
    try {
      const part = await request.file()
      if (part?.filename === undefined || part.filename === '') {
        part?.file.resume()
        return await show(reply, { error: texts.fileFaults.noFile })
      }
      const id = await takeUpload(importing(deps, request), part.file)
      return await reply.redirect(`${deps.base}/redaktion/leserinnen/import/${id}`, 303)
    } catch (error) {
      if (error instanceof FileFault) return await show(reply, { error: texts.fileFaults[error.code] })
      throw error
    }
  })
}
