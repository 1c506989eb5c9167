import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { readOutcomes, type Outcome } from '../../delivery/outcomes.js'
import { listIssues } from '../../issue/list-issues.js'
import { dayOf, longDay } from '../../platform/text/dates.js'
import { departuresOf } from '../../subscription/departures.js'
import { de } from '../../texts/de.js'
import { drawBars } from '../chart.js'
import type { DeskDeps } from '../deps.js'
import { READS } from '../drafts/deps.js'
import { describeTotal } from './departures-view.js'

declare module '../../platform/http/page.js' {
  interface Pages {
    /** `older`: the number below which the next page goes on. */
    'desk/compare': {
      issues: Array<{
        number: number
        title: string
        date: string
        planned: number
        sent: number
        failed: number
        /** „1,3 %“ of those planned. */
        failedShare: string
        /** „23“, „20 oder mehr“; empty as long as nothing is told. */
        departed: string
      }>
      chart: string
      older: number | null
    }
  }
}

const MOST = 12
const compareQuery = z.object({ vor: z.coerce.number().pipe(z.int32().positive()).optional().catch(undefined) })
const share = new Intl.NumberFormat(de.locale, { style: 'percent', maximumFractionDigits: 1 })
const inWords = (value: number): string => value.toLocaleString(de.locale)

/** `/redaktion/ausgaben/vergleich`: what became of issues that are sent, side by side. */
export async function compareRoutes (plugin: FastifyInstance, deps: DeskDeps): Promise<void> {
  const { pool, clock } = deps
  const app = plugin.withTypeProvider<ZodTypeProvider>()

  app.get('/ausgaben/vergleich', { config: READS, schema: { querystring: compareQuery } }, async (request, reply) => {
    const listed = await listIssues({ db: pool }, { before: request.query.vor, most: MOST })
    const titles = new Map(listed.map(({ number, title }) => [number, title]))
    const outcomes = await readOutcomes({ pool }, [...titles.keys()])
    const issues = []
    for (const outcome of outcomes) {
      const { issueNumber: number, startedAt, planned, sent, failed } = outcome
      issues.push({
        number,
        title: titles.get(number) ?? '',
        date: longDay(de.locale, dayOf(startedAt)),
        planned,
        sent,
        failed,
        failedShare: planned === 0 ? '' : share.format(failed / planned),
        departed: describeTotal(await departuresOf({ pool, clock }, number))
      })
    }
    const last = listed.at(-1)?.number ?? 1
    return await reply.page('desk/compare', {
      issues, chart: chartOf(outcomes), older: listed.length === MOST && last > 1 ? last : null
    })
  })
}

/** How many mails were sent of each issue, the oldest first. */
function chartOf (outcomes: readonly Outcome[]): string {
  const [first, ...others] = [...outcomes].reverse()
  const last = others.at(-1)
  if (first === undefined || last === undefined) return ''
  const title = de.sending.compareChart(
    first.issueNumber, inWords(first.sent), last.issueNumber, inWords(last.sent))
  const bars = [first, ...others].map(({ issueNumber, sent }) => ({ label: String(issueNumber), value: sent }))
  return drawBars({ title, bars, format: inWords })
}
