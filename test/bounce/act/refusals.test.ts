import t from 'tap'
import { countRefusals } from '../../../src/bounce/act/count-refusals.js'
import { endBounced } from '../../../src/bounce/act/end-bounced.js'
import { retryFailed } from '../../../src/delivery/control.js'
import { readFailures, readProgress } from '../../../src/delivery/progress.js'
import { planIssue } from '../../../src/delivery/plan.js'
import { findSuppressionOf } from '../../../src/subscription/help-desk.js'
import { addIssue, addReaders } from '../../support/readers.js'
import { testRelay } from '../../support/relay.js'
import { until } from '../../support/service.js'
import { acting } from './acting.js'

const service = await acting(t)
const { pool } = service

const ADDRESSES = ['gone@amt.example', 'full@amt.example', 'strict@amt.example', 'odd@amt.example', 'well@amt.example']
const REFUSALS = {
  'gone@amt.example': [550, '5.1.1 no such user'],
  'full@amt.example': [552, '5.2.2 mailbox full'],
  'strict@amt.example': [550, '5.7.1 refused by policy'],
  'odd@amt.example': [554, '5.0.0 no']
} as const

const kinds = async (): Promise<unknown[]> =>
  (await pool.query('select subscriber_id as id, kind from bounce order by kind')).rows

t.test('what a mailbox answers at once counts as what comes back later, and once', async t => {
  const relay = await testRelay(t, {
    recipient: address => Object.entries(REFUSALS).find(([refused]) => refused === address)?.[1] ?? null
  })
  const ids = await addReaders(service, ADDRESSES)
  const issue = await addIssue(service)
  await planIssue({ ...service, batchSize: 10 }, issue)
  const mailer = await service.work(relay.target)
  await until(async () => (await readProgress(service, issue)).finishedAt !== null)
  await mailer.stop()

  await countRefusals(service)
  await countRefusals(service)
  t.match(await service.fates(), { 'hard counted': 1, 'full counted': 1 })
  const counted = (await kinds() as Array<{ id: string }>).map(({ id }) => id)
  t.notOk(counted.includes(ids[2] ?? ''), 'a policy is our fault')
  t.notOk(counted.includes(ids[4] ?? ''))

  await endBounced(service)
  t.same(await Promise.all(ids.map(service.isStored)), [false, true, true, true, true])
  t.match(await findSuppressionOf(service, 'gone@amt.example'), { reason: 'hard_bounce' })
  const failures = await readFailures(service, await readProgress(service, issue))
  t.ok(failures.some(({ status, count }) => status === '5.1.1' && count === 1), 'the report still knows why it failed')
  t.equal(await retryFailed(service, issue), 3, 'who is gone is not written to again')
})
t.end()
