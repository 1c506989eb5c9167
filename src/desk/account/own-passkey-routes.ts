import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { addOwnPasskey, offerOwnPasskey } from '../../editor/passkey/add-passkey.js'
import { removePasskey, renamePasskey } from '../../editor/passkey/own-passkeys.js'
import { askForPasskey, checkPasskey } from '../../editor/passkey/check.js'
import { proofOf } from '../../editor/factor/second-factor.js'
import { proveAgain } from '../../editor/session/session.js'
import { Problem } from '../../platform/http/problem.js'
import { de } from '../../texts/de.js'
import { nextPath } from '../access.js'
import type { DeskDeps } from '../deps.js'
import { withDone } from '../done.js'
import '../pages.js'
import { passkeyField, readNewPasskey, readSignedPasskey } from '../passkey-field.js'
import { visitOf } from '../visit.js'

const params = z.object({ id: z.string().regex(/^[\w-]{1,1400}$/) })
const newForm = z.object({ passkey: passkeyField })
const nameForm = z.object({ name: z.string().default('') })
const proofForm = z.object({ passkey: passkeyField, weiter: nextPath })
const config = { section: 'account' as const }
const proved = { config: { ...config, proved: true } }
const PAGE = '/redaktion/konto'

/** Passkeys of one's own account, for those who are signed in. */
export async function ownPasskeyRoutes (plugin: FastifyInstance, deps: DeskDeps): Promise<void> {
  const { base, cookies } = deps
  const app = plugin.withTypeProvider<ZodTypeProvider>()

  app.get('/konto/passkey', proved, async (_, reply) => await reply.page('desk/new-passkey', { error: null }))

  app.post('/konto/passkey/angebot', proved, async ({ editor }, reply) =>
    await reply.send(await offerOwnPasskey(deps, editor.id)))

  app.post('/konto/passkey', { ...proved, schema: { body: newForm } }, async (request, reply) => {
    const { editor, body: { passkey } } = request
    const answer = readNewPasskey(passkey)
    const { device } = visitOf(request, cookies)
    if (answer !== null && await addOwnPasskey(deps, { editorId: editor.id, answer, name: device })) {
      return await reply.redirect(`${base}${withDone(PAGE, 'passkey')}`, 303)
    }
    return await reply.page('desk/new-passkey', { error: de.desk.passkey.notMade }, 422)
  })

  app.post('/konto/passkeys/:id/name', { schema: { params, body: nameForm } }, async (request, reply) => {
    const { editor, params: { id }, body: { name } } = request
    if (!await renamePasskey(deps, { editorId: editor.id, id, name })) {
      throw new Problem('passkey-name', 422, de.desk.passkey.notNamed)
    }
    return await reply.redirect(`${base}${withDone(PAGE, 'passkeyname')}`, 303)
  })

  app.post('/konto/passkeys/:id/entfernen', { ...proved, schema: { params } }, async (request, reply) => {
    const { editor, params: { id } } = request
    const removal = await removePasskey(deps, { editorId: editor.id, id })
    if (removal === 'last-way-in') throw new Problem('last-way-in', 409, de.desk.passkey.lastWayIn)
    return await reply.redirect(`${base}${withDone(PAGE, 'passkeyweg')}`, 303)
  })
}

/** People can prove by a passkey that it is still them: it is all factors in one. */
export async function passkeyProofRoutes (plugin: FastifyInstance, deps: DeskDeps): Promise<void> {
  const app = plugin.withTypeProvider<ZodTypeProvider>()

  app.post('/konto/bestaetigen/passkey/anfrage', { config }, async ({ editor }, reply) =>
    await reply.send(await askForPasskey(deps, editor.id)))

  app.post('/konto/bestaetigen/passkey', { config, schema: { body: proofForm } }, async (request, reply) => {
    const { editor, session, body: { passkey, weiter } } = request
    const answer = readSignedPasskey(passkey)
    const check = answer === null ? WRONG : await checkPasskey(deps, { answer, editorId: editor.id })
    if (check.kind === 'right' && session !== null) {
      await proveAgain(deps, session.id)
      return await reply.redirect(`${deps.base}${weiter}`, 303)
    }
    const error = de.desk.signIn.passkey[check.kind === 'cloned' ? 'cloned' : 'wrong']
    return await reply.page('desk/prove', { next: weiter, error, ...await proofOf(deps, editor.id) }, 422)
  })
}

const WRONG = { kind: 'wrong' as const }
