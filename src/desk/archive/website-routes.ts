import type { FastifyInstance, FastifyReply } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { correct, readCorrections, takeBackCorrection } from '../../archive/correct.js'
import { readWithdrawal, showAgain, withdraw } from '../../archive/withdraw.js'
import { editorNames } from '../../editor/account/names.js'
import { readIssue, type IssueHead } from '../../issue/list-issues.js'
import { Problem } from '../../platform/http/problem.js'
import { TURNS_DIRECTION, UNSAFE_IN_LINE } from '../../platform/mail/unsafe-characters.js'
import { longDay } from '../../platform/text/dates.js'
import { de } from '../../texts/de.js'
import type { DeskDeps } from '../deps.js'
import { actingOf, APPROVES, READS } from '../drafts/deps.js'
import type { Notice } from '../drafts/pages.js'
import { dayAndTime } from '../drafts/times.js'
import { issueParams } from '../sending/issue-view.js'

interface Typed { text: string, reason: string }
type Errors = { [Field in keyof Typed]: string | null }

declare module '../../platform/http/page.js' {
  interface Pages {
    'desk/website': {
      number: number
      title: string
      date: string
      slug: string
      notice: Notice | null
      /** „Eva Muster, 27. Nov. 2026, 10:42“ */
      corrections: Array<{ id: number, text: string, by: string }>
      withdrawal: { reason: string, by: string } | null
      typed: Typed
      errors: Errors
    }
  }
}

const texts = de.archive
const LONGEST = { text: 1_000, reason: 500 }
const NOTHING: Typed = { text: '', reason: '' }
const NO_ERRORS: Errors = { text: null, reason: null }
const typedText = z.string().transform(text => text.replace(/\s+/g, ' ').trim())
const correctionForm = z.object({ text: typedText })
const withdrawalForm = z.object({ grund: typedText })
const takeBackForm = z.object({ id: z.string().regex(/^[1-9]\d{0,8}$/).transform(Number) })
const pageQuery = z.object({ getan: z.string().optional() })

interface Around { notice?: Notice | null, typed?: Partial<Typed>, errors?: Partial<Errors>, status?: number }

/** `/redaktion/ausgaben/:number/website`: what is said on the website of an issue that was sent. */
export async function websiteRoutes (plugin: FastifyInstance, deps: DeskDeps): Promise<void> {
  const app = plugin.withTypeProvider<ZodTypeProvider>()
  const { base } = deps
  const path = '/ausgaben/:number/website'
  const params = { params: issueParams }
  const done = async (reply: FastifyReply, number: number, what: keyof typeof texts.done): Promise<FastifyReply> =>
    await reply.redirect(`${base}/redaktion/ausgaben/${number}/website?getan=${what}`, 303)
  const late = async (reply: FastifyReply, number: number, text: string): Promise<FastifyReply> =>
    await show(deps, reply, number, { notice: { kind: 'danger', text, undo: null }, status: 409 })

  app.get(path, { config: READS, schema: { ...params, querystring: pageQuery } }, async (request, reply) => {
    const { params: { number }, query: { getan = '' } } = request
    const text = Object.hasOwn(texts.done, getan) ? texts.done[getan as keyof typeof texts.done] : null
    return await show(deps, reply, number, { notice: text === null ? null : { kind: 'success', text, undo: null } })
  })

  app.post(`${path}/berichtigung`, { config: APPROVES, schema: { ...params, body: correctionForm } },
    async (request, reply) => {
      const { params: { number }, body: { text } } = request
      await foundPublished(deps, number)
      const error = faultOf(text, 'text')
      if (error !== null) {
        return await show(deps, reply, number, { typed: { text }, errors: { text: error }, status: 422 })
      }
      await correct(actingOf(deps, request), { issue: number, text })
      return await done(reply, number, 'berichtigt')
    })

  app.post(`${path}/berichtigung-entfernen`, { config: APPROVES, schema: { ...params, body: takeBackForm } },
    async (request, reply) => {
      const { params: { number }, body: { id } } = request
      if (await takeBackCorrection(actingOf(deps, request), { issue: number, id })) {
        return await done(reply, number, 'entfernt')
      }
      return await late(reply, number, texts.faults.correctionGone)
    })

  app.post(`${path}/zurueckziehen`, { config: APPROVES, schema: { ...params, body: withdrawalForm } },
    async (request, reply) => {
      const { params: { number }, body: { grund: reason } } = request
      await foundPublished(deps, number)
      const error = faultOf(reason, 'reason')
      if (error !== null) {
        return await show(deps, reply, number, { typed: { reason }, errors: { reason: error }, status: 422 })
      }
      if (await withdraw(actingOf(deps, request), { issue: number, reason })) {
        return await done(reply, number, 'zurueckgezogen')
      }
      return await late(reply, number, texts.faults.withdrawnAlready)
    })

  app.post(`${path}/wieder-zeigen`, { config: APPROVES, schema: params }, async (request, reply) => {
    const { number } = request.params
    if (await showAgain(actingOf(deps, request), number)) return await done(reply, number, 'gezeigt')
    return await late(reply, number, texts.faults.shownAlready)
  })
}

function faultOf (typed: string, field: keyof Typed): string | null {
  if (typed === '') return texts.faults.empty[field]
  if (UNSAFE_IN_LINE.test(typed) || TURNS_DIRECTION.test(typed)) return texts.faults.characters
  return typed.length > LONGEST[field] ? texts.faults.tooLong(LONGEST[field]) : null
}

/** An issue that has a page. Throws a Problem if there is none, or if it is not published yet. */
async function foundPublished ({ pool }: DeskDeps, number: number): Promise<IssueHead> {
  const issue = await readIssue({ db: pool }, number)
  if (issue?.state !== 'published') throw new Problem('no-issue', 404, texts.noPage)
  return issue
}

async function show (
  deps: DeskDeps, reply: FastifyReply, number: number,
  { notice = null, typed = {}, errors = {}, status = 200 }: Around
): Promise<FastifyReply> {
  const { title, date, slug } = await foundPublished(deps, number)
  const corrections = await readCorrections({ db: deps.pool }, number)
  const withdrawal = await readWithdrawal({ db: deps.pool }, number)
  const names = await editorNames({ db: deps.pool },
    [withdrawal?.withdrawnBy ?? null, ...corrections.map(({ correctedBy }) => correctedBy)])
  const by = (editor: string | null, at: Date): string =>
    `${names.get(editor ?? '') ?? de.drafts.somebody}, ${dayAndTime(at)}`
  return await reply.page('desk/website', {
    number,
    title,
    date: longDay(de.locale, date),
    slug,
    notice,
    corrections: corrections.map(({ id, text, correctedBy, correctedAt }) =>
      ({ id, text, by: by(correctedBy, correctedAt) })),
    withdrawal: withdrawal === null
      ? null
      : { reason: withdrawal.reason, by: by(withdrawal.withdrawnBy, withdrawal.withdrawnAt) },
    typed: { ...NOTHING, ...typed },
    errors: { ...NO_ERRORS, ...errors }
  }, status)
}
