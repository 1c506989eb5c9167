import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { isPasswordLink, requestPassword, resetPassword } from '../../editor/factor/reset-password.js'
import { de } from '../../texts/de.js'
import type { DeskDeps } from '../deps.js'
import '../pages.js'

const params = z.object({ token: z.string() })
const addressForm = z.object({ address: z.string().default('') })
const passwordForm = z.object({ password: z.string().default('') })
const config = { access: 'public' as const }

/** `/redaktion/neues-passwort`: for those who have forgotten theirs. */
export async function passwordRoutes (plugin: FastifyInstance, deps: DeskDeps): Promise<void> {
  const app = plugin.withTypeProvider<ZodTypeProvider>()

  app.get('/neues-passwort', { config }, async (_, reply) => await reply.page('desk/forgotten', { sent: false }))

  app.post('/neues-passwort', { config, schema: { body: addressForm } }, async ({ body: { address } }, reply) => {
    // Not awaited: the time of the answer does not tell whether there is an account.
    requestPassword(deps, address).catch((error: unknown) => {
      deps.log.error({ event: 'editor_mail_not_queued', err: error }, 'a mail of the desk could not be queued')
    })
    return await reply.page('desk/forgotten', { sent: true })
  })

  app.get('/neues-passwort/:token', { config, schema: { params } }, async ({ params: { token } }, reply) =>
    await isPasswordLink(deps, token)
      ? await reply.page('desk/new-password', { token, error: null })
      : await reply.page('desk/link-gone', {}, 410))

  app.post('/neues-passwort/:token', { config, schema: { params, body: passwordForm } }, async (request, reply) => {
    const { params: { token }, body: { password } } = request
    const change = await resetPassword(deps, token, password)
    if (change.kind === 'gone') return await reply.page('desk/link-gone', {}, 410)
    if (change.kind === 'changed') return await reply.redirect(`${deps.base}/redaktion/anmelden?passwort`, 303)
    return await reply.page('desk/new-password', { token, error: de.desk.join.password[change.fault] }, 422)
  })
}
