import type { FastifyInstance, FastifyReply } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { countSearch } from '../../editor/account/search-limit.js'
import { markControls, parseAddress } from '../../platform/mail/address.js'
import { ADDRESS_MESSAGES } from '../../subscription/address-messages.js'
import { search } from '../../subscription/help-desk.js'
import { sendAgain } from '../../subscription/send-again.js'
import { de } from '../../texts/de.js'
import type { DeskDeps } from '../deps.js'
import { describeDone, doneQuery } from '../done.js'
import { actingOf } from '../drafts/deps.js'
import { foundAddress, foundForm, HELPS, SEARCH, showFound } from './found.js'

const texts = de.subscribers
/** Somebody else's address is meant here. */
const FAULTS = { ...ADDRESS_MESSAGES, empty: texts.noAddress }
const searchForm = z.object({ adresse: z.string().default('') })

/** `/redaktion/leserinnen/suche`: one reader's address, to help the reader. */
export async function searchRoutes (plugin: FastifyInstance, deps: DeskDeps): Promise<void> {
  const { base, pool } = deps
  const app = plugin.withTypeProvider<ZodTypeProvider>()
  const config = HELPS

  app.get('/leserinnen/suche', { config, schema: { querystring: doneQuery } }, async ({ query }, reply) =>
    await showSearch(reply, { done: describeDone(query) }))

  app.post('/leserinnen/suche', { config, schema: { body: searchForm } }, async (request, reply) => {
    const { body: { adresse: typed }, editor: { id: account } } = request
    const parsed = parseAddress(typed)
    if (!parsed.ok) return await showSearch(reply, { typed, error: FAULTS[parsed.fault], status: 422 })
    const wait = await countSearch({ ...deps, db: pool }, account)
    if (wait > 0) {
      void reply.header('retry-after', wait)
      return await showSearch(reply, { typed, error: texts.tooManySearches(Math.ceil(wait / 60)), status: 429 })
    }
    const address = parsed.value
    const stored = await search({ ...deps, ...actingOf(deps, request) }, address.canonical)
    return await showFound(deps, reply, { account, address, stored, notice: null })
  })

  app.post('/leserinnen/erneut', { config, schema: { body: foundForm } }, async (request, reply) => {
    const { body: { gefunden }, editor: { id: account } } = request
    const address = foundAddress(deps, account, gefunden)
    const result = await sendAgain({ ...deps, ...actingOf(deps, request) }, address)
    return await showFound(deps, reply, { account, address, notice: texts.sentAgain[result] })
  })

  // The address of a page that answered a form may be opened again.
  for (const path of ['erneut', 'loeschen', 'loeschen/ja', 'sperren', 'sperren/ja', 'entsperren']) {
    app.get(`/leserinnen/${path}`, { config }, async (_, reply) => await reply.redirect(`${base}${SEARCH}`, 303))
  }
}

async function showSearch (
  reply: FastifyReply,
  { typed = '', error = null, done = null, status = 200 }: {
    typed?: string, error?: string | null, done?: string | null, status?: number
  }
): Promise<FastifyReply> {
  return await reply.page('desk/subscriber-search', { address: markControls(typed), error, done }, status)
}
