import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import type { Context } from '../platform/context.js'
import { confirm, hasExpired } from './confirm.js'
import { linkParams, readConfirmToken } from './links.js'
import './pages.js'

export interface ConfirmRouteDeps extends Pick<Context, 'pool' | 'keys' | 'clock'> {
  /** Whether it is to be provable later that a reader agreed. */
  consentProof: boolean
}

const PAGES = {
  confirmed: ['subscription/confirmed', 200],
  repeated: ['subscription/confirm-repeated', 200],
  expired: ['subscription/confirm-expired', 410],
  gone: ['subscription/confirm-gone', 410]
} as const

/** `/bestaetigen/:token`: the link of the mail that asks for confirmation. */
export async function confirmRoutes (plugin: FastifyInstance, deps: ConfirmRouteDeps): Promise<void> {
  const { keys, clock } = deps
  const app = plugin.withTypeProvider<ZodTypeProvider>()

  app.get('/bestaetigen/:token', { schema: { params: linkParams } }, async ({ params: { token } }, reply) => {
    const link = readConfirmToken(keys, token)
    if (link === null) return await reply.page('subscription/link-invalid', {}, 404)
    if (hasExpired(link, clock.now())) return await reply.page('subscription/confirm-expired', {}, 410)
    return await reply.page('subscription/confirm', { action: `/bestaetigen/${token}` })
  })

  app.post('/bestaetigen/:token', { schema: { params: linkParams } }, async ({ params: { token } }, reply) => {
    const link = readConfirmToken(keys, token)
    if (link === null) return await reply.page('subscription/link-invalid', {}, 404)
    const [page, status] = PAGES[await confirm(deps, link)]
    return await reply.page(page, {}, status)
  })
}
