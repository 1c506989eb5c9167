import t from 'tap'
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
