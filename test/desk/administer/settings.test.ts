import t from 'tap'
import { signedIn } from '../../support/desk.js'
import { testService } from '../../support/service.js'
import { seen } from '../drafts/writing.js'

const PAGE = '/redaktion/einstellungen'

t.test('who administers sets the rule of four eyes, and every page says when it is off', async t => {
  const service = await testService(t)
  const eva = await signedIn(service, { name: 'Eva', roles: ['administer', 'write'] })
  t.match((await eva.get(PAGE)).body, /value="all" checked/)
  t.equal((await eva.post(`${PAGE}/vier-augen`, { regel: 'off', version: '0' })).statusCode, 303)
  const warning = /Die Vier-Augen-Regel ist ausgeschaltet/
  for (const path of ['/redaktion', PAGE, '/redaktion/hilfe', '/redaktion/konto']) {
    t.match(seen((await eva.get(path)).body), warning, path)
  }
  t.match(seen((await eva.get(PAGE)).body), /Zuletzt geändert: Eva, /)
  const late = await eva.post(`${PAGE}/vier-augen`, { regel: 'all', version: '0' })
  t.equal(late.statusCode, 409)
  t.match(seen(late.body), /Jemand war schneller/)
  t.equal((await eva.post(`${PAGE}/vier-augen`, { regel: 'keine', version: '1' })).statusCode, 400)
  t.equal((await eva.post(`${PAGE}/vier-augen`, { regel: 'all', version: '1' })).statusCode, 303)
  t.notMatch(seen((await eva.get('/redaktion')).body), warning)
})

t.test('the grace is a number of minutes, and what is none is refused', async t => {
  const service = await testService(t)
  const eva = await signedIn(service, { roles: ['administer'] })
  for (const minuten of ['', '61', '-1', '2.5', 'fünf', '1e1']) {
    const answer = await eva.post(`${PAGE}/bedenkzeit`, { minuten, version: '0' })
    t.equal(answer.statusCode, 422, minuten)
    t.match(seen(answer.body), /Bitte geben Sie eine ganze Zahl von 0 bis 60 ein/)
  }
  t.equal((await eva.post(`${PAGE}/bedenkzeit`, { minuten: '12', version: '0' })).statusCode, 303)
  t.match((await eva.get(PAGE)).body, /name="minuten"[^>]*value="12"|value="12"[^>]*name="minuten"/)
})

/** Each with two values that it takes, as its form sends them, and words for the first one. */
const VERSIONED = [
  { path: 'vier-augen', values: [{ regel: 'last' }, { regel: 'off' }], words: 'Nur wer zuletzt', name: 'four_eyes' },
  { path: 'bedenkzeit', values: [{ minuten: '1' }, { minuten: '0' }], words: '1 Minute', name: 'grace' },
  { path: 'testliste', values: [{ konten: 'EVA' }, {}], words: 'Eva Muster', name: 'test_list' }
] as const

for (const { path, values: [first, second], words, name } of VERSIONED) {
  t.test(`earlier versions of ${path} are shown and can be put back`, async t => {
    const service = await testService(t)
    const eva = await signedIn(service, { name: 'Eva Muster', roles: ['administer'] })
    const fields = 'konten' in first ? { konten: eva.editor.id } : first
    t.notMatch((await eva.get(PAGE)).body, 'Frühere Fassungen')
    await eva.post(`${PAGE}/${path}`, { ...fields, version: '0' })
    await eva.post(`${PAGE}/${path}`, { ...second, version: '1' })
    t.match(seen((await eva.get(PAGE)).body), new RegExp(
      `Frühere Fassungen: .* Fassung 1 Eva Muster, 0.*Was anders war.*${words}.*Grundeinstellung`, 's'))
    const put = async (fassung: string, version: string) =>
      await eva.post(`${PAGE}/${path}/fassung`, { fassung, version })
    t.equal((await put('1', '1')).statusCode, 409, 'it has changed meanwhile')
    t.equal((await put('7', '2')).statusCode, 404)
    t.equal((await put('1', '2')).statusCode, 303)
    t.equal((await put('1', '3')).statusCode, 303, 'it holds already')
    const { rows } = await service.pool.query('select value from kept_setting where version in (1, 3) order by version')
    t.equal(rows.length, 2)
    t.same(rows[1], rows[0])
    const { rows: told } = await service.pool.query(
      'select details from audit where action = $1 order by number', [`setting.${name}`])
    t.match(told[2].details, { restored: 1 })
    t.equal(told.length, 3)
  })
}

t.test('settings take the right to administer, and all factors lately', async t => {
  const service = await testService(t)
  const kim = await signedIn(service, { roles: ['write', 'approve'] })
  t.equal((await kim.get(PAGE)).statusCode, 403)
  t.equal((await kim.post(`${PAGE}/vier-augen`, { regel: 'off', version: '0' })).statusCode, 403)
  t.equal((await kim.post(`${PAGE}/vier-augen/fassung`, { fassung: '0', version: '0' })).statusCode, 403)
  const eva = await signedIn(service, { roles: ['administer'] })
  service.clock.travel({ minutes: 11 })
  const answer = await eva.post(`${PAGE}/vier-augen`, { regel: 'off', version: '0' })
  t.match(answer.headers.location, '/redaktion/konto/bestaetigen?weiter=%2Fredaktion%2Feinstellungen')
  t.equal((await service.pool.query('select from kept_setting')).rowCount, 0)
})

t.test('a version that is refused today is not put back; its page says so and shows what to change', async t => {
  const page = '/redaktion/einstellungen/absender'
  const service = await testService(t, { MAIL_FROM: '"Brief@Hessen" <brief@hessen.example>' })
  const eva = await signedIn(service, { roles: ['administer'] })
  t.equal((await eva.post(page, { name: 'Brief aus Hessen', version: '0' })).statusCode, 303)
  const refused = await eva.post(`${page}/fassung`, { fassung: '0', version: '1' })
  t.equal(refused.statusCode, 422)
  t.match(seen(refused.body), /Nicht wieder eingesetzt .*darf die Grundeinstellung nicht mehr gespeichert/)
  t.match(seen(refused.body), /zweite Adresse/, 'beside the field')
  t.match(refused.body, /id="name"[^>]* value="Brief@Hessen"/)
  t.match((await eva.get(page)).body, /id="name"[^>]* value="Brief aus Hessen"/, 'nothing was changed')
  t.equal((await eva.post(page, { name: 'Brief Hessen', version: '1' })).statusCode, 303, 'what was changed is saved')
})
