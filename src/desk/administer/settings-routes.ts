import type { FastifyInstance, FastifyReply } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { LONGEST_GRACE, readGrace, setGrace } from '../../delivery/grace.js'
import { readTestList, setTestList } from '../../delivery/test-list.js'
import { listAccounts } from '../../editor/account/list-accounts.js'
import { editorNames } from '../../editor/account/names.js'
import { FOUR_EYES_RULES, readFourEyes, setFourEyes } from '../../issue/approval/four-eyes.js'
import type { Kept } from '../../platform/kept-settings/kept-setting.js'
import { Problem } from '../../platform/http/problem.js'
import { de } from '../../texts/de.js'
import type { DeskDeps } from '../deps.js'
import { describeDone, doneQuery, withDone } from '../done.js'
import { actingOf } from '../drafts/deps.js'
import { dayAndTime } from '../drafts/times.js'
import { houseGroups } from './house-groups.js'
import { settingsPages, type SettingsPage } from './house-view.js'

declare module '../../platform/http/page.js' {
  interface Pages {
    /** `lately`: „Eva Muster, 27. Nov. 2026, 10:42“; empty as long as nobody has changed it. */
    'desk/settings': {
      pages: SettingsPage[]
      fourEyes: { rules: Array<{ rule: string, name: string, holds: boolean }>, version: number, lately: string }
      grace: { minutes: number, most: number, version: number, lately: string, error: string | null }
      testList: {
        accounts: Array<{ id: string, title: string, has: boolean }>, version: number, lately: string
      }
      done: string | null
    }
  }
}

const config = { access: 'administer' as const, section: 'settings' as const }
const proved = { ...config, proved: true }
const ruleForm = z.object({ regel: z.enum(FOUR_EYES_RULES), version: z.coerce.number().pipe(z.int32()) })
const graceForm = z.object({ minuten: z.string(), version: z.coerce.number().pipe(z.int32()) })
/** One box is a text, several are a list. */
const accounts = z.union([z.uuid().transform(id => [id]), z.array(z.uuid()).max(50)]).default([])
const listForm = z.object({ konten: accounts, version: z.coerce.number().pipe(z.int32()) })
const PAGE = '/redaktion/einstellungen'

function changedMeanwhile (): Problem {
  return new Problem('setting-changed', 409, de.desk.settingChanged)
}

/** `/redaktion/einstellungen`: what the house decides once, for those who administer. */
export async function settingsRoutes (plugin: FastifyInstance, deps: DeskDeps): Promise<void> {
  const { base, pool } = deps
  const app = plugin.withTypeProvider<ZodTypeProvider>()

  async function show (
    reply: FastifyReply, { done, error = null }: { done: string | null, error?: string | null }
  ): Promise<FastifyReply> {
    const rule = await readFourEyes({ db: pool })
    const grace = await readGrace({ db: pool })
    const list = await readTestList({ db: pool })
    const names = await editorNames({ db: pool }, [rule.changedBy, grace.changedBy, list.changedBy])
    const accounts = (await listAccounts(deps)).filter(({ state }) => state !== 'disabled')
      .map(({ id, name, address }) => ({ id, title: name === '' ? address : name, has: list.value.includes(id) }))
    const about = ({ version, changedAt, changedBy }: Pick<Kept<unknown>, 'version' | 'changedAt' | 'changedBy'>) => {
      const by = names.get(changedBy ?? '') ?? de.drafts.somebody
      return { version, lately: changedAt === null ? '' : `${by}, ${dayAndTime(changedAt)}` }
    }
    const rules = FOUR_EYES_RULES.map(each =>
      ({ rule: each, name: de.approval.ruleChoices[each], holds: each === rule.value }))
    return await reply.page('desk/settings', {
      pages: settingsPages(houseGroups(deps.house), ''),
      fourEyes: { rules, ...about(rule) },
      testList: { accounts, ...about(list) },
      grace: { minutes: grace.value, most: LONGEST_GRACE, error, ...about(grace) },
      done
    }, error === null ? 200 : 422)
  }

  app.get('/einstellungen', { config, schema: { querystring: doneQuery } }, async ({ query }, reply) => {
    return await show(reply, { done: describeDone(query) })
  })

  app.post('/einstellungen/vier-augen', { config: proved, schema: { body: ruleForm } }, async (request, reply) => {
    const { regel: rule, version } = request.body
    if (!await setFourEyes(actingOf(deps, request), { base: version, rule })) throw changedMeanwhile()
    return await reply.redirect(`${base}${withDone(PAGE, 'vieraugen')}`, 303)
  })

  app.post('/einstellungen/testliste', { config: proved, schema: { body: listForm } }, async (request, reply) => {
    const { konten, version } = request.body
    if (!await setTestList(actingOf(deps, request), { base: version, accounts: konten })) throw changedMeanwhile()
    return await reply.redirect(`${base}${withDone(PAGE, 'testliste')}`, 303)
  })

  app.post('/einstellungen/bedenkzeit', { config: proved, schema: { body: graceForm } }, async (request, reply) => {
    const { minuten, version } = request.body
    const minutes = /^\d{1,3}$/.test(minuten.trim()) ? Number(minuten) : NaN
    if (!(minutes <= LONGEST_GRACE)) return await show(reply, { done: null, error: de.sending.faults.grace })
    if (!await setGrace(actingOf(deps, request), { base: version, minutes })) throw changedMeanwhile()
    return await reply.redirect(`${base}${withDone(PAGE, 'bedenkzeit')}`, 303)
  })
}
