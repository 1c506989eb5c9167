import type { FastifyInstance, FastifyReply } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { witnessOf } from '../../editor/audit/audit.js'
import {
  setAccountDisabled, setRoles, withdrawInvitation, type AccountChange
} from '../../editor/account/change-account.js'
import { invite } from '../../editor/invitation/invite.js'
import { listAccounts, type ListedAccount } from '../../editor/account/list-accounts.js'
import { ROLES, type Role } from '../../editor/account/role.js'
import { removeSecondFactors } from '../../editor/factor/second-factor.js'
import { Problem } from '../../platform/http/problem.js'
import { markControls, parseAddress } from '../../platform/mail/address.js'
import { longMoment } from '../../platform/text/dates.js'
import type { Witness } from '../../platform/witness.js'
import { de } from '../../texts/de.js'
import type { DeskDeps } from '../deps.js'
import { describeDone, doneQuery, withDone } from '../done.js'
import '../pages.js'

const texts = de.desk.accounts
const params = z.object({ id: z.uuid() })
/** One box is a text, several are a list. */
const roles = z.union([z.enum(ROLES).transform(role => [role]), z.array(z.enum(ROLES))]).default([])
const inviteForm = z.object({ address: z.string().default(''), rechte: roles })
const rolesForm = z.object({ rechte: roles })
const config = { access: 'administer' as const, section: 'accounts' as const }
const proved = { ...config, proved: true }
const PAGE = '/redaktion/konten'

interface InviteFault { address: string, chosen: Role[], error: string | null, roleError: string | null }
const NOTHING_TYPED: InviteFault = { address: '', chosen: ['write'], error: null, roleError: null }

/** `/redaktion/konten`: who works at the desk, for those who administer. */
export async function accountsRoutes (plugin: FastifyInstance, deps: DeskDeps): Promise<void> {
  const { base } = deps
  const app = plugin.withTypeProvider<ZodTypeProvider>()

  async function show (
    reply: FastifyReply, fault: InviteFault, { done = null, self }: { done?: string | null, self: string }
  ): Promise<FastifyReply> {
    const accounts = (await listAccounts(deps)).map(account => showAccount(account, self))
    const roleChoices = ROLES.map(role => ({ role, name: de.desk.roles[role], has: fault.chosen.includes(role) }))
    const { address, error, roleError } = fault
    const failed = error !== null || roleError !== null
    const page = { accounts, address, roles: roleChoices, error, roleError, done }
    return await reply.page('desk/accounts', page, failed ? 422 : 200)
  }

  app.get('/konten', { config, schema: { querystring: doneQuery } }, async ({ editor, query }, reply) =>
    await show(reply, NOTHING_TYPED, { done: describeDone(query), self: editor.id }))

  app.post('/konten/einladen', { config: proved, schema: { body: inviteForm } }, async (request, reply) => {
    const { editor, body: { address: typed, rechte } } = request
    const address = parseAddress(typed)
    const roleError = rechte.length === 0 ? texts.noRole : null
    const fault = { address: markControls(typed), chosen: rechte, roleError }
    if (!address.ok) {
      return await show(reply, { ...fault, error: de.subscription.addressFaults[address.fault] }, { self: editor.id })
    }
    if (roleError !== null) return await show(reply, { ...fault, error: null }, { self: editor.id })
    const invitation = { address: address.value, roles: rechte }
    const invited = await invite({ ...deps, ...actingAs(deps, editor), byMail: true }, invitation)
    if (invited.kind === 'taken') return await show(reply, { ...fault, error: texts.taken }, { self: editor.id })
    return await reply.redirect(`${base}${withDone(PAGE, 'eingeladen')}`, 303)
  })
}

function showAccount ({ id, name, address, state, roles, seenAt }: ListedAccount, self: string) {
  const about = [
    ...(name === '' ? [] : [address]),
    texts.states[state],
    texts.rights(roles.map(role => de.desk.roles[role]).join(', ')),
    ...(seenAt === null ? [] : [texts.lastSeen(longMoment(de.locale, seenAt, de.format.at))])
  ]
  return {
    id,
    title: name === '' ? address : name,
    about: about.join(', '),
    state,
    isSelf: id === self,
    roles: ROLES.map(role => ({ role, name: de.desk.roles[role], has: roles.includes(role) }))
  }
}

/** What those who administer can do with an account. */
export async function accountChangeRoutes (plugin: FastifyInstance, deps: DeskDeps): Promise<void> {
  const { base } = deps
  const app = plugin.withTypeProvider<ZodTypeProvider>()
  const one = { config: proved, schema: { params } }

  app.post('/konten/:id/rechte', { config: proved, schema: { params, body: rolesForm } }, async (request, reply) => {
    const { editor, params: { id }, body: { rechte } } = request
    if (rechte.length === 0) throw new Problem('no-role', 422, { heading: texts.noRole, message: de.errors.notSaved })
    refuse(await setRoles({ ...deps, ...actingAs(deps, editor) }, { editorId: id, roles: rechte }))
    return await reply.redirect(`${base}${withDone(PAGE, 'rechte')}`, 303)
  })

  for (const [path, disabled, done] of [['sperren', true, 'gesperrt'], ['entsperren', false, 'entsperrt']] as const) {
    app.post(`/konten/:id/${path}`, one, async ({ editor, params: { id } }, reply) => {
      refuse(await setAccountDisabled({ ...deps, ...actingAs(deps, editor) }, { editorId: id, disabled }))
      return await reply.redirect(`${base}${withDone(PAGE, done)}`, 303)
    })
  }

  app.post('/konten/:id/zuruecknehmen', one, async ({ editor, params: { id } }, reply) => {
    if (!await withdrawInvitation({ ...deps, ...actingAs(deps, editor) }, id)) refuse('unknown')
    return await reply.redirect(`${base}${withDone(PAGE, 'zurueckgenommen')}`, 303)
  })

  app.post('/konten/:id/zweiter-faktor', one, async ({ editor, params: { id } }, reply) => {
    if (!await removeSecondFactors({ ...deps, ...actingAs(deps, editor) }, id)) refuse('unknown')
    return await reply.redirect(`${base}${withDone(PAGE, 'faktoren')}`, 303)
  })
}

/** What is done bears the editor's id in the audit. */
function actingAs (deps: DeskDeps, { id }: { id: string }): { witness: Witness } {
  return { witness: witnessOf(deps, id) }
}

/** Throws a Problem for a change that was not made. */
function refuse (change: AccountChange): void {
  if (change === 'unknown') throw new Problem('no-account', 404, texts.unknown)
  if (change === 'last-administrator') throw new Problem('last-administrator', 409, texts.lastAdministrator)
}
