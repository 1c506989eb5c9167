import t from 'tap'
import { readAudit } from '../../../src/editor/audit/audit.js'
import { signedIn } from '../../support/desk.js'
import { addReaders } from '../../support/readers.js'
import { testService } from '../../support/service.js'
import { seen } from '../drafts/writing.js'

const PAGE = '/redaktion/leserinnen'
const MAX = 'Max.Muster@beispiel.example'
const fieldOn = (html: string): string => /name="gefunden" value="([^"]+)"/.exec(html)?.[1] ?? ''

t.test('an address is never written to again in two steps, the page says why, and the audit never whom', async t => {
  const service = await testService(t)
  await addReaders(service, [MAX])
  const eva = await signedIn(service, { name: 'Eva', roles: ['administer'] })
  const found = await eva.post(`${PAGE}/suche`, { adresse: MAX })
  const gefunden = fieldOn(found.body)
  const asked = await eva.post(`${PAGE}/sperren`, { gefunden })
  t.match(seen(asked.body), /Nie wieder anschreiben Die Adresse und alles, was mit ihr gespeichert ist, wird gelöscht/)
  t.equal((await service.pool.query('select from subscriber')).rowCount, 1, 'the first step changes nothing')
  const done = await eva.post(`${PAGE}/sperren/ja`, { gefunden })
  t.equal((await service.pool.query('select from subscriber')).rowCount, 0)
  t.match(seen(done.body), /Gesperrt seit 2\. März 2026, 10:00 Uhr, bis 2\. März 2028, 10:00 Uhr/)
  t.match(seen(done.body), /Grund Die Person möchte nicht mehr angeschrieben werden/)
  t.notMatch(done.body, /muster@/i)
  const again = await eva.post(`${PAGE}/suche`, { adresse: MAX })
  t.match(seen(again.body), /möchte nicht mehr angeschrieben werden/)

  const lifted = await eva.post(`${PAGE}/entsperren`, { gefunden })
  t.match(seen(lifted.body), /Die Sperre ist aufgehoben/)
  t.match(seen((await eva.post(`${PAGE}/entsperren`, { gefunden })).body), /Die Adresse ist nicht mehr gesperrt/)
  t.equal((await service.pool.query('select from suppression')).rowCount, 0)

  const lines = []
  for await (const portion of readAudit(service.pool)) lines.push(...portion)
  t.same(lines.filter(({ action }) => action.startsWith('subscriber.suppress')).map(({ action, details }) => (
    [action, details]
  )), [['subscriber.suppressed', '{}'], ['subscriber.suppression_lifted', '{}']])
  t.match(seen((await eva.get('/redaktion/protokoll')).body), /Eine Adresse gesperrt: wird nie wieder angeschrieben/)
})

t.test('only those who administer and have just given all factors may, with a page of their own', async t => {
  const service = await testService(t)
  const eva = await signedIn(service, { roles: ['administer'] })
  const kim = await signedIn(service, { roles: ['write', 'approve'] })
  const gefunden = fieldOn((await eva.post(`${PAGE}/suche`, { adresse: MAX })).body)
  for (const path of ['sperren', 'sperren/ja', 'entsperren']) {
    t.equal((await kim.post(`${PAGE}/${path}`, { gefunden })).statusCode, 403, path)
    t.equal((await eva.post(`${PAGE}/${path}`, { gefunden: 'x' })).statusCode, 410, path)
  }
  service.clock.travel({ minutes: 11 })
  t.equal((await eva.post(`${PAGE}/sperren/ja`, { gefunden })).statusCode, 303)
  t.equal((await service.pool.query('select from suppression')).rowCount, 0)
})
