import t from 'tap'
import { hashPassword } from '../../../src/editor/factor/password.js'
import { countRecoveryCodes, renewRecoveryCodes } from '../../../src/editor/factor/recovery-codes.js'
import { addEditor, codeAt, deskBrowser, PASSWORD, sessionOf, signedIn } from '../../support/desk.js'
import { receive, testService, until } from '../../support/service.js'

const hash = hashPassword(PASSWORD)
const WILLKOMMEN = /\/redaktion\/willkommen\/[\w-]+/
const NEUES_PASSWORT = /\/redaktion\/neues-passwort\/[\w-]+/

t.test('an invitation comes by mail and makes an account with the roles that were chosen', async t => {
  const service = await testService(t)
  await service.work()
  const boss = await signedIn(service, { roles: ['administer'] })
  const invitation = { address: 'neu@amt.example', rechte: ['write', 'approve'] }
  const sent = await boss.post('/redaktion/konten/einladen', invitation)
  t.equal(sent.statusCode, 303)
  t.match((await boss.get('/redaktion/konten')).body, /neu@amt\.example, eingeladen|eingeladen/)
  const [mail] = await receive(service.catcher, 1)
  t.equal(mail?.to?.[0]?.address, 'neu@amt.example')
  t.match(mail?.subject, /Einladung/)
  const link = WILLKOMMEN.exec(mail?.text ?? '')?.[0] ?? ''
  t.ok(mail?.html?.includes(link))
  const invited = deskBrowser(service)
  t.match((await invited.get(link)).body, /neu@amt\.example/)
  const joined = await invited.post(link, { name: 'Neu Hier', address: 'anders@amt.example', password: PASSWORD })
  t.equal(joined.statusCode, 303)
  const accounts = (await boss.get('/redaktion/konten')).body
  t.match(accounts, /Neu Hier/)
  t.notMatch(accounts, /anders@amt\.example/, 'the address is that of the invitation')
})

t.test('a second invitation replaces the first, and one that is withdrawn is gone', async t => {
  const service = await testService(t)
  await service.work()
  const boss = await signedIn(service, { roles: ['administer'] })
  const invite = async () =>
    await boss.post('/redaktion/konten/einladen', { address: 'neu@amt.example', rechte: 'write' })
  await invite()
  const [first] = await receive(service.catcher, 1)
  await invite()
  const [, second] = await receive(service.catcher, 2)
  const linkIn = (text = ''): string => WILLKOMMEN.exec(text)?.[0] ?? ''
  t.equal((await service.app.inject(linkIn(first?.text))).statusCode, 410)
  t.equal((await service.app.inject(linkIn(second?.text))).statusCode, 200)
  const id = /konten\/([\w-]{36})\/zuruecknehmen/.exec((await boss.get('/redaktion/konten')).body)?.[1] ?? ''
  t.equal((await boss.post(`/redaktion/konten/${id}/zuruecknehmen`)).statusCode, 303)
  t.equal((await service.app.inject(linkIn(second?.text))).statusCode, 410)
  t.equal((await boss.post(`/redaktion/konten/${id}/zuruecknehmen`)).statusCode, 404, 'the form posted twice')
})

t.test('a forgotten password is replaced by a link; the second factor stays, and other sessions end', async t => {
  const service = await testService(t)
  await service.work()
  const { address, secret } = await addEditor(service, { passwordHash: await hash })
  const elsewhere = deskBrowser(service)
  await elsewhere.post('/redaktion/anmelden', { address, password: PASSWORD })
  await elsewhere.post('/redaktion/anmelden/code', { code: codeAt(secret, service.clock.now()) })
  const ask = async (typed: string): Promise<string> =>
    (await deskBrowser(service).post('/redaktion/neues-passwort', { address: typed })).body
  const answer = await ask(address)
  t.equal(await ask('niemand@amt.example'), answer, 'the same for every address')
  const [mail] = await receive(service.catcher, 1)
  await ask(address)
  const link = NEUES_PASSWORT.exec(mail?.text ?? '')?.[0] ?? ''
  const browser = deskBrowser(service)
  t.equal((await browser.post(link, { password: 'kurz' })).statusCode, 422)
  t.equal((await browser.post(link, { password: 'ganz anderes Wort dafür' })).statusCode, 303)
  t.equal((await browser.post(link, { password: 'noch ein drittes Wort' })).statusCode, 410)
  t.equal((await elsewhere.get('/redaktion')).statusCode, 303)
  const [, notice] = await receive(service.catcher, 2)
  t.match(notice?.text, /Passwort Ihres Kontos wurde geändert/, 'only one mail with a link came before')
  t.equal((await browser.post('/redaktion/anmelden', { address, password: PASSWORD })).statusCode, 422)
  const begun = await browser.post('/redaktion/anmelden', { address, password: 'ganz anderes Wort dafür' })
  t.match(begun.headers.location, /anmelden\/code/)
})

