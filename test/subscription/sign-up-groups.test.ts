import t, { type Test } from 'tap'
import { fingerprints } from '../../src/platform/crypto/seal.js'
import { groupSignUps } from '../../src/subscription/sign-up-groups.js'
import type { SignUp } from '../../src/subscription/subscribe.js'
import { testService } from '../support/service.js'

async function service (t: Test) {
  const service = await testService(t)
  const { pool } = service
  await pool.query('insert into consent_text (hash, wording, first_shown_at) values (\'\\x00\', \'test\', now())')
  const made = Object.assign(service, {
    /** How often a group was tried. */
    tries: 0,
    /** A web process of its own. */
    process: (mailsPerMinute = 6_000) => groupSignUps({
      ...service,
      mailsPerMinute,
      async consentTextId () {
        made.tries++
        return 1
      }
    })
  })
  return made
}

const signUp = (name: string): SignUp => {
  const address = `${name}@beispiel.example`
  return { address, canonical: address }
}
const several = (count: number): SignUp[] => Array.from({ length: count }, (_, index) => signUp(`leser${index}`))

t.test('sign-ups that come in together share few transactions, and each mail has a turn of its own', async t => {
  const { process, pool } = await service(t)
  const take = process()
  t.equal((await Promise.all(several(400).map(take))).length, 400)
  const { rows: groups } = await pool.query<{ size: number }>(
    'select count(*)::int as size from subscriber group by xmin::text')
  t.equal(groups.reduce((sum, { size }) => sum + size, 0), 400)
  t.ok(groups.length <= 4, `${groups.length} transactions`)
  t.ok(groups.every(({ size }) => size <= 250), 'none holds the lanes for long')
  const { rows: turns } = await pool.query<{ gap: number | null }>(
    `select extract(epoch from run_at - lag(run_at) over (order by run_at))::float8 as gap
     from graphile_worker.jobs order by run_at`)
  t.equal(turns.length, 400)
  t.ok(turns.every(({ gap }) => gap === null || gap > 0.0199), 'each lane sends 50 mails a second')
})

t.test('in a group each mail has the turn after those of its lane, and the unwanted take none', async t => {
  const { process, pool } = await service(t)
  const take = process(6)
  const turn = (seconds: number): number => Math.ceil(seconds / 20)
  await take(signUp('anna'))
  const answers = await Promise.all([
    take(signUp('zoe')),
    take(signUp('anna')),
    take(signUp('berta')),
    take({ ...signUp('carl'), lane: 'further' }),
    take({ ...signUp('dora'), lane: 'further' }),
    take(signUp('emil'))
  ])
  t.same(answers.map(turn), [1, 2, 2, 0, 1, 3])
  const { rows } = await pool.query<{ wait: number }>(
    'select extract(epoch from run_at - now())::float8 as wait from graphile_worker.jobs order by run_at')
  t.same(rows.map(({ wait }) => turn(Math.max(0, wait))), [0, 0, 1, 1, 2, 3])
})

t.test('of sign-ups of one mailbox in one moment, one causes a mail and all are answered', async t => {
  const { process, pool } = await service(t)
  const take = process()
  // The first is a group of its own, the others come in while it is stored.
  const names = ['berta', 'anna', 'anna+a', 'anna+b']
  t.equal((await Promise.all(names.map(signUp).map(take))).length, 4)
  t.equal((await pool.query('select from graphile_worker.jobs')).rowCount, 2)
})

t.test('a sign-up that the database refuses fails alone, whatever is wrong with it', async t => {
  const { process, pool, keys } = await service(t)
  const [index] = fingerprints(keys, signUp('leser7').canonical)
  await pool.query('create table fault (name text)')
  await pool.query(`create function refuse () returns trigger language plpgsql as $$ begin
    if new.address_index = '\\x${index.toString('hex')}' then
      raise exception using errcode = (select name from fault); end if; return new; end $$`)
  await pool.query('create trigger refuse before insert on subscriber for each row execute function refuse()')
  for (const fault of ['check_violation', 'data_exception', 'deadlock_detected']) {
    await pool.query('truncate fault, subscriber cascade')
    await pool.query('insert into fault values ($1)', [fault])
    const answers = await Promise.allSettled(several(20).map(process()))
    t.same(answers.flatMap(({ status }, place) => status === 'rejected' ? [place] : []), [7], fault)
  }
})

t.test('processes that take the same mailboxes in another order never wait for one another in a circle', async t => {
  const made = await service(t)
  const { process, pool } = made
  const processes = [process(), process(), process()]
  const signUps = several(60)
  const byName = [...signUps].sort((a, b) => a.address < b.address ? 1 : -1)
  const orders = [signUps, [...signUps].reverse(), byName]
  await Promise.all(orders.flatMap((order, place) => order.map(async each => await processes[place]?.(each))))
  t.equal((await pool.query('select from subscriber')).rowCount, 60)
  t.equal((await pool.query('select from graphile_worker.jobs')).rowCount, 60)
  t.ok(made.tries <= 3 * 3, `${made.tries} tries: PostgreSQL had to break a circle`)
})

t.test('when the database is away, each is told so after one try, and later ones are taken again', async t => {
  const made = await service(t)
  const { process, pool } = made
  const take = process()
  await pool.query('alter table confirmation_pace rename to away')
  const answers = await Promise.allSettled(several(5).map(take))
  t.ok(answers.every(({ status }) => status === 'rejected'))
  t.equal(made.tries, 2, 'the first was a group of its own')
  await pool.query('alter table away rename to confirmation_pace')
  await Promise.all(several(5).map(take))
  t.equal((await pool.query('select from subscriber')).rowCount, 5)
})
