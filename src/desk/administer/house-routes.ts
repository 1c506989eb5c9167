import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { Problem } from '../../platform/http/problem.js'
import { de } from '../../texts/de.js'
import type { DeskDeps } from '../deps.js'
import { describeDone, doneQuery, withDone } from '../done.js'
import { actingOf, badRequest } from '../drafts/deps.js'
import { readFiles } from '../drafts/read-multipart.js'
import { houseGroups, type Group, type GroupChange, type Texts } from './house-groups.js'
import { houseView, type NotSaved } from './house-view.js'
import { readLogo } from './read-logo.js'

const version = z.coerce.number().pipe(z.int32().min(0))
const restoreForm = z.object({ version, fassung: version })

/** `/redaktion/einstellungen/…`: what the house says of itself, a page for each setting. */
export async function houseRoutes (plugin: FastifyInstance, deps: DeskDeps): Promise<void> {
  const groups = houseGroups(deps.house)
  await readFiles(plugin)
  for (const group of groups) groupRoutes(plugin, { ...deps, groups }, group)
}

interface GroupDeps extends DeskDeps { groups: readonly Group[] }

function groupRoutes (plugin: FastifyInstance, deps: GroupDeps, group: Group): void {
  const { base } = deps
  const app = plugin.withTypeProvider<ZodTypeProvider>()
  const page = `/redaktion/einstellungen/${group.path}`
  // Also to see it takes a fresh proof, so that nobody types much and is asked for it then.
  const config = { access: 'administer' as const, section: 'settings' as const, proved: true, form: page }
  const fields = Object.fromEntries(group.fields.map(({ key }) => [key, z.string().default('')]))
  const form = z.object({ version, ansehen: z.string().optional(), ersatz: z.string().optional(), ...fields })

  app.get(`/einstellungen/${group.path}`, { config, schema: { querystring: doneQuery } }, async ({ query }, reply) =>
    await reply.page('desk/house', await houseView(deps, group, { done: describeDone(query) })))

  if (group.path === 'logo') app.post('/einstellungen/logo', { config }, saveLogo)
  else {
    app.post(`/einstellungen/${group.path}`, { config, schema: { body: form } }, async (request, reply) => {
      const { version: base, ansehen, ersatz, ...posted } = request.body
      const typed = ersatz === undefined ? tidy(posted) : { accent: ersatz }
      if (ansehen === undefined) return await answer(request, reply, { base, typed })
      return await showNotSaved(reply, { typed, faults: group.judge(typed), why: 'preview' })
    })
  }

  const restoring = { config, schema: { body: restoreForm } }
  app.post(`/einstellungen/${group.path}/fassung`, restoring, async (request, reply) => {
    const { version: base, fassung } = request.body
    const restored = (await group.versions({ db: deps.pool })).find(({ version }) => version === fassung)
    if (restored === undefined) throw new Problem('no-version', 404, de.settings.unknownVersion)
    return await answer(request, reply, { base, typed: restored.value, restored: fassung })
  })

  /** Its form brings a file. */
  async function saveLogo (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const [now] = await group.versions({ db: deps.pool })
    const { version: typedVersion, typed, fault } = await readLogo(deps, request, now?.value ?? {})
    const base = version.safeParse(typedVersion)
    if (!base.success) throw badRequest()
    if (fault === null) return await answer(request, reply, { base: base.data, typed })
    return await showNotSaved(reply, { typed, faults: new Map([['picture', fault]]), why: 'faults' })
  }

  async function answer (
    request: FastifyRequest, reply: FastifyReply, change: Parameters<Group['change']>[1]
  ): Promise<FastifyReply> {
    const changed = await group.change(actingOf(deps, request), change)
    if (isSaved(changed)) return await reply.redirect(`${base}${withDone(page, 'einstellung')}`, 303)
    const { typed, restored } = change
    if (changed.result === 'faults') {
      return await showNotSaved(reply, { typed, faults: changed.faults, why: 'faults', restored })
    }
    return await showNotSaved(reply, { typed, faults: new Map(), why: 'meanwhile' })
  }

  async function showNotSaved (reply: FastifyReply, notSaved: NotSaved): Promise<FastifyReply> {
    const view = await houseView(deps, group, { notSaved })
    const { why, faults } = notSaved
    return await reply.page('desk/house', view, why === 'meanwhile' ? 409 : faults.size > 0 ? 422 : 200)
  }
}

/** What was typed, as it would be kept. */
function tidy (posted: Texts): Texts {
  return Object.fromEntries(Object.entries(posted).map(([key, text]) => [key, text.replaceAll('\r\n', '\n').trim()]))
}

function isSaved (change: GroupChange): change is { result: 'changed' | 'unchanged' } {
  return change.result === 'changed' || change.result === 'unchanged'
}
