import t, { type Test } from 'tap'
import { setDisabled } from '../../../src/editor/editor.queries.js'
import { addEditor, deskBrowser, signedIn, type DeskBrowser } from '../../support/desk.js'
import { identityProvider, type TestPerson, type TestProvider } from '../../support/identity-provider.js'
import { PUBLIC_URL, testService, type TestService } from '../../support/service.js'

const EVA: TestPerson = {
  sub: 'eva-1',
  name: 'Eva Muster',
  email: 'Eva@Amt.example',
  email_verified: true,
  roles: ['brief-schreiben', 'anderes']
}

interface House { service: TestService, provider: TestProvider, browser: DeskBrowser }

async function house (t: Test, settings: Record<string, string> = {}, inToken = false): Promise<House> {
  const provider = await identityProvider(t, { publicUrl: PUBLIC_URL, inToken })
  const service = await testService(t, { ...provider.settings, ...settings })
  return { service, provider, browser: deskBrowser(service) }
}

/** Where the desk sends a browser. */
async function leave ({ browser }: House, query = ''): Promise<string> {
  const { statusCode, headers, body } = await browser.get(`/redaktion/anmelden/dienst${query}`)
  if (statusCode !== 303) throw new Error(`${statusCode}: ${body}`)
  return String(headers.location)
}

async function signOn (house: House, person: TestPerson, query = '') {
  house.provider.person = person
  return await house.browser.get(await house.provider.visit(await leave(house, query)))
}

const accounts = async ({ service: { pool } }: House) =>
  (await pool.query('select name, roles::text[], joined_at is not null as joined from editor order by name')).rows
const actions = async ({ service }: House): Promise<string[]> =>
  (await service.pool.query('select action from audit order by number')).rows.map(({ action }) => action)

for (const inToken of [true, false]) {
  t.test(`the provider's word makes an account and signs in: claims in ${inToken ? 'token' : 'userinfo'}`, async t => {
    const place = await house(t, {}, inToken)
    t.match((await place.browser.get('/redaktion/anmelden')).body, /Mit Ihrem Dienstkonto anmelden/)
    const url = new URL(await leave(place))
    t.match(Object.fromEntries(url.searchParams), { code_challenge_method: 'S256', nonce: /.{43}/, state: /.{43}/ })
    const back = await signOn(place, EVA, '?weiter=%2Fredaktion%2Fkonto')
    t.equal(back.statusCode, 303, back.body)
    t.equal(back.headers.location, '/redaktion/konto')
    t.same([...place.browser.cookies.keys()].sort(), ['__Host-redaktion', '__Host-redaktion-geraet'])
    const page = (await place.browser.get('/redaktion/konto')).body
    t.match(page, /eva@amt\.example|Eva@amt\.example/)
    t.same(await accounts(place), [{ name: 'Eva Muster', roles: ['write'], joined: true }])
    t.same(await actions(place), ['account.joined', 'account.identity_linked'])
    await signOn(place, EVA)
    t.equal((await accounts(place)).length, 1, 'the second time it is the same account')
  })
}

t.test('roles follow the claim at each sign-in, also into objects', async t => {
  const place = await house(t, { OIDC_ROLES_CLAIM: 'realm_access.roles' })
  const withRoles = (...roles: string[]): TestPerson => ({ ...EVA, roles: [], realm_access: { roles } })
  await signOn(place, withRoles('brief-schreiben', 'brief-verwalten'))
  t.same((await accounts(place))[0]?.roles, ['write', 'administer'])
  await signOn(place, withRoles('brief-freigeben'))
  t.same((await accounts(place))[0]?.roles, ['approve'])
  t.equal((await place.browser.get('/redaktion/konten')).statusCode, 403)
  t.same(await actions(place), ['account.joined', 'account.identity_linked', 'account.roles_by_claim'])
})