t.test('changing what protects an account asks for all factors again', async t => {
  const service = await testService(t)
  const browser = await signedIn(service, { passwordHash: await hash })
  t.equal((await browser.get('/redaktion/konto/passwort')).statusCode, 200, 'just signed in')
  service.clock.travel({ minutes: 11 })
  for (const url of ['/redaktion/konto/passwort', '/redaktion/konto/app', '/redaktion/konto/ersatzcodes']) {
    t.match((await browser.get(url)).headers.location, /konto\/bestaetigen\?weiter=/)
    t.match((await browser.post(url, { password: 'ein neues langes Wort' })).headers.location, /konto\/bestaetigen/)
  }
  const weiter = '/redaktion/konto/passwort'
  const code = codeAt(browser.editor.secret, service.clock.now())
  const prove = async (password: string) =>
    await browser.post('/redaktion/konto/bestaetigen', { password, code, weiter })
  t.equal((await prove('falsch')).statusCode, 422)
  t.equal((await prove(PASSWORD)).headers.location, weiter)
  t.equal((await browser.post(weiter, { password: 'ein neues langes Wort' })).statusCode, 303)
})

t.test('an invitation sent before the proof leads back to its form, which says that it is not sent', async t => {
  const service = await testService(t)
  const browser = await signedIn(service, { roles: ['administer'], passwordHash: await hash })
  service.clock.travel({ minutes: 11 })
  const asked = await browser.post('/redaktion/konten/einladen', { address: 'alex@amt.example', rechte: 'write' })
  const weiter = new URL(String(asked.headers.location), 'http://amt.example').searchParams.get('weiter') ?? ''
  const code = codeAt(browser.editor.secret, service.clock.now())
  const proved = await browser.post('/redaktion/konto/bestaetigen', { password: PASSWORD, code, weiter })
  t.match(proved.headers.location, /^\/redaktion\/konten\?/)
  t.match((await browser.get(String(proved.headers.location))).body, /Geändert ist aber noch nichts/)
})

t.test('the last account that administers can neither be disabled nor lose the role', async t => {
  const service = await testService(t)
  const boss = await signedIn(service, { roles: ['administer'] })
  const other = await signedIn(service, { roles: ['administer'] })
  const disable = async (id: string) => await boss.post(`/redaktion/konten/${id}/sperren`)
  t.equal((await disable(other.editor.id)).statusCode, 303)
  t.equal((await other.get('/redaktion')).statusCode, 303)
  const refused = await disable(boss.editor.id)
  t.equal(refused.statusCode, 409)
  t.match(refused.body, /letzte Konto, das verwalten darf/)
  t.equal((await boss.post(`/redaktion/konten/${boss.editor.id}/rechte`, { rechte: 'write' })).statusCode, 409)
  t.equal((await boss.post(`/redaktion/konten/${boss.editor.id}/rechte`, {})).statusCode, 422)
  t.equal((await disable('00000000-0000-4000-8000-000000000000')).statusCode, 404)
  t.equal((await disable('nichts')).statusCode, 404)
})

t.test('two who disable each other at once leave one administrator', async t => {
  const service = await testService(t)
  const one = await signedIn(service, { roles: ['administer'] })
  const two = await signedIn(service, { roles: ['administer'] })
  const answers = await Promise.all([
    one.post(`/redaktion/konten/${two.editor.id}/sperren`), two.post(`/redaktion/konten/${one.editor.id}/sperren`)
  ])
  t.equal(answers.filter(({ statusCode }) => statusCode === 303).length >= 1, true)
  const { rows } = await service.pool.query('select count(*)::int as left from editor where disabled_at is null')
  t.equal(rows[0].left, 1)
})

