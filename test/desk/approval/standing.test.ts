import t from 'tap'
import { firstValues } from '../../../src/config.js'
import { createHouse } from '../../../src/platform/newsletter/house.js'
import { seen } from '../drafts/writing.js'
import { approving, hashOn } from './approving.js'

t.test('a publisher that changed elsewhere a moment ago is not approved unseen', async t => {
  const { pool, clock, config, eva, path, submit } = await approving(t)
  const { publisher } = config.newsletter
  await submit()
  const hash = hashOn((await eva.get(`${path}/freigabe`)).payload)
  const elsewhere = createHouse({ pool, clock, first: firstValues(config) })
  const value = { ...publisher, phone: '0611 4711' }
  const deps = { pool, clock, editor: null, witness: async () => {} }
  t.ok(await elsewhere.change(deps, elsewhere.settings.publisher, { base: 0, value, details: {} }))
  t.equal((await eva.post(`${path}/freigeben`, { hash })).statusCode, 409)
  t.equal((await pool.query('select from approval')).rowCount, 0)
})

t.test('an approval falls when the mail is another one, and holds again when it is as it was', async t => {
  const { eva, kim, path, submit, approve, retitle } = await approving(t)
  await retitle('Erster Titel')
  await submit()
  await approve()
  const standing = async (): Promise<string> => seen((await kim.get(`${path}/freigabe`)).payload)
  await retitle('Zweiter Titel')
  t.match(await standing(), /freigegeben, danach geändert/)
  t.match(seen((await kim.get('/redaktion')).payload), /freigegeben, danach geändert/, 'the list, too')
  const issue = seen((await eva.get('/redaktion/ausgaben/1')).payload)
  t.match(issue, /so nicht zu senden.* Die Mail ist nicht mehr die, die freigegeben wurde/)
  t.notMatch(issue, /Jetzt senden/, 'what would be refused is not offered')
  await retitle('Erster Titel')
  t.notMatch(await standing(), /danach geändert/)
  t.notMatch(seen((await kim.get('/redaktion')).payload), /danach geändert/)
  t.match(seen((await eva.get('/redaktion/ausgaben/1')).payload), /Jetzt senden/)
  await retitle('Zweiter Titel')
  await submit()
  const page = seen((await eva.get(`${path}/freigabe`)).payload)
  t.match(page, /Was sich seit der Freigabe vom .* \(Eva\) geändert hat/)
  t.match(page, /\[weg: Erster.*\[neu: Zweiter/)
  t.match(page, /Ausgabe 1 geht an alle/, 'its number is reserved')
  t.equal((await approve()).statusCode, 303)
  t.match(await standing(), /freigegeben/)
})

t.test('what was changed back and is approved again is approved, and waits no longer', async t => {
  const { pool, kim, path, submit, approve, retitle } = await approving(t)
  await retitle('Der Titel')
  await submit()
  await approve()
  await retitle('Anders')
  await kim.post(`${path}/einreichen`)
  await retitle('Der Titel')
  t.match((await approve()).headers.location, /getan=known/)
  t.same((await pool.query('select state from draft')).rows, [{ state: 'approved' }])
  t.equal((await pool.query('select from approval')).rowCount, 1)
})
