import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { pause } from '../../delivery/control.js'
import { scheduleIssue, unscheduleIssue, type StartOrder } from '../../delivery/schedule.js'
import { readIssue } from '../../issue/list-issues.js'
import { Problem } from '../../platform/http/problem.js'
import { de } from '../../texts/de.js'
import { actingOf, APPROVES, READS } from '../drafts/deps.js'
import type { ApprovalRouteDeps } from '../approval/approval-view.js'
import { issueParams, mustTypeCount, showIssue, type Around } from './issue-view.js'

const texts = de.sending
const pageQuery = z.object({ getan: z.string().optional() })
const sendForm = z.object({
  wann: z.enum(['jetzt', 'spaeter']),
  tag: z.string().default(''),
  uhrzeit: z.string().default(''),
  gesehen: z.string().regex(/^\d{1,9}$/).transform(Number),
  anzahl: z.string().default('')
})

/** `/redaktion/ausgaben/:number`: when an issue is sent, and how far it is. */
export async function issueRoutes (plugin: FastifyInstance, deps: ApprovalRouteDeps): Promise<void> {
  const app = plugin.withTypeProvider<ZodTypeProvider>()
  const params = { params: issueParams }

  app.get('/ausgaben/:number', { config: READS, schema: { ...params, querystring: pageQuery } },
    async (request, reply) => {
      const { params: { number }, query: { getan: done } } = request
      const isKnown = done !== undefined && Object.hasOwn(texts.done, done)
      const text = isKnown ? texts.done[done as keyof typeof texts.done] : null
      return await answerIssue(deps, reply, number, {
        notice: text === null ? null : { kind: 'success', text, undo: null }
      })
    })

  app.post('/ausgaben/:number/senden', { config: APPROVES, schema: { ...params, body: sendForm } },
    async (request, reply) => await send(deps, request, reply))

  app.post('/ausgaben/:number/planung-aufheben', { config: APPROVES, schema: params }, async (request, reply) => {
    const { number } = request.params
    const done = await stop(deps, request, number)
    if (done !== null) return await goTo(deps, reply, number, done)
    return await answerFault(deps, reply, number, { text: texts.faults['not-lifted'], status: 409 })
  })
}

/** Lifts a plan. A delivery that has begun at this moment is paused: that is what is wanted. */
async function stop (
  deps: ApprovalRouteDeps, request: FastifyRequest, number: number
): Promise<keyof typeof texts.done | null> {
  const acting = actingOf(deps, request)
  if (await unscheduleIssue(acting, number)) return 'aufgehoben'
  if (await pause({ ...acting, log: deps.log }, number)) return 'eben-angehalten'
  return (await readIssue({ db: deps.pool }, number))?.state === 'approved' ? 'nicht-mehr-geplant' : null
}

type SendRequest = FastifyRequest<{ Params: z.infer<typeof issueParams>, Body: z.infer<typeof sendForm> }>

async function send (deps: ApprovalRouteDeps, request: SendRequest, reply: FastifyReply): Promise<FastifyReply> {
  const { params: { number }, body: { wann, tag: day, uhrzeit: time, gesehen, anzahl } } = request
  const typed = { day, time, count: anzahl }
  const refuse = async (field: 'count' | 'moment', text: string): Promise<FastifyReply> =>
    await answerFault(deps, reply, number, { text, typed, fault: { form: wann, field, text } })
  const when = wann === 'jetzt' ? 'now' : readTime(day, time)
  if (when === null) return await refuse('moment', texts.faults['no-time'])
  const miscounted = judgeCount(anzahl, { seen: gesehen, readers: await deps.countReaders() })
  if (miscounted !== null) return await refuse('count', miscounted)
  const planning = { ...actingOf(deps, request), previewDraft: deps.previewDraft }
  const scheduled = await scheduleIssue(planning, { number, when })
  switch (scheduled.result) {
    case 'scheduled': return await goTo(deps, reply, number, 'geplant')
    case 'scheduled-already': return await goTo(deps, reply, number, 'schon-geplant')
    case 'hindered': {
      const text = texts.hindrances[scheduled.hindrance]
      return await answerFault(deps, reply, number, { text, typed, status: 409 })
    }
    case 'not-waiting': {
      return await answerFault(deps, reply, number, { text: texts.faults['not-waiting'], status: 409 })
    }
    default: return await refuse('moment', texts.faults[scheduled.result])
  }
}

/**
 * What is wrong with the number of readers that was typed; null for nothing, or if none is asked
 * for. A page that was left open may show one that is long out of date.
 */
function judgeCount (typed: string, { seen, readers }: { seen: number, readers: number }): string | null {
  if (!mustTypeCount(Math.max(seen, readers))) return null
  if (readCount(typed) !== seen) return texts.faults.count
  return Math.abs(readers - seen) > readers / 10 ? texts.faults['count-changed'] : null
}

/** "4.812" as a number; NaN for what is not one. */
function readCount (typed: string): number {
  const digits = typed.replace(/[.\s]/g, '')
  return /^\d{1,9}$/.test(digits) ? Number(digits) : NaN
}

/** What was chosen in the two fields; null if it is not a day and a time. */
function readTime (day: string, time: string): StartOrder['when'] | null {
  if (!/^\d{4}-\d\d-\d\d$/.test(day) || !/^\d\d:\d\d/.test(time)) return null
  return { wallClock: `${day} ${time.slice(0, 5)}` }
}

/** Goes to the page of an issue, which says what was done. */
export async function goTo (
  { base }: Pick<ApprovalRouteDeps, 'base'>, reply: FastifyReply, number: number, done: keyof typeof texts.done
): Promise<FastifyReply> {
  return await reply.redirect(`${base}/redaktion/ausgaben/${number}?getan=${done}`, 303)
}

/** Answers with the page of an issue, and says above it what could not be done. */
export async function answerFault (
  deps: ApprovalRouteDeps,
  reply: FastifyReply,
  number: number,
  { text, status = 422, ...rest }: { text: string, status?: number } & Omit<Around, 'notice'>
): Promise<FastifyReply> {
  return await answerIssue(deps, reply, number, { notice: { kind: 'danger', text, undo: null }, status, ...rest })
}

async function answerIssue (
  deps: ApprovalRouteDeps,
  reply: FastifyReply,
  number: number,
  { status = 200, ...around }: { status?: number } & Around
): Promise<FastifyReply> {
  const issue = await readIssue({ db: deps.pool }, number)
  if (issue === null) throw new Problem('no-issue', 404, texts.noIssue)
  return await reply.page('desk/issue', await showIssue(deps, issue, around), status)
}