t.test('without a role in the claim there is a page that says so, and no account', async t => {
  const place = await house(t)
  for (const roles of [undefined, [], ['anderes'], 'brief-schreiben-nicht', { write: true }]) {
    const back = await signOn(place, { ...EVA, roles })
    t.equal(back.statusCode, 403)
    t.match(back.body, /Ihr Dienstkonto hat kein Recht in der Redaktion/)
  }
  t.same(await accounts(place), [])
  await signOn(place, EVA)
  t.equal((await signOn(place, { ...EVA, roles: [] })).statusCode, 403, 'and nobody gets in by the roles of yesterday')
})

t.test('an account that was invited, or that has a password, is found by a checked address alone', async t => {
  const place = await house(t)
  const { id } = await addEditor(place.service, { address: 'eva@amt.example', roles: ['approve'] })
  const unchecked = [{ email_verified: false }, { email_verified: 'true' }, { email: undefined }, { email: 'kaputt' }]
  for (const claims of unchecked) {
    const back = await signOn(place, { ...EVA, ...claims })
    t.equal(back.statusCode, 403)
    t.match(back.body, /fehlt eine E-Mail-Adresse/)
  }
  t.equal((await signOn(place, EVA)).statusCode, 303)
  const { rows } = await place.service.pool.query('select editor_id, subject from editor_identity')
  t.same(rows, [{ editor_id: id, subject: 'eva-1' }])
  t.same(await actions(place), ['account.identity_linked', 'account.roles_by_claim'])

  const successor = await signOn(place, { ...EVA, sub: 'eva-2' })
  t.equal(successor.statusCode, 409, 'who gets a used address later does not get its account')
  t.match(successor.body, /gehört schon zu einem anderen Dienstkonto/)
  const moved = await signOn(place, { ...EVA, email: 'eva.neu@amt.example' })
  t.equal(moved.statusCode, 303, 'a new address changes nothing')
  t.equal((await accounts(place)).length, 1)
})

t.test('an invitation is used up by the first sign-on', async t => {
  const place = await house(t)
  const boss = await signedIn(place.service, { roles: ['administer'] })
  await boss.post('/redaktion/konten/einladen', { address: 'eva@amt.example', rechte: 'write' })
  await signOn(place, EVA)
  const { rows } = await place.service.pool.query('select from editor_link where purpose = \'invitation\'')
  t.equal(rows.length, 0)
  t.same((await accounts(place)).map(({ joined }) => joined), [true, true])
})

t.test('a disabled account stays closed', async t => {
  const place = await house(t)
  await signOn(place, EVA)
  const { rows: [{ id }] } = await place.service.pool.query('select id from editor')
  await setDisabled.run({ id, at: place.service.clock.now() }, place.service.pool)
  const back = await signOn(place, EVA)
  t.equal(back.statusCode, 403)
  t.match(back.body, /Ihr Konto ist gesperrt/)
  t.notOk(back.cookies.some(({ name }) => name === '__Host-redaktion'))
})

t.test('who comes back twice, too late, from another browser or from nowhere is not signed in', async t => {
  const place = await house(t)
  const { browser, provider, service } = place
  provider.person = EVA
  const path = await provider.visit(await leave(place))
  const stranger = deskBrowser(service)
  await stranger.get('/redaktion/anmelden/dienst')
  t.equal((await stranger.get(path)).statusCode, 410, 'another browser')
  t.equal((await browser.get(path)).statusCode, 303, 'which takes nothing from the right one')
  const again = await browser.get(path)
  t.equal(again.statusCode, 410, 'twice')
  t.match(again.body, /Diese Anmeldung ist abgelaufen/)

  const late = await provider.visit(await leave(place))
  service.clock.travel({ minutes: 11 })
  t.equal((await browser.get(late)).statusCode, 410, 'too late')
  for (const query of ['', '?code=x', '?state=x&code=y', '?error=access_denied']) {
    t.equal((await browser.get(`/redaktion/anmelden/dienst/zurueck${query}`)).statusCode, 410, query)
  }
  t.equal((await accounts(place)).length, 1)
})

