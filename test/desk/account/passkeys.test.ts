import { randomBytes } from 'node:crypto'
import t from 'tap'
import { insertPasskey } from '../../../src/editor/editor.queries.js'
import { hashPassword } from '../../../src/editor/factor/password.js'
import { addEditor, deskBrowser, PASSWORD, signedIn } from '../../support/desk.js'
import { receive, testService, type TestService } from '../../support/service.js'

const hash = hashPassword(PASSWORD)

/** Stores a passkey that nobody can use; its id in base64url. */
async function addPasskey ({ pool, clock }: TestService, editorId: string, name = 'Firefox, Linux'): Promise<string> {
  const id = randomBytes(16)
  const bytes = { id, publicKey: Buffer.alloc(32), counter: 0, transports: ['internal'], backedUp: false }
  await insertPasskey.run({ ...bytes, editorId, name, now: clock.now() }, pool)
  return id.toString('base64url')
}

t.test('passkeys are listed, get names, and are removed; mails tell of it', async t => {
  const service = await testService(t)
  await service.work()
  const browser = await signedIn(service, { passwordHash: await hash })
  const id = await addPasskey(service, browser.editor.id)
  t.match((await browser.get('/redaktion/konto')).body, /Passkey: Firefox, Linux/)
  const named = await browser.post(`/redaktion/konto/passkeys/${id}/name`, { name: '  Schlüssel <b>  am Bund ' })
  t.equal(named.statusCode, 303)
  t.match((await browser.get('/redaktion/konto')).body, /Passkey: Schlüssel &lt;b&gt; am Bund/)
  t.equal((await browser.post(`/redaktion/konto/passkeys/${id}/name`, { name: ' ' })).statusCode, 422)
  const removed = await browser.post(`/redaktion/konto/passkeys/${id}/entfernen`)
  t.equal(removed.headers.location, '/redaktion/konto?erledigt=passkeyweg')
  t.match((await browser.get('/redaktion/konto')).body, /Passkeys: keine/)
  const [mail] = await receive(service.catcher, 1)
  t.match(mail?.text, /ein Passkey Ihres Kontos wurde entfernt/)
  const { rows } = await service.pool.query('select action from audit')
  t.same(rows, [{ action: 'account.passkey_removed' }])
})

t.test('the last way into an account cannot be removed', async t => {
  const service = await testService(t)
  const browser = await signedIn(service)
  const [first, second] = [await addPasskey(service, browser.editor.id), await addPasskey(service, browser.editor.id)]
  const remove = async (id: string) => await browser.post(`/redaktion/konto/passkeys/${id}/entfernen`)
  const answers = await Promise.all([remove(first), remove(second)])
  t.same(answers.map(({ statusCode }) => statusCode).sort(), [303, 409], 'of two at once, one stays')
  t.match(answers.find(({ statusCode }) => statusCode === 409)?.body, /letzter Weg ins Konto/)
  const { rows: [{ count }] } = await service.pool.query('select count(*)::int from passkey')
  t.equal(count, 1)
})

t.test('a passkey is added or removed only by somebody who has proved lately who they are', async t => {
  const service = await testService(t)
  const browser = await signedIn(service, { passwordHash: await hash })
  const id = await addPasskey(service, browser.editor.id)
  service.clock.travel({ minutes: 11 })
  for (const path of ['passkey', 'passkey/angebot', `passkeys/${id}/entfernen`]) {
    t.match((await browser.post(`/redaktion/konto/${path}`)).headers.location, /\/redaktion\/konto\/bestaetigen/, path)
  }
  const { rows: [{ count }] } = await service.pool.query('select count(*)::int from passkey')
  t.equal(count, 1)
})

t.test('passkeys of others are out of reach', async t => {
  const service = await testService(t)
  const other = await addEditor(service, { passwordHash: await hash })
  const id = await addPasskey(service, other.id)
  const browser = await signedIn(service, { roles: ['administer'], passwordHash: await hash })
  await browser.post(`/redaktion/konto/passkeys/${id}/entfernen`)
  t.equal((await browser.post(`/redaktion/konto/passkeys/${id}/name`, { name: 'Meiner' })).statusCode, 422)
  const { rows } = await service.pool.query('select name from passkey')
  t.same(rows, [{ name: 'Firefox, Linux' }])
})

t.test('with a password, an account that has a passkey is asked for it', async t => {
  const service = await testService(t)
  const { id, address } = await addEditor(service, { passwordHash: await hash })
  await service.pool.query('update editor set totp_sealed = null, totp_step = null')
  await addPasskey(service, id)
  const browser = deskBrowser(service)
  const begun = await browser.post('/redaktion/anmelden', { address, password: PASSWORD })
  t.match(begun.headers.location, /\/redaktion\/anmelden\/code/)
  const page = (await browser.get('/redaktion/anmelden/code')).body
  t.match(page, /data-passkey="use"/)
  t.match(page, /Ersatzcode/)
  t.notMatch(page, /Authenticator-App/)
  t.equal((await browser.post('/redaktion/zweiter-faktor/passkey/angebot')).statusCode, 409, 'and cannot get another')
})

t.test('what is no answer of a passkey is refused with a page', async t => {
  const service = await testService(t)
  const browser = deskBrowser(service)
  const incomplete = JSON.stringify({ challengeId: 'x', id: 'y', response: {} })
  for (const passkey of ['', 'kein JSON', '{}', incomplete, 'x'.repeat(30_001)]) {
    const answer = await browser.post('/redaktion/anmelden/passkey', { passkey })
    t.ok([400, 422].includes(answer.statusCode), passkey.slice(0, 20))
    t.match(answer.headers['content-type'], /text\/html/)
  }
  t.equal(browser.cookies.size, 0)
})

t.test('requests for passkeys are slowed down for a network of strangers', async t => {
  const service = await testService(t)
  const browser = deskBrowser(service)
  for (let count = 0; count < 50; count++) {
    t.equal((await browser.post('/redaktion/anmelden/passkey/anfrage')).statusCode, 200)
  }
  const refused = await browser.post('/redaktion/anmelden/passkey/anfrage')
  t.equal(refused.statusCode, 429)
  t.equal(refused.headers['retry-after'], '900')
  t.match((await browser.post('/redaktion/anmelden/passkey')).body, /in 15 Minuten noch einmal/)
  service.clock.travel({ minutes: 16 })
  t.equal((await browser.post('/redaktion/anmelden/passkey/anfrage')).statusCode, 200)
})

t.test('what a request says of its host changes nothing about whom passkeys are made for', async t => {
  const service = await testService(t)
  const browser = deskBrowser(service)
  const foreign = { host: 'boese.example', 'x-forwarded-host': 'boese.example' }
  const { options } = (await browser.post('/redaktion/anmelden/passkey/anfrage', {}, foreign)).json()
  t.equal(options.rpId, new URL(service.config.newsletter.publicUrl).hostname)
  t.equal(options.userVerification, 'required')
})
