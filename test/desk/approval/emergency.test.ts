import t from 'tap'
import { atDesk, follow, seen } from '../drafts/writing.js'
import { receive } from '../../support/service.js'
import { approving, hashOn } from './approving.js'

t.test('in an emergency, own work is approved with a reason, and everybody who approves is told', async t => {
  const service = await approving(t, ['write', 'approve'])
  const { pool, eva, catcher, work, path, submit, retitle } = service
  await atDesk(service, { name: 'Ina', roles: ['approve'] })
  await retitle('Von Eva', eva)
  await submit()
  const page = (await eva.get(`${path}/freigabe`)).payload
  t.match(page, `${path}/notfall`)
  const hash = hashOn(page)
  const empty = await eva.post(`${path}/notfall`, { hash, grund: '  ' })
  t.equal(empty.statusCode, 422)
  t.match(seen(empty.payload), /warum niemand anders freigeben kann/)
  t.equal((await pool.query('select from approval')).rowCount, 0)

  const done = seen(await follow(eva, await eva.post(`${path}/notfall`, { hash, grund: 'Hochwasser im Kreis' })))
  t.match(done, /nicht von einer zweiten Person/)
  t.match(done, /Im Notfall ohne zweite Person freigegeben Hochwasser im Kreis/)
  await retitle('Danach geändert', eva)
  await submit()
  const again = seen((await eva.get(`${path}/freigabe`)).payload)
  t.notMatch(again, /Im Notfall ohne zweite Person/, 'it was for another mail')
  const { rows: [line] } = await pool.query("select details from audit where action = 'issue.approved'")
  t.match(line.details, { secondPerson: false, emergency: true })
  await work()
  const mails = await receive(catcher, 2)
  t.match(mails.map(({ subject }) => subject), [/^Im Notfall allein freigegeben: /, /^Im Notfall allein freigegeben: /])
})

t.test('an emergency takes the right to approve and all factors lately, and leads back to its own page', async t => {
  const { kim, eva, clock, path, pool, submit } = await approving(t, ['write', 'approve'])
  await submit()
  const form = { hash: 'f'.repeat(64), grund: 'Weil' }
  t.equal((await kim.post(`${path}/notfall`, form)).statusCode, 403)
  t.equal((await eva.post(`${path}/notfall`, form)).statusCode, 409, 'another mail than the one that is there')
  clock.travel({ minutes: 11 })
  for (const answer of [await eva.get(`${path}/notfall`), await eva.post(`${path}/notfall`, form)]) {
    t.equal(answer.statusCode, 303)
    t.match(answer.headers.location, `/redaktion/konto/bestaetigen?weiter=${encodeURIComponent(`${path}/notfall`)}`)
  }
  t.equal((await pool.query('select from approval')).rowCount, 0)
})

t.test('the reason of an emergency is stored without what no database takes, and not too long', async t => {
  const { pool, eva, path, submit } = await approving(t, ['write', 'approve'])
  await submit()
  const hash = hashOn((await eva.get(`${path}/freigabe`)).payload)
  const long = await eva.post(`${path}/notfall`, { hash, grund: 'x'.repeat(2_001) })
  t.equal(long.statusCode, 422)
  t.match(seen(long.payload), /Der Grund ist zu lang/)
  t.equal((await eva.post(`${path}/notfall`, { hash, grund: 'Hoch\0wasser' })).statusCode, 303)
  t.same((await pool.query('select emergency from approval')).rows, [{ emergency: 'Hochwasser' }])
})
