import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { linkParams, readChangeToken } from '../../subscription/links.js'
import { stopChange } from '../../subscription/own-data/change-address.js'
import { confirmChange } from '../../subscription/own-data/confirm-change.js'
import type { SelfServiceDeps } from './deps.js'
import './pages.js'

const schema = { params: linkParams }

/**
 * `/meine-daten/adresse/:token`, by which the new address confirms, and
 * `/meine-daten/stoppen/:token`, by which the old one objects.
 */
export async function changeRoutes (plugin: FastifyInstance, deps: SelfServiceDeps): Promise<void> {
  const { keys } = deps
  const app = plugin.withTypeProvider<ZodTypeProvider>()

  app.get('/meine-daten/adresse/:token', { schema }, async ({ params: { token } }, reply) =>
    readChangeToken(keys, 'confirm', token) === null
      ? await reply.page('subscription/link-invalid', {}, 404)
      : await reply.page('privacy/change-confirm', { action: `/meine-daten/adresse/${token}` }))

  app.post('/meine-daten/adresse/:token', { schema }, async ({ params: { token } }, reply) => {
    const change = readChangeToken(keys, 'confirm', token)
    if (change === null) return await reply.page('subscription/link-invalid', {}, 404)
    return await confirmChange(deps, change) === 'changed'
      ? await reply.page('privacy/change-confirmed', {})
      : await reply.page('privacy/change-gone', { stopping: false }, 410)
  })

  app.get('/meine-daten/stoppen/:token', { schema }, async ({ params: { token } }, reply) =>
    readChangeToken(keys, 'stop', token) === null
      ? await reply.page('subscription/link-invalid', {}, 404)
      : await reply.page('privacy/change-stop', { action: `/meine-daten/stoppen/${token}` }))

  app.post('/meine-daten/stoppen/:token', { schema }, async ({ params: { token } }, reply) => {
    const change = readChangeToken(keys, 'stop', token)
    if (change === null) return await reply.page('subscription/link-invalid', {}, 404)
    return await stopChange(deps, change)
      ? await reply.page('privacy/change-stopped', {})
      : await reply.page('privacy/change-gone', { stopping: true }, 410)
  })
}
