import type { FastifyInstance, FastifyReply } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { believeHeld, forgiveHeld, readHeld, type Held } from '../../bounce/act/held.js'
import { FEWEST_OF_DOMAIN, isWell, readDomains, readStanding, type UnreadCount } from '../../bounce/act/standing.js'
import { listUnreadMails } from '../../bounce/act/unread.js'
import { Problem } from '../../platform/http/problem.js'
import { de } from '../../texts/de.js'
import type { DeskDeps } from '../deps.js'
import { describeDone, doneQuery, withDone } from '../done.js'
import { actingOf } from '../drafts/deps.js'
import { issueParams } from '../sending/issue-view.js'
import { showCameBack } from './came-back.js'
import { showDoor } from './doors.js'
import type { HeldView, UnreadView } from './pages.js'
import { ADMINISTERS, PAGE, PROVED, showWaiting } from './unread-routes.js'

const texts = de.returned
const DAYS = 30
const MOST_MAILS = 100
/** How many readers were seen to wait: no more are erased. */
const eraseForm = z.object({ gesehen: z.string().regex(/^\d{1,9}$/).transform(Number) })

/** `/redaktion/rueckmeldungen`: what came back, and what waits for a decision. */
export async function returnedRoutes (plugin: FastifyInstance, deps: DeskDeps): Promise<void> {
  const { base, pool } = deps
  const app = plugin.withTypeProvider<ZodTypeProvider>()
  const params = { params: issueParams }

  app.get('/rueckmeldungen', { config: ADMINISTERS, schema: { querystring: doneQuery } }, async ({ query }, reply) =>
    await showStanding(deps, reply, describeDone(query)))

  app.get('/rueckmeldungen/ausgaben/:number/loeschen', { config: PROVED, schema: params }, async (request, reply) =>
    await reply.page('desk/returned-erase', { ...await foundHeld(deps, request.params.number), notice: null }))

  app.post('/rueckmeldungen/ausgaben/:number/loeschen', { config: PROVED, schema: { ...params, body: eraseForm } },
    async (request, reply) => {
      const { params: { number }, body: { gesehen: seen } } = request
      const held = await foundHeld(deps, number)
      if (held.readers > seen) return await reply.page('desk/returned-erase', { ...held, notice: texts.moreHeld }, 409)
      await believeHeld({ ...deps, ...actingOf(deps, request) }, number)
      return await reply.redirect(`${base}${withDone(PAGE, 'postfaecher-geloescht')}`, 303)
    })

  app.post('/rueckmeldungen/ausgaben/:number/behalten', { config: ADMINISTERS, schema: params },
    async (request, reply) => {
      const { issue } = await foundHeld({ pool }, request.params.number)
      await forgiveHeld(actingOf(deps, request), issue)
      return await reply.redirect(`${base}${withDone(PAGE, 'postfaecher-behalten')}`, 303)
    })
}

async function showStanding (deps: DeskDeps, reply: FastifyReply, done: string | null): Promise<FastifyReply> {
  const now = deps.clock.now()
  const { counts, doors, unread, held } = await readStanding(deps, { days: DAYS })
  return await reply.page('desk/returned', {
    done,
    isFaulty: doors.some(door => !isWell(door, now)),
    held: held.map(showHeld),
    unread: await showUnread(deps, unread),
    doors: doors.map(door => showDoor(door, now)),
    days: DAYS,
    cameBack: showCameBack(counts, { days: DAYS, now }),
    domains: await readDomains(deps),
    fewest: FEWEST_OF_DOMAIN
  })
}

async function showUnread ({ pool }: Pick<DeskDeps, 'pool'>, { count }: UnreadCount): Promise<UnreadView> {
  const mails = count === 0 ? [] : await listUnreadMails({ pool }, { limit: MOST_MAILS })
  return {
    text: count === 0 ? '' : texts.unread(count, count.toLocaleString(de.locale)),
    mails: mails.map(showWaiting),
    isCut: count > mails.length
  }
}

function showHeld ({ issueNumber: issue, readers }: Held): HeldView {
  return { issue, readers, text: texts.held(issue, texts.mailboxes(readers, readers.toLocaleString(de.locale))) }
}

/** What waits of an issue. Throws a Problem if nothing does any more. */
async function foundHeld ({ pool }: Pick<DeskDeps, 'pool'>, number: number): Promise<HeldView> {
  const held = (await readHeld({ pool })).find(({ issueNumber }) => issueNumber === number)
  if (held === undefined) throw new Problem('not-held', 404, texts.notHeld)
  return showHeld(held)
}
