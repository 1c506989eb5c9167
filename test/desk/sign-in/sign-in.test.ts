import t from 'tap'
import { setAccountDisabled, setRoles } from '../../../src/editor/account/change-account.js'
import { hashPassword } from '../../../src/editor/factor/password.js'
import { renewRecoveryCodes } from '../../../src/editor/factor/recovery-codes.js'
import { addEditor, codeAt, deskBrowser, makeFirstAccount, PASSWORD, sessionOf, signedIn } from '../../support/desk.js'
import { testService } from '../../support/service.js'

const hash = hashPassword(PASSWORD)
const witness = async (): Promise<void> => {}

t.test('signing in takes password and code; each step has a session of its own', async t => {
  const service = await testService(t)
  const { address, secret } = await addEditor(service, { passwordHash: await hash })
  const browser = deskBrowser(service)
  const weiter = '/redaktion/konto'
  t.equal((await browser.get(weiter)).headers.location, `/redaktion/anmelden?weiter=${encodeURIComponent(weiter)}`)
  const first = await browser.post('/redaktion/anmelden', { address, password: PASSWORD, weiter })
  t.equal(first.statusCode, 303)
  const begun = browser.cookies.get('__Host-redaktion')
  t.equal((await browser.get(weiter)).statusCode, 303, 'the password alone opens nothing')
  const code = codeAt(secret, service.clock.now())
  const second = await browser.post('/redaktion/anmelden/code', { code, weiter })
  t.equal(second.headers.location, weiter)
  t.not(browser.cookies.get('__Host-redaktion'), begun)
  t.equal((await browser.get(weiter)).statusCode, 200)
  const old = deskBrowser(service)
  old.cookies.set('__Host-redaktion', begun ?? '')
  t.equal((await old.get(weiter)).statusCode, 303, 'the session before is over')
  t.equal((await old.post('/redaktion/anmelden/code', { code })).statusCode, 401, 'and waits for no code')
  const cookie = second.headers['set-cookie']?.toString() ?? ''
  for (const part of ['__Host-redaktion=', 'HttpOnly', 'Secure', 'SameSite=Lax', 'Path=/']) t.match(cookie, part)
})

t.test('a session token that an attacker has planted is never the one that is signed in', async t => {
  const service = await testService(t)
  const { address, secret } = await addEditor(service, { passwordHash: await hash })
  const browser = deskBrowser(service)
  browser.cookies.set('__Host-redaktion', 'planted')
  await browser.post('/redaktion/anmelden', { address, password: PASSWORD })
  await browser.post('/redaktion/anmelden/code', { code: codeAt(secret, service.clock.now()) })
  t.not(browser.cookies.get('__Host-redaktion'), 'planted')
  const attacker = deskBrowser(service)
  attacker.cookies.set('__Host-redaktion', 'planted')
  t.equal((await attacker.get('/redaktion')).statusCode, 303)
})

t.test('a code works once, a recovery code too, and no code of another account', async t => {
  const service = await testService(t)
  const browser = deskBrowser(service)
  const { codes, secret } = await makeFirstAccount(service, browser)
  const signIn = async (code: string): Promise<number> => {
    const fresh = deskBrowser(service)
    await fresh.post('/redaktion/anmelden', { address: 'eva@amt.example', password: PASSWORD })
    return (await fresh.post('/redaktion/anmelden/code', { code })).statusCode
  }
  const now = (): string => codeAt(secret, service.clock.now())
  t.equal(await signIn(now()), 422, 'the code that set the app up is used')
  service.clock.travel({ minutes: 1 })
  const code = now()
  t.same((await Promise.all([signIn(code), signIn(code)])).sort(), [303, 422], 'of two at once, one')
  service.clock.travel({ minutes: 0.5 })
  t.equal(await signIn(now()), 303)
  t.equal(await signIn(code), 422, 'an earlier one does not come back')
  t.equal(await signIn(codes[0]?.toUpperCase().replaceAll('-', ' ') ?? ''), 303, 'however it is typed')
  t.equal(await signIn(codes[0] ?? ''), 422)
  service.clock.travel({ minutes: 1 })
  t.equal(await signIn(codeAt('KRSXG5CTMVRXEZLUKRSXG5CTMVRXEZLU', service.clock.now())), 422)
})

t.test('a code is taken half a minute early or late, and no more', async t => {
  const service = await testService(t)
  for (const [seconds, status] of [[-60, 422], [60, 422], [-30, 303], [30, 303]] as const) {
    const { address, secret } = await addEditor(service, { passwordHash: await hash })
    const browser = deskBrowser(service)
    await browser.post('/redaktion/anmelden', { address, password: PASSWORD })
    const code = codeAt(secret, new Date(service.clock.now().getTime() + seconds * 1000))
    t.equal((await browser.post('/redaktion/anmelden/code', { code })).statusCode, status, `${seconds} s`)
  }
})

t.test('a session of a disabled account is worth nothing, even if it was forgotten to end it', async t => {
  const service = await testService(t)
  const browser = await signedIn(service)
  t.equal((await browser.get('/redaktion')).statusCode, 200)
  await service.pool.query('update editor set disabled_at = now() where id = $1', [browser.editor.id])
  t.equal((await browser.get('/redaktion')).statusCode, 303)
})

