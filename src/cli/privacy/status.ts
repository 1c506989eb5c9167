import { Command } from 'commander'
import { processingFacts } from '../../config.js'
import { systemClock } from '../../platform/clock.js'
import { checkSchema } from '../../platform/database/migrate.js'
import { walkDatabase } from '../../privacy/record/write-documents.js'
import { describeKeeps } from '../../privacy/retention/period.js'
import type { RetentionTimes } from '../../privacy/retention/rule.js'
import { readStandings, type Standing } from '../../privacy/retention/standing.js'
import { readRewrites, type Rewrite } from '../../privacy/rewrite/rewrite-tables.js'
import { say, withDatabase, type CommandDeps } from '../command.js'

const HELP = `
Ends with 1 if a rule is late, if its last run failed, if the file of a table could not be written again
without the rows that were erased, or if the database has a column that could hold personal data and has no
rule. The record of processing says the same in German: privacy record.`

interface Status { ok: boolean, rules: StatusOfRule[], files: StatusOfFile[], withoutRule: string[] }

/** Whether the file of a table still holds rows that were erased. */
interface StatusOfFile { table: string, holdsErased: boolean, rewritten: string | null, fault: string | null }

interface StatusOfRule {
  rule: string
  job: string
  keeps: string
  lastRun: string | null
  erased: number | null
  oldestSeconds: number | null
  late: string | null
  fault: string | null
}

/** `privacy status`: when each rule of retention last ran, and whether any is late. */
export function statusCommand (): Command {
  return new Command('status').description('when each rule of retention last ran, and whether any is late')
    .option('--json', 'as one JSON document').addHelpText('after', HELP)
    .action(async ({ json = false }: { json?: boolean }) => {
      await withDatabase(async deps => {
        await checkSchema(deps)
        const status = await readStatus(deps)
        say(...json ? [JSON.stringify(status, null, 2)] : describe(status))
        if (!status.ok) process.exitCode = 1
      })
    })
}

async function readStatus ({ config, pool }: CommandDeps): Promise<Status> {
  const facts = processingFacts(config)
  const { times } = facts
  const standings = await readStandings({ pool, clock: systemClock, times })
  const { uncovered: withoutRule } = await walkDatabase({ pool, facts })
  const rules = standings.map(standing => statusOf(standing, times))
  const files = (await readRewrites({ pool })).map(fileOf)
  const ok = withoutRule.length === 0 && files.every(({ fault }) => fault === null) &&
    rules.every(({ late, fault }) => late === null && fault === null)
  return { ok, rules, files, withoutRule }
}

function fileOf ({ name, isPending, rewrittenAt, fault }: Rewrite): StatusOfFile {
  return { table: name, holdsErased: isPending, rewritten: rewrittenAt?.toISOString() ?? null, fault }
}

function statusOf ({ rule, run, oldestSeconds, late }: Standing, times: RetentionTimes): StatusOfRule {
  return {
    rule: rule.name,
    job: rule.erasedBy.job,
    keeps: describeKeeps(rule, times),
    lastRun: run?.finishedAt?.toISOString() ?? null,
    erased: run?.finishedAt == null ? null : run.erased,
    oldestSeconds,
    late,
    fault: run?.fault ?? null
  }
}

const COLUMNS = ['rule', 'last run', 'erased', 'oldest', '']

function describe ({ ok, rules, files, withoutRule }: Status): string[] {
  const rows = rules.map(({ rule, lastRun, erased, oldestSeconds, late, fault }) => [
    rule,
    lastRun?.slice(0, 16) ?? 'never',
    String(erased ?? '-'),
    describeAge(oldestSeconds),
    `${late === null ? '' : `LATE: ${late} `}${fault === null ? '' : `FAILED: ${fault}`}`
  ])
  const widths = COLUMNS.map((_, column) => Math.max(...[COLUMNS, ...rows].map(row => row[column]?.length ?? 0)))
  const table = [COLUMNS, ...rows].map(row =>
    row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ').trimEnd())
  return [
    ...table,
    describeFiles(files),
    ...files.flatMap(({ table, fault }) =>
      fault === null ? [] : [`ERASED ROWS ARE STILL IN THE FILE OF ${table}: ${fault}`]),
    ...withoutRule.map(place => `WITHOUT A RULE: ${place}`),
    ok ? 'All rules are kept.' : 'Not all rules are kept.'
  ]
}

function describeFiles (files: readonly StatusOfFile[]): string {
  const last = files.flatMap(({ rewritten }) => rewritten ?? []).sort().at(-1)
  const waiting = files.filter(({ holdsErased }) => holdsErased).length
  return `files: last rewritten ${last?.slice(0, 16) ?? 'never'}, ${waiting} tables wait for the night`
}

function describeAge (seconds: number | null): string {
  if (seconds === null) return '-'
  if (seconds >= 2 * 86_400) return `${Math.floor(seconds / 86_400)} d`
  return seconds >= 2 * 3_600 ? `${Math.floor(seconds / 3_600)} h` : `${Math.floor(seconds / 60)} min`
}
