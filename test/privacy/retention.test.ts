import { parseCronItems } from 'graphile-worker'
import t from 'tap'
import { appendAudit, verifyAudit } from '../../src/editor/audit/audit.js'
import { eraseAudit } from '../../src/editor/audit/erase-audit.js'
import { eraseDisabledAccounts } from '../../src/editor/account/erase-accounts.js'
import { readFailures } from '../../src/delivery/progress.js'
import { inTransaction } from '../../src/platform/database/pool.js'
import { watchRetention, privacyJobs } from '../../src/privacy/jobs.js'
import { beginOf } from '../../src/privacy/retention/period.js'
import type { PurgeDeps, RetentionTimes } from '../../src/privacy/retention/rule.js'
import type { Journal } from '../../src/privacy/journal/journal.js'
import { purgeRules, type PurgeRule } from '../../src/privacy/retention/rules.js'
import { runRule } from '../../src/privacy/retention/run-rule.js'
import { readStandings, type Standing } from '../../src/privacy/retention/standing.js'
import { travelClock } from '../support/clock.js'
import { testDatabase } from '../support/database.js'
import { testLog } from '../support/log.js'
import { seed } from './erasing.js'

const { pool } = await testDatabase(t)
const { log, lines } = testLog(t)
const times: RetentionTimes = {
  confirmTtlSeconds: 48 * 3600,
  networkWindowSeconds: 600,
  sessionIdleSeconds: 3600,
  sessionLifetimeSeconds: 12 * 3600,
  invitationTtlSeconds: 7 * 86_400,
  backupRetentionSeconds: 90 * 86_400
}

// The queue gives a name to a job's task when it first meets it.
await pool.query('select graphile_worker.add_job(\'probe\')')

function at (clock = travelClock()): PurgeDeps & { clock: typeof clock } {
  return { pool, clock, log, times, witness: async () => {} }
}

function ruleOf (name: string): PurgeRule {
  const rule = purgeRules().find(rule => rule.name === name)
  if (rule === undefined) throw new Error(name)
  return rule
}

const standingOf = async (deps: PurgeDeps, name: string): Promise<Standing | undefined> =>
  (await readStandings(deps)).find(({ rule }) => rule.name === name)

const secondsOf = ({ keeps }: PurgeRule): number => {
  if (!('period' in keeps)) throw new Error('no period')
  const end = new Date('2028-06-01T00:00:00Z')
  return (end.getTime() - beginOf(end, keeps.period, times).getTime()) / 1_000
}

t.test('each rule keeps what it is about for its period, says when it ends, and then erases it', async t => {
  for (const rule of purgeRules()) {
    const { name, erasedBy: { ends } } = rule
    const deps = at()
    await seed(pool, name, deps.clock.now())
    // Days are counted as days.
    const slack = ['day_counts', 'departures', 'bounces', 'bounce_domains'].includes(name) ? 24 * 60 + 60 : 1
    deps.clock.travel({ minutes: secondsOf(rule) / 60 - slack })
    t.equal(await runRule(deps, rule), 0, `${name} is kept`)
    if (ends !== undefined) {
      const minutes = ((await ends(deps))?.getTime() ?? NaN) / 60_000 - deps.clock.now().getTime() / 60_000
      t.ok(minutes > 0 && minutes <= 2 * slack, `${name} ends in ${minutes} minutes`)
    }
    deps.clock.travel({ minutes: 3 * slack })
    t.equal(await runRule(deps, rule), 1, `${name} is erased`)
    t.equal(await ends?.(deps) ?? null, null, `${name}: nothing is left`)
    t.match((await standingOf(deps, name)), { run: { erased: 1, fault: null, oldestSeconds: null }, late: null })
  }
})

t.test('each run is noted: when it ended, what it erased, how old the oldest row is, and why it failed', async t => {
  const deps = at()
  const rule = ruleOf('mail_requests')
  await seed(pool, rule.name, deps.clock.now())
  t.equal((await standingOf(deps, rule.name))?.run, null)
  deps.clock.travel({ hours: 1 })
  await runRule(deps, rule)
  t.match(await standingOf(deps, rule.name), {
    run: { erased: 0, finishedAt: deps.clock.now(), oldestSeconds: 3600 }, oldestSeconds: 3600, late: null
  })
  const finishedAt = deps.clock.now()
  deps.clock.travel({ minutes: 10 })
  const broken = { ...rule, erasedBy: { ...rule.erasedBy, erase: async () => { throw new Error('eva@amt.example') } } }
  await t.rejects(runRule(deps, broken))
  t.match(await standingOf(deps, rule.name), { run: { finishedAt, fault: '[address]' }, late: null })
  await runRule({ ...deps, stopping: AbortSignal.abort() }, rule)
  t.match(await standingOf(deps, rule.name), { run: { finishedAt, fault: null } }, 'one that was stopped has not ended')
})

