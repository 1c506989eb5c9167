import type { FastifyInstance } from 'fastify'
import type { GeneratedDocument } from '../../privacy/record/document.js'
import { walkDatabase, writeErasureConcept, writeRecord } from '../../privacy/record/write-documents.js'
import { describeKeeps, describeSeconds } from '../../privacy/retention/period.js'
import type { RetentionTimes } from '../../privacy/retention/rule.js'
import { readStandings, type Standing } from '../../privacy/retention/standing.js'
import { readRewrites } from '../../privacy/rewrite/rewrite-tables.js'
import { dePrivacy } from '../../texts/de-privacy.js'
import type { DeskDeps } from '../deps.js'
import { dayAndTime } from '../drafts/times.js'

interface StandingView {
  what: string
  keeps: string
  lastRun: string
  erased: number | null
  oldest: string | null
  /** Why it is red, as sentences. */
  faults: string[]
  /** What may be, as a sentence. */
  note: string | null
}

declare module '../../platform/http/page.js' {
  interface Pages {
    /** `rewritten`: when the files were last written without what was erased. */
    'desk/privacy': {
      rules: StandingView[], uncovered: string[], rewritten: string, unwritten: string[], ok: boolean
    }
    'desk/privacy-document': { document: GeneratedDocument }
  }
}

const config = { access: 'administer' as const, section: 'privacy' as const }

/** `/redaktion/datenschutz`: how retention stands, and the documents that are made of its rules. */
export async function privacyRoutes (app: FastifyInstance, deps: DeskDeps): Promise<void> {
  const { facts, facts: { times } } = deps

  app.get('/datenschutz', { config }, async (_, reply) => {
    const standings = await readStandings({ ...deps, times })
    const { uncovered } = await walkDatabase({ ...deps, facts })
    const rules = standings.map(standing => show(standing, times))
    const rewrites = await readRewrites(deps)
    const unwritten = rewrites.filter(({ fault }) => fault !== null).map(({ name }) => name)
    const last = Math.max(...rewrites.map(({ rewrittenAt }) => rewrittenAt?.getTime() ?? 0))
    const rewritten = last === 0 ? dePrivacy.standing.never : dayAndTime(new Date(last))
    const ok = uncovered.length === 0 && unwritten.length === 0 && rules.every(({ faults }) => faults.length === 0)
    return await reply.page('desk/privacy', { rules, uncovered, rewritten, unwritten, ok })
  })

  app.get('/datenschutz/verzeichnis', { config }, async (_, reply) =>
    await reply.page('desk/privacy-document', { document: await writeRecord(deps) }))

  app.get('/datenschutz/loeschkonzept', { config }, async (_, reply) =>
    await reply.page('desk/privacy-document', { document: await writeErasureConcept(deps) }))
}

function show ({ rule, run, oldestSeconds, late, lateSeconds }: Standing, times: RetentionTimes): StandingView {
  const { standing } = dePrivacy
  const finishedAt = run?.finishedAt ?? null
  const faults = late === null ? [] : [standing.late[late](describeSeconds(lateSeconds))]
  if (run !== null && run.fault !== null) faults.push(standing.failed)
  const begunAt = run?.begunAt ?? null
  const stopped = begunAt !== null && run?.fault === null && (finishedAt === null || finishedAt < begunAt)
  return {
    what: rule.what,
    keeps: describeKeeps(rule, times),
    lastRun: finishedAt === null ? standing.never : dayAndTime(finishedAt),
    erased: finishedAt === null ? null : run?.erased ?? null,
    oldest: oldestSeconds === null ? null : describeSeconds(oldestSeconds),
    faults,
    note: stopped ? standing.stopped : null
  }
}
