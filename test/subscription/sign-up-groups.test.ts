import t, { type Test } from 'tap'
import { fingerprints } from '../../src/platform/crypto/seal.js'
import { groupSignUps } from '../../src/subscription/sign-up-groups.js'
import type { SignUp } from '../../src/subscription/subscribe.js'
import { testService } from '../support/service.js'

async function service (t: Test) {
  const service = await testService(t)
  const { pool } = service
  await pool.query('insert into consent_text (hash, wording, first_shown_at) values (\'\\x00\', \'test\', now())')
  return Object.assign(service, {
    /** A web process of its own. */
    process: () => groupSignUps({ ...service, consentTextId: async () => 1, mailsPerMinute: 6_000 })
  })
}

const signUp = (name: string): SignUp => {
  const address = `${name}@beispiel.example`
  return { address, canonical: address }
}
const several = (count: number): SignUp[] => Array.from({ length: count }, (_, index) => signUp(`leser${index}`))

t.test('sign-ups that come in together share few transactions, and each mail has a turn of its own', async t => {
  const { process, pool } = await service(t)
  const take = process()
  t.equal((await Promise.all(several(150).map(take))).length, 150)
  const { rows: [stored] } = await pool.query(
    'select count(*)::int as rows, count(distinct xmin::text)::int as transactions from subscriber')
  t.equal(stored.rows, 150)
  t.ok(stored.transactions <= 4, `${stored.transactions} transactions`)
  const { rows: turns } = await pool.query<{ gap: number | null }>(
    `select extract(epoch from run_at - lag(run_at) over (order by run_at))::float8 as gap
     from graphile_worker.jobs order by run_at`)
  t.equal(turns.length, 150)
  t.ok(turns.every(({ gap }) => gap === null || gap > 0.0199), 'each lane sends 50 mails a second')
})

t.test('of sign-ups of one mailbox in one moment, one causes a mail and all are answered', async t => {
  const { process, pool } = await service(t)
  const take = process()
  const tags = ['anna', 'anna+a', 'anna+b'].map(signUp)
  t.equal((await Promise.all([...tags, signUp('anna'), signUp('berta')].map(take))).length, 5)
  t.equal((await pool.query('select from graphile_worker.jobs')).rowCount, 2)
})

t.test('a sign-up that the database refuses fails alone', async t => {
  const { process, pool, keys } = await service(t)
  const [index] = fingerprints(keys, signUp('leser7').canonical)
  await pool.query(`create function refuse () returns trigger language plpgsql as $$ begin
    if new.address_index = '\\x${index.toString('hex')}' then raise check_violation; end if; return new; end $$`)
  await pool.query('create trigger refuse before insert on subscriber for each row execute function refuse()')
  const answers = await Promise.allSettled(several(20).map(process()))
  t.same(answers.flatMap(({ status }, place) => status === 'rejected' ? [place] : []), [7])
  t.equal((await pool.query('select from subscriber')).rowCount, 19)
})

t.test('processes that take the same mailboxes in another order never wait for one another for ever', async t => {
  const { process, pool } = await service(t)
  const processes = [process(), process(), process()]
  const signUps = several(60)
  const byName = [...signUps].sort((a, b) => a.address < b.address ? 1 : -1)
  const orders = [signUps, [...signUps].reverse(), byName]
  await Promise.all(orders.flatMap((order, place) => order.map(async each => await processes[place]?.(each))))
  t.equal((await pool.query('select from subscriber')).rowCount, 60)
  t.equal((await pool.query('select from graphile_worker.jobs')).rowCount, 60)
})

t.test('when the database is away, each is told so, and later ones are taken again', async t => {
  const { process, pool } = await service(t)
  const take = process()
  await pool.query('alter table confirmation_pace rename to away')
  const answers = await Promise.allSettled(several(5).map(take))
  t.ok(answers.every(({ status }) => status === 'rejected'))
  await pool.query('alter table away rename to confirmation_pace')
  await Promise.all(several(5).map(take))
  t.equal((await pool.query('select from subscriber')).rowCount, 5)
})
