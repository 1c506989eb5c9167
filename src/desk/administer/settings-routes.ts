import type { FastifyInstance, FastifyReply } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { LONGEST_GRACE } from '../../delivery/grace.js'
import { FOUR_EYES_RULES } from '../../issue/approval/four-eyes.js'
import { Problem } from '../../platform/http/problem.js'
import { de } from '../../texts/de.js'
import type { DeskDeps } from '../deps.js'
import { describeDone, doneQuery, withDone } from '../done.js'
import { actingOf } from '../drafts/deps.js'
import { fourEyes, grace, restoreGeneral, testList, type GeneralSetting } from './general-settings.js'
import { settingsView } from './settings-view.js'

const config = { access: 'administer' as const, section: 'settings' as const }
const proved = { ...config, proved: true }
const version = z.coerce.number().pipe(z.int32().min(0))
const ruleForm = z.object({ regel: z.enum(FOUR_EYES_RULES), version })
const graceForm = z.object({ minuten: z.string(), version })
/** One box is a text, several are a list. */
const accounts = z.union([z.uuid().transform(id => [id]), z.array(z.uuid()).max(50)]).default([])
const listForm = z.object({ konten: accounts, version })
const restoreForm = z.object({ version, fassung: version })
const PAGE = '/redaktion/einstellungen'

function changedMeanwhile (): Problem {
  return new Problem('setting-changed', 409, de.desk.settingChanged)
}

/** `/redaktion/einstellungen`: what the house decides once, for those who administer. */
export async function settingsRoutes (plugin: FastifyInstance, deps: DeskDeps): Promise<void> {
  const { base } = deps
  const app = plugin.withTypeProvider<ZodTypeProvider>()

  async function saved<T> (reply: FastifyReply, { done }: GeneralSetting<T>, isSaved: boolean): Promise<FastifyReply> {
    if (!isSaved) throw changedMeanwhile()
    return await reply.redirect(`${base}${withDone(PAGE, done)}`, 303)
  }

  app.get('/einstellungen', { config, schema: { querystring: doneQuery } }, async ({ query }, reply) =>
    await reply.page('desk/settings', await settingsView(deps, { done: describeDone(query), error: null })))

  app.post('/einstellungen/vier-augen', { config: proved, schema: { body: ruleForm } }, async (request, reply) => {
    const { regel: value, version: base } = request.body
    return await saved(reply, fourEyes, await fourEyes.set(actingOf(deps, request), { base, value }))
  })

  app.post('/einstellungen/testliste', { config: proved, schema: { body: listForm } }, async (request, reply) => {
    const { konten: value, version: base } = request.body
    return await saved(reply, testList, await testList.set(actingOf(deps, request), { base, value }))
  })

  app.post('/einstellungen/bedenkzeit', { config: proved, schema: { body: graceForm } }, async (request, reply) => {
    const { minuten, version: base } = request.body
    const value = /^\d{1,3}$/.test(minuten.trim()) ? Number(minuten) : NaN
    if (!(value <= LONGEST_GRACE)) {
      return await reply.page('desk/settings',
        await settingsView(deps, { done: null, error: de.sending.faults.grace }), 422)
    }
    return await saved(reply, grace, await grace.set(actingOf(deps, request), { base, value }))
  })

  restoring(fourEyes)
  restoring(grace)
  restoring(testList)

  function restoring<T> (setting: GeneralSetting<T>): void {
    const options = { config: proved, schema: { body: restoreForm } }
    app.post(`/einstellungen/${setting.path}/fassung`, options, async (request, reply) => {
      const { version: base, fassung: restored } = request.body
      const result = await restoreGeneral(actingOf(deps, request), setting, { base, restored })
      if (result === 'unknown') throw new Problem('no-version', 404, de.settings.unknownVersion)
      return await saved(reply, setting, result === 'restored')
    })
  }
}
