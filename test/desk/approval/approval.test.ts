import t from 'tap'
import { atDesk, follow, seen } from '../drafts/writing.js'
import { approving, hashOn } from './approving.js'

t.test('a colleague approves what they saw, and the issue has its number', async t => {
  const { pool, kim, eva, path, submit, approve } = await approving(t)
  await submit()
  const page = seen((await eva.get(`${path}/freigabe`)).payload)
  t.match(page, /wartet auf Freigabe/)
  t.match(page, /Diese Ausgabe wurde noch nie freigegeben/)
  t.match(page, /Ausgabe 1 geht an alle/)
  t.match(seen(await follow(eva, await approve())), /Die Ausgabe ist freigegeben\./)
  t.same((await pool.query(
    'select number, state, approver, editor_id is not null as known from issue join approval on issue_number = number'
  )).rows, [{ number: 1, state: 'approved', approver: 'Eva', known: true }])
  const { rows: [line] } = await pool.query('select details from audit order by number desc limit 1')
  t.match(line.details, { issue: 1, approver: 'Eva', secondPerson: true })
  t.match(seen((await kim.get('/redaktion')).payload), /Integrationsbrief.*freigegeben|freigegeben/)
})

t.test('who changed something cannot approve, by the form, by a replayed request, or as the last editor', async t => {
  const { pool, eva, path, submit, approve, retitle } = await approving(t, ['write', 'approve'])
  await retitle('Von Eva geändert', eva)
  await submit()
  const page = await eva.get(`${path}/freigabe`)
  t.match(seen(page.payload), /Sie haben seit der letzten Freigabe selbst etwas geändert/)
  t.notMatch(page.payload, /\/freigeben"/, 'no button')
  const refused = await approve()
  t.equal(refused.statusCode, 403)
  t.match(seen(refused.payload), /Nicht freigegeben: Sie haben seit der letzten Freigabe selbst etwas geändert/)
  t.equal((await approve()).statusCode, 403, 'again')
  t.equal((await pool.query('select from approval')).rowCount, 0)
  t.equal((await pool.query('select from issue')).rowCount, 0, 'nothing of it is stored')
})

t.test('a look is noted once an hour, and looking again writes nothing', async t => {
  const { pool, clock, eva, path, submit } = await approving(t)
  await submit()
  const look = async (): Promise<unknown> => {
    t.equal((await eva.get(`${path}/freigabe`)).statusCode, 200)
    return (await pool.query('select xmin::text, xmax::text, looked_at from draft_look')).rows
  }
  const first = await look()
  clock.travel({ minutes: 20 })
  t.same(await look(), first)
  for (const minutes of [20, 21]) {
    clock.travel({ minutes })
    await look()
  }
  t.match(await look(), [{ looked_at: clock.now() }])
})

t.test('a mail that changed since the approver looked is not approved, and the difference is shown', async t => {
  const { pool, eva, path, submit, retitle } = await approving(t)
  await retitle('Der alte Titel')
  await submit()
  const hash = hashOn((await eva.get(`${path}/freigabe`)).payload)
  await retitle('Der neue Titel')
  const answer = await eva.post(`${path}/freigeben`, { hash })
  t.equal(answer.statusCode, 409)
  const page = seen(answer.payload)
  t.match(page, /Nicht freigegeben: Die Ausgabe hat sich geändert, seit Sie sie angesehen haben/)
  t.match(page, /Was sich seit Ihrem Blick geändert hat/)
  t.match(page, /Der .*\[weg: alte.*\[neu: neue.*Titel/)
  t.equal((await pool.query('select from approval')).rowCount, 0)
  t.equal((await eva.post(`${path}/freigeben`, { hash: 'f'.repeat(64) })).statusCode, 409, 'a forged hash')
  t.equal((await eva.post(`${path}/freigeben`, { hash: 'x' })).statusCode, 400)
  t.equal((await eva.post(`${path}/freigeben`, { hash: hashOn(answer.payload) })).statusCode, 303)
})

t.test('two who approve at once make one approval', async t => {
  const approved = await approving(t)
  const { pool, path, submit } = approved
  const ina = await atDesk(approved, { name: 'Ina', roles: ['approve'] })
  await submit()
  const hash = hashOn((await ina.get(`${path}/freigabe`)).payload)
  const click = async (who: typeof ina) => await who.post(`${path}/freigeben`, { hash })
  const answers = await Promise.all([approved.eva, ina, ina].map(click))
  t.same(answers.map(({ statusCode }) => statusCode), [303, 303, 303])
  t.same(answers.map(({ headers }) => /getan=(\w+)/.exec(String(headers.location))?.[1]).sort(),
    ['approved', 'known', 'known'])
  t.equal((await pool.query('select from approval')).rowCount, 1)
})

t.test('two drafts that are approved at once get two numbers, and each mail shows its own', async t => {
  const first = await approving(t)
  const { pool, kim, eva } = first
  const { headers: { location } } = await kim.post('/redaktion/entwuerfe/beispiel')
  const other = String(location).replace(/\?.*/, '')
  await kim.post(`${other}/einreichen`)
  await first.submit()
  const seenBy = async (path: string): Promise<string> => hashOn((await eva.get(`${path}/freigabe`)).payload)
  const hashes = await Promise.all([first.path, other].map(seenBy))
  const [one, two] = await Promise.all([first.path, other].map(async (path, index) =>
    await eva.post(`${path}/freigeben`, { hash: hashes[index] ?? '' })))
  t.same([one?.statusCode, two?.statusCode].sort(), [303, 409])
  const late = one?.statusCode === 409 ? first.path : other
  t.match(seen((one?.statusCode === 409 ? one : two)?.payload ?? ''), /Eine andere Ausgabe war schneller/)
  await eva.post(`${late}/freigeben`, { hash: await seenBy(late) })
  const { rows } = await pool.query(
    'select number, subject, slug from issue join edition on issue_number = number order by number')
  t.same(rows.map(({ number }) => number), [1, 2])
  for (const { number, subject } of rows) t.match(subject, `Integrationsbrief ${number}: `)
  t.not(rows[0].slug, rows[1].slug)
})

t.test('an issue is returned with a reason, which stands in the draft; without one it is not', async t => {
  const { pool, kim, eva, path, submit, approve } = await approving(t)
  t.equal((await eva.post(`${path}/zurueckgeben`, { grund: 'Noch nicht.' })).statusCode, 409, 'nobody has submitted it')
  t.equal((await pool.query("select from draft where state = 'draft'")).rowCount, 1)
  await submit()
  const empty = await eva.post(`${path}/zurueckgeben`, { grund: '  ' })
  t.equal(empty.statusCode, 422)
  t.match(seen(empty.payload), /Bitte schreiben Sie, was zu ändern ist/)
  t.equal((await eva.post(`${path}/zurueckgeben`, { grund: 'Das Datum stimmt nicht.' })).statusCode, 303)
  const page = seen((await kim.get(`${path}/freigabe`)).payload)
  t.match(page, /zurückgegeben/)
  t.match(page, /Warum die Ausgabe zurückkam Das Datum stimmt nicht\./)
  t.match(seen((await kim.get(path)).payload), /Das Datum stimmt nicht\./, 'as a comment in the draft')
  const late = await approve()
  t.equal(late.statusCode, 409)
  t.match(seen(late.payload), /wartet nicht auf eine Freigabe/)
  await submit()
  t.equal((await approve()).statusCode, 303)
  t.equal((await eva.post(`${path}/zurueckgeben`, { grund: 'Doch nicht.' })).statusCode, 303)
  t.equal((await pool.query('select from approval_withdrawal')).rowCount, 1)
  t.match(seen((await kim.get(`${path}/freigabe`)).payload), /zurückgegeben/)
})

t.test('a withdrawn approval makes nobody forget who changed what', async t => {
  const both = await approving(t)
  const { path, submit, retitle, eva } = both
  const ina = await atDesk(both, { name: 'Ina', roles: ['write', 'approve'] })
  await retitle('Von Ina', ina)
  await submit()
  await both.approve(eva)
  await eva.post(`${path}/zurueckgeben`, { grund: 'Bitte noch einmal.' })
  await submit()
  t.equal((await both.approve(ina)).statusCode, 403)
  t.equal((await both.approve(eva)).statusCode, 303)
})

t.test('nothing is submitted that has barriers', async t => {
  const { kim, path, pool, retitle } = await approving(t)
  await retitle('')
  const answer = await kim.post(`${path}/einreichen`)
  t.equal(answer.statusCode, 422)
  t.match(seen(answer.payload), /verhinder(?:t|n) die Freigabe/)
  t.same((await pool.query('select state from draft')).rows, [{ state: 'draft' }])
})

t.test('who may not approve is not asked, and a draft that waits can be taken back', async t => {
  const both = await approving(t, ['write', 'approve'])
  const { kim, eva, path, pool, submit, retitle } = both
  await retitle('Von Eva', eva)
  const { rows: [{ id }] } = await pool.query("select id from editor where name = 'Eva'")
  const refused = await kim.post(`${path}/einreichen`, { an: id })
  t.equal(refused.statusCode, 422)
  t.match(seen(refused.payload), /hat selbst etwas geändert und darf nicht freigeben/)
  await submit()
  t.equal((await kim.post(`${path}/zuruecknehmen`)).statusCode, 303)
  t.equal((await kim.post(`${path}/zuruecknehmen`)).statusCode, 409)
  t.same((await pool.query('select state from draft')).rows, [{ state: 'draft' }])
})

t.test('what has become a barrier since it was submitted keeps it from being approved', async t => {
  const service = await approving(t)
  const { pool, path, submit } = service
  await submit()
  service.clock.travel({ days: 3_000 })
  const eva = await atDesk(service, { name: 'Eva', roles: ['approve'] })
  const hash = hashOn((await eva.get(`${path}/freigabe`)).payload)
  t.match(hash, /./, 'its mail can be seen')
  const answer = await eva.post(`${path}/freigeben`, { hash })
  t.equal(answer.statusCode, 422)
  t.match(seen(answer.payload), /Das geht noch nicht: 4 Stellen verhindern/)
  t.equal((await pool.query('select from approval')).rowCount, 0)
})

t.test('without the right to approve, nobody approves or returns', async t => {
  const { kim, path, submit } = await approving(t)
  await submit()
  for (const action of ['freigeben', 'zurueckgeben']) {
    t.equal((await kim.post(`${path}/${action}`, { hash: 'f'.repeat(64), grund: 'Weil' })).statusCode, 403)
  }
})

t.test('two drafts that are approved again at once with one address: one of them is told to look again', async t => {
  const first = await approving(t)
  const { pool, kim, eva } = first
  const { headers: { location } } = await kim.post('/redaktion/entwuerfe/beispiel')
  const paths = [first.path, String(location).replace(/\?.*/, '')]
  const hashOf = async (path: string): Promise<string> => hashOn((await eva.get(`${path}/freigabe`)).payload)
  for (const path of paths) {
    await kim.post(`${path}/einreichen`)
    await eva.post(`${path}/freigeben`, { hash: await hashOf(path) })
  }
  for (const path of paths) {
    const { rows: [head] } = await pool.query('select * from draft where id = $1', [path.split('/').at(-1)])
    const { subject, title, preheader, date, version } = head
    await kim.post(`${path}/kopf`, { subject, title, preheader, date, slug: 'gleich', base: String(version) })
    await kim.post(`${path}/einreichen`)
  }
  const hashes = await Promise.all(paths.map(hashOf))
  const answers = await Promise.all(paths.map(async (path, index) =>
    await eva.post(`${path}/freigeben`, { hash: hashes[index] ?? '' })))
  t.same(answers.map(({ statusCode }) => statusCode).sort(), [303, 409])
})

t.test('a published draft is not deleted', async t => {
  const { pool, kim, path, submit, approve } = await approving(t)
  await submit()
  await approve()
  await pool.query("update draft set state = 'published'")
  t.equal((await kim.post(`${path}/loeschen`)).statusCode, 404)
})