t.test('a rule that keeps something too long or does not run is an error, and runs at once', async t => {
  const deps = at()
  const rule = ruleOf('mail_requests')
  await seed(pool, rule.name, deps.clock.now())
  await runRule(deps, rule)
  deps.clock.travel({ minutes: 20 })
  await watchRetention(deps)
  t.same(lines().filter(line => line.includes('retention_late')), [])
  deps.clock.travel({ minutes: 1 })
  t.match(await standingOf(deps, rule.name), { late: 'not-run', lateSeconds: 660 })
  deps.clock.travel({ days: 1 })
  await watchRetention(deps)
  t.match(await standingOf(deps, rule.name), { late: 'overdue' })
  const [line = '{}'] = lines().filter(line => line.includes('retention_late') && line.includes('"mail_requests"'))
  t.match(JSON.parse(line), { level: 'error', rule: 'mail_requests', reason: 'overdue', seconds: 660 })
  const { rows } = await pool.query(
    'select run_at <= now() as due from graphile_worker.jobs where task_identifier = \'forget_mail_requests\'')
  t.same(rows, [{ due: true }])
  await runRule(deps, rule)
  t.match(await standingOf(deps, rule.name), { late: null })
})

t.test('the jobs are those of the table, in the lane that holds up nobody', async t => {
  const journal = { write: async () => {} } as unknown as Journal
  const { jobs } = privacyJobs({ ...at(), journal, retentionSeconds: 1 })
  const ofRules = purgeRules().map(({ erasedBy: { job } }) => job)
  t.same(Object.keys(jobs).sort(), [...ofRules, 'rewrite_tables', 'trim_journal', 'watch_retention'].sort())
  for (const { lane, cron = '' } of Object.values(jobs)) {
    t.equal(lane, 'background')
    t.doesNotThrow(() => parseCronItems([{ task: 'job', match: cron }]), cron)
  }
})

t.test('when failures are forgotten, the report goes on telling how many there were', async t => {
  const deps = at()
  await seed(pool, 'failures', deps.clock.now())
  const before = await readFailures({ pool }, { id: 7 })
  t.same(before, [{ status: '5.1.1', count: 1 }])
  deps.clock.travel({ days: 8 })
  await runRule(deps, ruleOf('failures'))
  t.equal((await pool.query('select from delivery_failure')).rowCount, 0)
  t.same(await readFailures({ pool }, { id: 7 }), before)
})

t.test('an account is erased with all of its own, and its approvals keep the name alone', async t => {
  const deps = at()
  await seed(pool, 'accounts', deps.clock.now())
  await pool.query(`insert into issue (number, slug, content, content_hash, state, approved_at)
    values (7, 'a', '{}', '\\x07', 'approved', now())`)
  await pool.query(`insert into approval (issue_number, mail_hash, approver, approved_at, editor_id)
    select 7, decode(repeat('07', 32), 'hex'), 'Eva Muster', now(), id from editor`)
  await t.rejects(pool.query('update approval set approver = \'x\', editor_id = null'), { code: '42501' })
  await t.rejects(pool.query('update approval set editor_id = gen_random_uuid()'), { code: '42501' })
  deps.clock.travel({ days: 366 })
  t.equal(await eraseDisabledAccounts(deps), 1)
  const { rows } = await pool.query('select approver, editor_id from approval')
  t.same(rows, [{ approver: 'Eva Muster', editor_id: null }])
})

t.test('the audit is erased from its beginning, and what is left is still a chain', async t => {
  const { pool } = await testDatabase(t)
  const deps = { ...at(), pool }
  const append = async (action: string): Promise<void> => await inTransaction(pool, async db =>
    await appendAudit({ db, clock: deps.clock }, { actor: 'mailer', action, details: {} }))
  for (const action of ['one', 'two']) await append(action)
  deps.clock.travel({ days: 3 * 365 })
  await append('three')
  deps.clock.travel({ minutes: 1 })
  t.equal(await eraseAudit(deps), 2)
  t.same((await pool.query('select number::int, action from audit')).rows, [{ number: 3, action: 'three' }])
  await append('four')
  t.match(await verifyAudit(pool), { ok: true, number: 4 })
  await t.rejects(pool.query('delete from audit where number = 3'), { code: '42501' })
  await pool.query('alter table audit disable trigger audit_is_erased_from_its_beginning')
  await pool.query('delete from audit where number = 3')
  t.match(await verifyAudit(pool), { ok: false, number: 3, fault: 'missing' })
})

t.test('a rule that has never run is late from when a mailer first knew it', async t => {
  await pool.query('delete from retention_run')
  const deps = at()
  await watchRetention(deps)
  t.match(await standingOf(deps, 'accounts'), { run: { begunAt: null, finishedAt: null }, late: null })
  deps.clock.travel({ days: 2 })
  await watchRetention(deps)
  t.match(await standingOf(deps, 'accounts'), { late: null })
  deps.clock.travel({ minutes: 1 })
  await watchRetention(deps)
  t.match(await standingOf(deps, 'accounts'), { late: 'not-run' })
})
