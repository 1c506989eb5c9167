import { Command } from 'commander'
import { processingFacts } from '../../config.js'
import { systemClock } from '../../platform/clock.js'
import { checkSchema } from '../../platform/database/migrate.js'
import { walkDatabase } from '../../privacy/record/write-documents.js'
import { describeKeeps } from '../../privacy/retention/period.js'
import type { RetentionTimes } from '../../privacy/retention/rule.js'
import { readStandings, type Standing } from '../../privacy/retention/standing.js'
import { say, withDatabase, type CommandDeps } from '../command.js'

const HELP = `
Ends with 1 if a rule is late, if its last run failed, or if the database has a column that could hold
personal data and has no rule. The record of processing says the same in German: privacy record.`

interface Status { ok: boolean, rules: StatusOfRule[], withoutRule: string[] }

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
  const ok = withoutRule.length === 0 && rules.every(({ late, fault }) => late === null && fault === null)
  return { ok, rules, withoutRule }
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

function describe ({ ok, rules, withoutRule }: Status): string[] {
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
    ...withoutRule.map(place => `WITHOUT A RULE: ${place}`),
    ok ? 'All rules are kept.' : 'Not all rules are kept.'
  ]
}

function describeAge (seconds: number | null): string {
  if (seconds === null) return '-'
  if (seconds >= 2 * 86_400) return `${Math.floor(seconds / 86_400)} d`
  return seconds >= 2 * 3_600 ? `${Math.floor(seconds / 3_600)} h` : `${Math.floor(seconds / 60)} min`
}
