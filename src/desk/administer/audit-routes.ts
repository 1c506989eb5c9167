import { Readable } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { exportAudit } from '../../editor/audit/export.js'
import { readAuditPage, type NamedLine } from '../../editor/audit/page.js'
import { verifyAudit } from '../../editor/audit/audit.js'
import { COMMAND_LINE, MAILER } from '../../editor/audit/line.js'
import { groupCommit } from '../../platform/group-commit.js'
import { de } from '../../texts/de.js'
import type { DeskDeps } from '../deps.js'
import '../pages.js'
import { describeDetails } from './audit-details.js'

const ON_A_PAGE = 50
const query = z.object({ vor: z.coerce.number().int().min(1).max(2 ** 31 - 1).default(2 ** 31 - 1) })
const config = { access: 'administer' as const, section: 'audit' as const }

/** `/redaktion/protokoll`: who did what, to read, to verify and to export. */
export async function auditRoutes (plugin: FastifyInstance, deps: DeskDeps): Promise<void> {
  const { pool } = deps
  const app = plugin.withTypeProvider<ZodTypeProvider>()
  // It reads every line there is.
  const verify = groupCommit(async () => await verifyAudit(pool))

  app.get('/protokoll', { config, schema: { querystring: query } }, async ({ query: { vor } }, reply) => {
    const lines = await readAuditPage(deps, { before: vor, limit: ON_A_PAGE + 1 })
    const shown = lines.slice(0, ON_A_PAGE)
    const older = lines.length > ON_A_PAGE ? shown.at(-1)?.number ?? null : null
    return await reply.page('desk/audit', { lines: shown.map(describe), older })
  })

  app.get('/protokoll/pruefung', { config }, async (_, reply) => {
    const verdict = await verify()
    const hash = verdict.ok ? verdict.hash.toString('hex') : ''
    return await reply.page('desk/audit-verified', { ok: verdict.ok, number: verdict.number, hash })
  })

  app.get('/protokoll/export', { config }, async (_, reply) => await reply
    .type('application/x-ndjson; charset=utf-8')
    .header('content-disposition', 'attachment; filename="protokoll.ndjson"')
    .send(Readable.from(exportAudit(pool))))
}

const { actions, commandLine, mailer, formerEditor } = de.desk.audit

function describe ({ number, at, actor, actorName, accountName, action, details }: NamedLine) {
  const program = { [COMMAND_LINE]: commandLine, [MAILER]: mailer }[actor]
  return {
    number,
    at,
    actor: actorName ?? program ?? formerEditor,
    action: actions[action] ?? action,
    details: describeDetails(details, accountName)
  }
}
