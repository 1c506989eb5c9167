import type pg from 'pg'
import t from 'tap'
import { planIssue } from '../../src/delivery/plan.js'
import { readStart, unscheduleIssue } from '../../src/delivery/schedule.js'
import { until } from '../support/service.js'
import { approved } from './planned.js'

type Approved = Awaited<ReturnType<typeof approved>>

/** Runs a test while another transaction holds what a statement holds. It ends in `release`. */
async function whileHeld (
  { pool }: Approved, statement: string, act: (other: pg.PoolClient, release: () => Promise<void>) => Promise<void>
): Promise<void> {
  const other = await pool.connect()
  try {
    await other.query(`begin; ${statement}`)
    await act(other, async () => { await other.query('commit') })
  } finally {
    other.release(true)
  }
}

/** Resolves when so many transactions wait for what others hold; rejects if one does not wait. */
async function waiting ({ pool }: Approved, ...acting: Array<Promise<unknown>>): Promise<void> {
  const found = "select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'"
  let ended = 0
  for (const each of acting) void each.catch(() => {}).then(() => { ended++ })
  await until(async () => ended > 0 || (await pool.query(found)).rowCount === acting.length)
  if (ended > 0) throw new Error('it did not wait')
}

const begin = async ({ deps }: Approved, isDue = true): Promise<number | null> =>
  await planIssue({ ...deps, batchSize: 10 }, 1, { isDue })

const HOLDING = {
  'planned to be sent': async (service: Approved) => await service.schedule('now'),
  'sent and published': async (service: Approved) => await begin(service, false)
}
for (const [name, act] of Object.entries(HOLDING)) {
  t.test(`an issue that is ${name} is held after its draft, as by those who save and approve`, async t => {
    const service = await approved(t)
    await whileHeld(service, 'select from draft for update', async (other, release) => {
      const acting = act(service)
      await waiting(service, acting)
      await other.query('select from issue for update nowait')
      await release()
      t.ok(await acting)
    })
  })
}

t.test('a plan is lifted or begun, never both, whichever comes first', async t => {
  const service = await approved(t)
  const { deps, clock, schedule, state } = service
  await schedule('now')
  clock.travel({ minutes: 5 })
  await whileHeld(service, 'select from audit_head for update', async (_, release) => {
    const lifting = unscheduleIssue(deps, 1)
    await waiting(service, lifting)
    const beginning = begin(service)
    await waiting(service, lifting, beginning)
    await release()
    t.same([await lifting, await beginning], [true, null])
  })
  t.equal(await state(), 'waiting')
  await schedule('now')
  clock.travel({ minutes: 5 })
  await whileHeld(service, 'select from audit_head for update', async (_, release) => {
    const beginning = begin(service)
    await waiting(service, beginning)
    const lifting = unscheduleIssue(deps, 1)
    await waiting(service, beginning, lifting)
    await release()
    t.same([await beginning, await lifting], [3, false])
  })
  t.equal(await state(), 'sending')
})

t.test('a start that is missed is held back or lifted, never both, whichever comes first', async t => {
  const service = await approved(t)
  const { deps, clock, schedule, start, pool } = service
  const told = async (): Promise<string[]> =>
    (await pool.query("select action from audit where action like 'delivery.%' order by number"))
      .rows.map(({ action }) => action)
  await schedule('now')
  clock.travel({ hours: 2 })
  await whileHeld(service, 'select from audit_head for update', async (_, release) => {
    const lifting = unscheduleIssue(deps, 1)
    await waiting(service, lifting)
    const starting = start()
    await waiting(service, lifting, starting)
    await release()
    t.equal(await lifting, true)
    await starting
  })
  t.equal(await readStart(deps, 1), null)
  t.same(await told(), ['delivery.scheduled', 'delivery.unscheduled'])
  await schedule('now')
  clock.travel({ hours: 2 })
  await whileHeld(service, 'select from audit_head for update', async (_, release) => {
    const starting = start()
    await waiting(service, starting)
    const sending = begin(service)
    await waiting(service, starting, sending)
    await release()
    await starting
    t.equal(await sending, null, 'a person decides')
  })
  t.match(await readStart(deps, 1), { state: 'missed' })
  t.same((await told()).slice(2), ['delivery.scheduled', 'delivery.missed'])
})