t.test('a code that was used before, a wrong nonce and a wrong issuer are refused and reported', async t => {
  const place = await house(t)
  const { browser, provider, service } = place
  provider.person = EVA
  const used = new URL(await provider.visit(await leave(place)), PUBLIC_URL)
  await browser.get(used.pathname + used.search)
  const change = async (act: (back: URL) => void, act0: (url: URL) => void = () => {}) => {
    const url = new URL(await leave(place))
    act0(url)
    const back = new URL(await provider.visit(url.href), PUBLIC_URL)
    act(back)
    return await browser.get(back.pathname + back.search)
  }
  const answers = [
    await change(back => back.searchParams.set('code', used.searchParams.get('code') ?? '')),
    await change(() => {}, url => url.searchParams.set('nonce', 'x'.repeat(43))),
    await change(back => back.searchParams.set('iss', 'https://boese.example')),
    await change(back => back.searchParams.delete('iss')),
    await change(() => {}, url => url.searchParams.set('code_challenge', 'x'.repeat(43)))
  ]
  for (const { statusCode, body, cookies } of answers) {
    t.equal(statusCode, 400)
    t.match(body, /Die Antwort des Anmeldedienstes war nicht gültig/)
    t.same(cookies, [])
  }
  t.equal(service.lines().filter(line => line.includes('"event":"single_sign_on_refused"')).length, answers.length)
})

t.test('who breaks off at the provider is told so', async t => {
  const place = await house(t)
  const back = await place.browser.get(await place.provider.visit(await leave(place)))
  t.equal(back.statusCode, 403)
  t.match(back.body, /Sie haben die Anmeldung abgebrochen/)
})

t.test('while the provider is away, a page says so, other ways stay, and it is tried again', async t => {
  const place = await house(t)
  const { browser, provider, service } = place
  await provider.stop()
  const away = await browser.get('/redaktion/anmelden/dienst')
  t.equal(away.statusCode, 503)
  t.match(away.body, /Der Anmeldedienst antwortet nicht/)
  t.ok(service.lines().some(line => line.includes('"event":"single_sign_on_unreachable"')))
  t.equal((await browser.get('/redaktion/anmelden')).statusCode, 200)
  t.equal((await signedIn(service)).cookies.size, 1)

  await provider.start()
  provider.person = EVA
  const path = await provider.visit(await leave(place))
  await provider.stop()
  t.equal((await browser.get(path)).statusCode, 503, 'away between going and coming back')
  await provider.start()
  t.equal((await signOn(place, EVA)).statusCode, 303)
})

t.test('a provider that calls itself otherwise than the settings is not used', async t => {
  const provider = await identityProvider(t, { publicUrl: PUBLIC_URL })
  const OIDC_ISSUER = provider.issuer.replace('127.0.0.1', 'localhost')
  const service = await testService(t, { ...provider.settings, OIDC_ISSUER })
  const answer = await deskBrowser(service).get('/redaktion/anmelden/dienst')
  t.equal(answer.statusCode, 503)
  t.ok(service.lines().some(line => line.includes('"event":"single_sign_on_unreachable"')))
})

t.test('who must prove again who they are is asked by the provider, and only that counts as proof', async t => {
  const place = await house(t)
  await signOn(place, EVA)
  place.service.clock.travel({ minutes: 11 })
  const asked = await place.browser.get('/redaktion/konto/passwort')
  t.match(asked.headers.location, /bestaetigen/)
  const page = (await place.browser.get(String(asked.headers.location))).body
  t.match(page, /Mit Ihrem Dienstkonto bestätigen/)
  t.notMatch(page, /Ersatzcode/, 'nothing is asked for that the account does not have')
  const url = new URL(await leave(place, '?erneut=1&weiter=%2Fredaktion%2Fkonto%2Fpasswort'))
  t.equal(url.searchParams.get('prompt'), 'login')
  const back = await signOn(place, EVA, '?erneut=1&weiter=%2Fredaktion%2Fkonto%2Fpasswort')
  t.equal(back.headers.location, '/redaktion/konto/passwort')
  t.equal((await place.browser.get('/redaktion/konto/passwort')).statusCode, 200)
})

t.test('without the settings there is neither a button nor a way', async t => {
  const browser = deskBrowser(await testService(t))
  t.notMatch((await browser.get('/redaktion/anmelden')).body, /Dienstkonto/)
  t.equal((await browser.get('/redaktion/anmelden/dienst')).statusCode, 404)
})