t.test('a link to a new password is for those who may sign in, and for an hour', async t => {
  const service = await testService(t)
  await service.work()
  const boss = await signedIn(service, { roles: ['administer'] })
  const disabled = await addEditor(service, { passwordHash: await hash })
  await boss.post(`/redaktion/konten/${disabled.id}/sperren`)
  await boss.post('/redaktion/konten/einladen', { address: 'neu@amt.example', rechte: ['write'] })
  const { id, address } = await addEditor(service, { passwordHash: await hash })
  const links = async (): Promise<string[]> =>
    (await service.pool.query("select editor_id from editor_link where purpose = 'password'"))
      .rows.map(({ editor_id: owner }) => owner)
  const ask = async (typed: string): Promise<void> => {
    await deskBrowser(service).post('/redaktion/neues-passwort', { address: typed })
  }
  for (const typed of [disabled.address, 'neu@amt.example', address]) await ask(typed)
  // It is made after the answer, which so takes as long for every address.
  await until(async () => (await links()).length > 0)
  t.same(await links(), [id])
  const mails = await receive(service.catcher, 2)
  t.same(await links(), [id])
  const link = mails.map(({ text }) => NEUES_PASSWORT.exec(text ?? '')?.[0]).find(Boolean) ?? ''
  t.equal((await deskBrowser(service).get(link)).statusCode, 200)
  service.clock.travel({ minutes: 61 })
  t.equal((await deskBrowser(service).get(link)).statusCode, 410)
  t.equal((await deskBrowser(service).post(link, { password: 'ganz anderes Wort dafür' })).statusCode, 410)
})

t.test('a lost second factor is reset by an administrator; its owner is told and sets up a new one', async t => {
  const service = await testService(t)
  await service.work()
  const boss = await signedIn(service, { roles: ['administer'] })
  const { id, address } = await addEditor(service, { passwordHash: await hash })
  const thief = deskBrowser(service)
  thief.cookies.set('__Host-redaktion', await sessionOf(service, id))
  await renewRecoveryCodes({ db: service.pool }, id)
  t.equal((await boss.post(`/redaktion/konten/${id}/zweiter-faktor`)).statusCode, 303)
  t.equal((await thief.get('/redaktion/konto')).statusCode, 303, 'a thief of the lost device is out')
  t.equal(await countRecoveryCodes({ db: service.pool }, id), 0, 'and the codes that lay beside it are void')
  const [notice] = await receive(service.catcher, 1)
  t.match(notice?.text, /zweite Faktor Ihres Kontos wurde zurückgesetzt/)
  const browser = deskBrowser(service)
  const begun = await browser.post('/redaktion/anmelden', { address, password: PASSWORD })
  t.equal(begun.headers.location, '/redaktion/zweiter-faktor')
  t.match((await browser.get('/redaktion')).headers.location, /zweiter-faktor/, 'nothing else is open before')
  const nobody = '00000000-0000-4000-8000-000000000000'
  t.equal((await boss.post(`/redaktion/konten/${nobody}/zweiter-faktor`)).statusCode, 404, 'nothing is noted of nobody')
})

t.test('one sees one\'s own sessions, and ends them', async t => {
  const service = await testService(t)
  const browser = await signedIn(service)
  const stranger = await signedIn(service)
  const id = /sitzungen\/([\w-]{36})/.exec((await browser.get('/redaktion/konto')).body)
  t.equal(id, null, 'there is only this one')
  const { rows } = await service.pool.query('select id from editor_session where editor_id = $1', [stranger.editor.id])
  await browser.post(`/redaktion/konto/sitzungen/${rows[0].id}/beenden`)
  t.equal((await stranger.get('/redaktion')).statusCode, 200, 'those of others are none of theirs')
})

t.test('what accounts no longer need is forgotten', async t => {
  const service = await testService(t)
  await signedIn(service)
  await deskBrowser(service).post('/redaktion/anmelden', { address: 'x@y.example', password: 'falsch' })
  service.clock.travel({ days: 1 })
  await service.work()
  for (const job of ['forget_sessions', 'forget_sign_in_failures']) {
    await service.pool.query('select graphile_worker.add_job($1)', [job])
  }
  await until(async () => {
    const { rows } = await service.pool.query(
      'select (select count(*) from editor_session) + (select count(*) from sign_in_failure) as left')
    return rows[0].left === '0'
  })
})
