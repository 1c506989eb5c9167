import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import type { Context } from '../platform/context.js'
import type { WriteJournal } from '../platform/write-journal.js'
import { linkParams, readUnsubscribeToken } from './links.js'
import './pages.js'
import { isSubscribed, unsubscribe } from './unsubscribe.js'

export interface UnsubscribeRouteDeps extends Pick<Context, 'pool' | 'keys' | 'clock' | 'log'> {
  writeJournal: WriteJournal
}

/** `/abmelden/:token`: the link at the end of each issue, and the mailbox provider's button. */
export async function unsubscribeRoutes (plugin: FastifyInstance, deps: UnsubscribeRouteDeps): Promise<void> {
  const { pool, keys } = deps
  const app = plugin.withTypeProvider<ZodTypeProvider>()

  app.get('/abmelden/:token', { schema: { params: linkParams } }, async ({ params: { token } }, reply) => {
    const link = readUnsubscribeToken(keys, token)
    if (link === null) return await reply.page('subscription/link-invalid', {}, 404)
    if (!await isSubscribed({ pool }, link.id)) return await reply.page('subscription/unsubscribe-gone', {})
    return await reply.page('subscription/unsubscribe', { action: `/abmelden/${token}` })
  })

  await app.register(async oneClick => {
    // RFC 8058: the mailbox provider posts a form of either kind, with neither cookie nor Origin.
    // Its one field says nothing that the link does not, so the body is taken and left unread.
    oneClick.removeAllContentTypeParsers()
    oneClick.addContentTypeParser('*', { parseAs: 'buffer' }, async () => null)
    const routes = oneClick.withTypeProvider<ZodTypeProvider>()
    routes.post('/abmelden/:token', { schema: { params: linkParams } }, async ({ params: { token } }, reply) => {
      const link = readUnsubscribeToken(keys, token)
      if (link === null) return await reply.page('subscription/link-invalid', {}, 404)
      const left = await unsubscribe(deps, link)
      return await reply.page(left ? 'subscription/unsubscribed' : 'subscription/unsubscribe-gone', {})
    })
  })
}
