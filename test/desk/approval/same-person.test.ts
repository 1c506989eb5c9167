import t from 'tap'
import { deskBrowser, type DeskBrowser } from '../../support/desk.js'
import { identityProvider } from '../../support/identity-provider.js'
import { PUBLIC_URL, testService } from '../../support/service.js'
import { hashOn } from './approving.js'

const KIM = { sub: 'kim-1', email_verified: true, roles: ['brief-schreiben', 'brief-freigeben'] }

t.test('whom the provider knows as one person does not approve their own work by another name', async t => {
  const provider = await identityProvider(t, { publicUrl: PUBLIC_URL })
  const service = await testService(t, provider.settings)
  const signOn = async (claims: { name: string, email: string }): Promise<DeskBrowser> => {
    const browser = deskBrowser(service)
    provider.person = { ...KIM, ...claims }
    const { headers } = await browser.get('/redaktion/anmelden/dienst')
    await browser.get(await provider.visit(String(headers.location)))
    return browser
  }
  const writer = await signOn({ name: 'Kim Beispiel', email: 'kim@amt.example' })
  const path = String((await writer.post('/redaktion/entwuerfe/beispiel')).headers.location).replace(/\?.*/, '')
  t.match((await writer.post(`${path}/einreichen`, { an: 'keine' })).headers.location, 'getan=submitted')

  const other = await signOn({ name: 'K. Neumann', email: 'neumann@amt.example' })
  const hash = hashOn((await other.get(`${path}/freigabe`)).payload)
  t.match(hash, /^[0-9a-f]{64}$/, 'they are signed in, and see the mail')
  const refused = await other.post(`${path}/freigeben`, { hash })
  t.equal(refused.statusCode, 403)
  t.equal((await service.pool.query('select from approval')).rowCount, 0)
  t.equal((await service.pool.query('select from editor')).rowCount, 1, 'both are one account')
})
