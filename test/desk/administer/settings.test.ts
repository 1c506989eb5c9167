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

t.test('settings take the right to administer, and all factors lately', async t => {
  const service = await testService(t)
  const kim = await signedIn(service, { roles: ['write', 'approve'] })
  t.equal((await kim.get(PAGE)).statusCode, 403)
  t.equal((await kim.post(`${PAGE}/vier-augen`, { regel: 'off', version: '0' })).statusCode, 403)
  const eva = await signedIn(service, { roles: ['administer'] })
  service.clock.travel({ minutes: 11 })
  const answer = await eva.post(`${PAGE}/vier-augen`, { regel: 'off', version: '0' })
  t.match(answer.headers.location, '/redaktion/konto/bestaetigen?weiter=%2Fredaktion%2Feinstellungen')
  t.equal((await service.pool.query('select from kept_setting')).rowCount, 0)
})
