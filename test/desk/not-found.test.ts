import t from 'tap'
import { deskBrowser, signedIn } from '../support/desk.js'
import { testService } from '../support/service.js'

/** To which a form is sent; nothing is there to see. */
const FORM_ONLY = '/redaktion/einstellungen/vier-augen'

t.test('who is signed in keeps the navigation on the page of an unknown path', async t => {
  const service = await testService(t)
  const boss = await signedIn(service, { name: 'Eva Muster', roles: ['write', 'administer'] })
  for (const path of ['/redaktion/gibt-es-nicht', '/redaktion/entwuerfe/x/y/z', FORM_ONLY]) {
    const { statusCode, body } = await boss.get(path)
    t.equal(statusCode, 404)
    t.match(body, /Redaktion, Fehler 404/)
    t.match(body, /<nav class="desk-nav"/)
    t.match(body, /Konten/)
    t.match(body, /Eva Muster/)
  }
})

t.test('who is not signed in learns nothing from an unknown path', async t => {
  const { statusCode, body } = await deskBrowser(await testService(t)).get('/redaktion/gibt-es-nicht')
  t.equal(statusCode, 404)
  t.notMatch(body, /<nav class="desk-nav"/)
})