t.test('a recovery code opens its own account and no other', async t => {
  const service = await testService(t)
  const one = await addEditor(service, { passwordHash: await hash })
  const other = await addEditor(service, { passwordHash: await hash })
  await renewRecoveryCodes({ db: service.pool }, one.id)
  const [code = ''] = await renewRecoveryCodes({ db: service.pool }, other.id)
  for (const [{ address }, status] of [[one, 422], [other, 303]] as const) {
    const browser = deskBrowser(service)
    await browser.post('/redaktion/anmelden', { address, password: PASSWORD })
    t.equal((await browser.post('/redaktion/anmelden/code', { code })).statusCode, status)
  }
})

t.test('what is wrong is not said: unknown address, wrong password, disabled account', async t => {
  const service = await testService(t)
  const { id, address } = await addEditor(service, { passwordHash: await hash })
  const bodyFor = async (typed: string, password: string): Promise<string> => {
    const answer = await deskBrowser(service).post('/redaktion/anmelden', { address: typed, password })
    t.equal(answer.statusCode, 422)
    return answer.body.replaceAll(typed, '')
  }
  const wrong = await bodyFor(address, 'falsch')
  t.equal(await bodyFor('niemand@amt.example', PASSWORD), wrong)
  await setAccountDisabled({ ...service, witness }, { editorId: id, disabled: true })
  t.equal(await bodyFor(address, PASSWORD), wrong)
})

t.test('signing out ends the session at the server, and every other way out too', async t => {
  const service = await testService(t)
  const browser = await signedIn(service)
  const stolen = deskBrowser(service)
  stolen.cookies.set('__Host-redaktion', browser.cookies.get('__Host-redaktion') ?? '')
  t.equal((await stolen.get('/redaktion')).statusCode, 200)
  t.equal((await browser.post('/redaktion/abmelden')).statusCode, 303)
  t.equal((await stolen.get('/redaktion')).statusCode, 303, 'the stolen cookie is worth nothing')
  for (const end of [
    async () => { service.clock.travel({ minutes: 61 }) },
    async () => { await setAccountDisabled({ ...service, witness }, { editorId: browser.editor.id, disabled: true }) }
  ]) {
    const again = deskBrowser(service)
    again.cookies.set('__Host-redaktion', await sessionOf(service, browser.editor.id))
    t.equal((await again.get('/redaktion')).statusCode, 200)
    await end()
    t.equal((await again.get('/redaktion')).statusCode, 303)
  }
})

t.test('a session lasts while it is used, and at most its lifetime', async t => {
  const service = await testService(t)
  const browser = await signedIn(service)
  for (let hour = 0; hour < 14; hour++) {
    service.clock.travel({ minutes: 50 })
    t.equal((await browser.get('/redaktion')).statusCode, 200)
  }
  service.clock.travel({ minutes: 50 })
  t.equal((await browser.get('/redaktion')).statusCode, 303)
})

t.test('a role that was taken away is gone at the next request', async t => {
  const service = await testService(t)
  await signedIn(service, { roles: ['administer'] })
  const browser = await signedIn(service, { roles: ['write', 'administer'] })
  t.equal((await browser.get('/redaktion/konten')).statusCode, 200)
  await setRoles({ ...service, witness }, { editorId: browser.editor.id, roles: ['write'] })
  const refused = await browser.get('/redaktion/konten')
  t.equal(refused.statusCode, 403)
  t.match(refused.body, /Nur wer verwalten darf/)
})

t.test('what another website sends is refused, and changes nothing', async t => {
  const service = await testService(t)
  const browser = await signedIn(service)
  const send = async (headers: Record<string, string>): Promise<number> =>
    (await browser.post('/redaktion/konto/name', { name: 'Übernommen' }, headers)).statusCode
  t.equal(await send({ origin: 'https://angreifer.example' }), 403)
  t.equal(await send({ origin: 'null' }), 403)
  t.equal(await send({ 'sec-fetch-site': 'cross-site' }), 403)
  t.equal(await send({ 'sec-fetch-site': 'same-site' }), 403, 'another host of the house')
  t.equal(await send({ origin: '' }), 403)
  t.notMatch((await browser.get('/redaktion/konto')).body, /Übernommen/)
  t.equal(await send({ 'sec-fetch-site': 'same-origin' }), 303)
})

t.test('the page to go on to is one of the desk, whatever the link says', async t => {
  const service = await testService(t)
  const { address, secret } = await addEditor(service, { passwordHash: await hash })
  for (const weiter of [
    'https://angreifer.example', '//angreifer.example', '/redaktion//angreifer.example', '/redaktion/../abonnieren',
    '/redaktion\\@angreifer.example', '/redaktionell', 'javascript:alert(1)'
  ]) {
    const browser = deskBrowser(service)
    await browser.post('/redaktion/anmelden', { address, password: PASSWORD, weiter })
    service.clock.travel({ minutes: 1 })
    const code = codeAt(secret, service.clock.now())
    t.equal((await browser.post('/redaktion/anmelden/code', { code, weiter })).headers.location, '/redaktion', weiter)
  }
})
