import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { readOwnAccount, renameOwnAccount, setOwnTextMode } from '../../editor/account/own-account.js'
import { ownPasskeys } from '../../editor/passkey/own-passkeys.js'
import { endOtherSessions, endSession, listSessions } from '../../editor/session/session.js'
import { de } from '../../texts/de.js'
import type { DeskDeps } from '../deps.js'
import { describeDone, doneQuery, withDone } from '../done.js'
import '../pages.js'

const nameForm = z.object({ name: z.string().default('') })
const textModeForm = z.object({ textmodus: z.string().optional() })
const params = z.object({ id: z.uuid() })
const section = { config: { section: 'account' as const } }
const PAGE = '/redaktion/konto'

/** `/redaktion/konto`: one's own name, ways of signing in, and sessions. */
export async function accountRoutes (plugin: FastifyInstance, deps: DeskDeps): Promise<void> {
  const { base, pool } = deps
  const app = plugin.withTypeProvider<ZodTypeProvider>()

  app.get('/konto', { ...section, schema: { querystring: doneQuery } }, async ({ editor, session, query }, reply) =>
    await reply.page('desk/account', {
      ...await readOwnAccount(deps, editor.id),
      passkeys: await ownPasskeys(deps, editor.id),
      textMode: editor.textMode,
      roleNames: editor.roles.map(role => de.desk.roles[role]),
      sessions: (await listSessions(deps, editor.id)).map(each => ({ ...each, isThis: each.id === session?.id })),
      done: describeDone(query),
      error: null
    }))

  app.post('/konto/name', { ...section, schema: { body: nameForm } }, async ({ editor, body: { name } }, reply) => {
    const fault = await renameOwnAccount(deps, { editorId: editor.id, name })
    if (fault === null) return await reply.redirect(`${base}${withDone(PAGE, 'name')}`, 303)
    return await reply.page('desk/account-name', { name, error: de.desk.join.name[fault] }, 422)
  })

  app.post('/konto/textmodus', { schema: { body: textModeForm } }, async ({ editor, body }, reply) => {
    await setOwnTextMode(deps, { editorId: editor.id, textMode: body.textmodus !== undefined })
    return await reply.redirect(`${base}${withDone(PAGE, 'textmodus')}`, 303)
  })

  app.post('/konto/sitzungen/:id/beenden', { schema: { params } }, async ({ editor, params: { id } }, reply) => {
    await endSession({ db: pool }, { id, editorId: editor.id })
    return await reply.redirect(`${base}${withDone(PAGE, 'sitzung')}`, 303)
  })

  app.post('/konto/sitzungen/beenden', async ({ editor, session }, reply) => {
    await endOtherSessions({ db: pool }, { editorId: editor.id, except: session?.id ?? null })
    return await reply.redirect(`${base}${withDone(PAGE, 'sitzungen')}`, 303)
  })
}
