import t from 'tap'
import { cancel, pause, resume, retryFailed } from '../../src/delivery/control.js'
import { planIssue } from '../../src/delivery/plan.js'
import { createPool } from '../../src/platform/database/pool.js'
import { createKeyring, newMasterKey } from '../../src/platform/crypto/keyring.js'
import { travelClock } from '../support/clock.js'
import { testDatabase } from '../support/database.js'
import { testLog } from '../support/log.js'
import { addIssue, addReaders, someAddresses } from '../support/readers.js'

t.test('planning may take longer than other statements may, and only planning', async t => {
  const { url } = await testDatabase(t)
  const { log } = testLog(t)
  const pool = createPool({ url, max: 1, name: 'test', log })
  t.after(async () => await pool.end())
  const service = { pool, log, clock: travelClock(), keys: createKeyring([newMasterKey()]) }
  await addReaders(service, someAddresses(3))
  const number = await addIssue(service)
  await pool.query(`
    create function dawdle () returns trigger language plpgsql
      as $$ begin perform pg_sleep(1.5); return new; end $$;
    create trigger dawdle before insert on batch for each row execute function dawdle()`)
  await pool.query('set statement_timeout = 1000')
  t.equal(await planIssue({ ...service, batchSize: 10 }, number), 3)
  t.equal((await pool.query('show statement_timeout')).rows[0].statement_timeout, '1s')
  await t.rejects(pool.query('select pg_sleep(1.5)'), /statement timeout/)
})

t.test('what cannot be written down is not done: no plan, pause, resumption, retry or cancellation', async t => {
  const { pool } = await testDatabase(t)
  const { log, lines } = testLog(t)
  const service = { pool, log, clock: travelClock(), keys: createKeyring([newMasterKey()]) }
  const witness = async (): Promise<void> => { throw new Error('no audit') }
  const unwitnessed = { ...service, witness }
  await addReaders(service, someAddresses(3))
  const number = await addIssue(service)
  const state = async (): Promise<unknown> => (await pool.query('select state from delivery order by id')).rows
  await t.rejects(planIssue({ ...unwitnessed, batchSize: 10 }, number), /no audit/)
  t.same(await state(), [])
  await planIssue({ ...service, batchSize: 10 }, number)
  for (const [act, before] of [[pause, 'sending'], [cancel, 'sending']] as const) {
    await t.rejects(act(unwitnessed, number), /no audit/)
    t.same(await state(), [{ state: before }])
  }
  t.equal(lines().filter(line => /issue_(?:planned|paused|cancelled)/.test(line)).length, 1, 'the plan alone is logged')
  await pause(service, number)
  await t.rejects(resume(unwitnessed, number), /no audit/)
  t.same(await state(), [{ state: 'paused' }])
  await pool.query('update delivery set state = \'sent\', pause_reason = null, failed = planned')
  await pool.query(`insert into delivery_failure (delivery_id, subscriber_id, status, failed_at)
    select d.id, s.id, '5.0.0', now() from delivery d, subscriber s`)
  await t.rejects(retryFailed(unwitnessed, number), /no audit/)
  t.same(await state(), [{ state: 'sent' }])
})
