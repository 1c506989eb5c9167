import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { editorNames } from '../../editor/account/names.js'
import { FOUR_EYES_RULES, readFourEyes, setFourEyes } from '../../issue/approval/four-eyes.js'
import { Problem } from '../../platform/http/problem.js'
import { de } from '../../texts/de.js'
import type { DeskDeps } from '../deps.js'
import { describeDone, doneQuery, withDone } from '../done.js'
import { actingOf } from '../drafts/deps.js'
import { dayAndTime } from '../drafts/times.js'

declare module '../../platform/http/page.js' {
  interface Pages {
    'desk/settings': {
      rules: Array<{ rule: string, name: string, holds: boolean }>
      version: number
      /** „Eva Muster, 27. Nov. 2026, 10:42“; empty as long as nobody has changed it. */
      lately: string
      done: string | null
    }
  }
}

const config = { access: 'administer' as const, section: 'settings' as const }
const proved = { ...config, proved: true }
const ruleForm = z.object({ regel: z.enum(FOUR_EYES_RULES), version: z.coerce.number().pipe(z.int32()) })
const PAGE = '/redaktion/einstellungen'

/** `/redaktion/einstellungen`: what the house decides once, for those who administer. */
export async function settingsRoutes (plugin: FastifyInstance, deps: DeskDeps): Promise<void> {
  const { base, pool } = deps
  const app = plugin.withTypeProvider<ZodTypeProvider>()

  app.get('/einstellungen', { config, schema: { querystring: doneQuery } }, async ({ query }, reply) => {
    const { value, version, changedAt, changedBy } = await readFourEyes({ db: pool })
    const names = await editorNames({ db: pool }, [changedBy])
    const by = names.get(changedBy ?? '') ?? de.drafts.somebody
    return await reply.page('desk/settings', {
      rules: FOUR_EYES_RULES.map(rule => ({ rule, name: de.approval.rules[rule], holds: rule === value })),
      version,
      lately: changedAt === null ? '' : `${by}, ${dayAndTime(changedAt)}`,
      done: describeDone(query)
    })
  })

  app.post('/einstellungen/vier-augen', { config: proved, schema: { body: ruleForm } }, async (request, reply) => {
    const { regel: rule, version } = request.body
    if (!await setFourEyes(actingOf(deps, request), { base: version, rule })) {
      throw new Problem('setting-changed', 409, de.desk.settingChanged)
    }
    return await reply.redirect(`${base}${withDone(PAGE, 'vieraugen')}`, 303)
  })
}
