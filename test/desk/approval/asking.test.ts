import t from 'tap'
import { atDesk, follow, seen } from '../drafts/writing.js'
import { approving } from './approving.js'

/** What can be chosen, the first as the browser selects it. */
function choices (page: string): string[] {
  const select = /<select [^>]*name="an"[^]*?<\/select>/.exec(page)?.[0] ?? ''
  return [...select.matchAll(/<option[^>]*>([^<]*)/g)].map(([, text = '']) => text)
}

t.test('the only one who can be asked is chosen already; of several, one has to be', async t => {
  const service = await approving(t, ['write', 'approve'])
  const { kim, eva, path, pool } = service
  t.same(choices((await kim.get(`${path}/freigabe`)).payload), ['Eva', 'Keine Mail schicken'])
  t.same(choices((await eva.get(`${path}/freigabe`)).payload), [], 'nobody asks themselves')
  await atDesk(service, { name: 'Ina', roles: ['approve'] })
  t.same(choices((await kim.get(`${path}/freigabe`)).payload), ['Bitte wählen', 'Eva', 'Ina', 'Keine Mail schicken'])
  const refused = await kim.post(`${path}/einreichen`, { an: '' })
  t.equal(refused.statusCode, 422)
  t.match(seen(refused.payload), /Bitte wählen Sie, wer die Bitte um Freigabe bekommt/)
  t.same((await pool.query('select state from draft')).rows, [{ state: 'draft' }])
  const submitted = await kim.post(`${path}/einreichen`, { an: 'keine' })
  t.match(submitted.headers.location, /getan=submitted$/)
  t.same((await pool.query('select state, asked_id from draft')).rows, [{ state: 'submitted', asked_id: null }])
})

/** The titles of a list, with what stands beside them. */
function under (heading: string, page: string): string {
  return seen(new RegExp(`<h2>${heading}</h2>([^]*?)</ul>`).exec(page)?.[1] ?? '')
}

t.test('what waits for somebody stands first on their page, and before that what they were asked for', async t => {
  const service = await approving(t)
  const { kim, eva, path, pool, submit, retitle } = service
  const ina = await atDesk(service, { name: 'Ina', roles: ['write', 'approve'] })
  const other = String((await kim.post('/redaktion/entwuerfe/beispiel')).headers.location).replace(/\?.*/, '')
  await kim.post('/redaktion/entwuerfe', { title: 'In Arbeit' })
  await retitle('Für Eva')
  await retitle('Von Ina', ina)
  const { rows: [{ id }] } = await pool.query("select id from editor where name = 'Eva'")
  await submit(String(id))
  await kim.post(`${other}/einreichen`)
  const page = (await eva.get('/redaktion')).payload
  t.match(under('Wartet auf Ihre Freigabe', page),
    /^\s*Von Ina Sie sind um die Freigabe gebeten.*wartet auf Freigabe/s)
  t.match(page, `href="${path}/freigabe"`)
  t.ok(page.indexOf('Wartet auf Ihre Freigabe') < page.indexOf('>Entwürfe<'))
  t.match(under('Entwürfe', page), /^\s*In Arbeit/)
  t.notMatch(under('Entwürfe', page), 'Von Ina')
  t.notMatch(under('Wartet auf Ihre Freigabe', (await ina.get('/redaktion')).payload), 'Von Ina', 'their own work')
  t.notMatch((await kim.get('/redaktion')).payload, 'Wartet auf Ihre Freigabe', 'who only writes')
})

t.test('an open comment is marked as done where the approver reads it, by its writer and by everybody', async t => {
  const { kim, eva, path, submit } = await approving(t)
  await submit()
  for (const text of ['Bitte kürzen.', 'Stimmt der Termin?']) {
    await eva.post(`${path}/kommentare`, { text, danach: 'freigabe' })
  }
  for (const [who, open] of [[eva, 1], [kim, 0]] as const) {
    const page = (await who.get(`${path}/freigabe`)).payload
    const action = /action="([^"]+\/erledigt)"/.exec(page)?.[1] ?? ''
    const done = await who.post(action, { danach: 'freigabe' })
    t.match(done.headers.location, `${path}/freigabe?getan=resolved#kommentare`)
    const after = await follow(who, done)
    t.match(seen(after), 'Der Kommentar ist erledigt.')
    t.equal(after.match(/\/erledigt"/g)?.length ?? 0, open)
  }
})
