import { generateKeyPairSync } from 'node:crypto'
import t, { type Test } from 'tap'
import { launchBrowser } from '../support/browser.js'
import { changeAnswer, signAgain, type Answer } from './support/authenticator.js'
import { deskService } from './support/desk-service.js'
import {
  givePassword, heading, joinByPasskey, joinByPassword, press, signInByPasskey, signOut, visitor, type Visitor
} from './support/editors.js'

const browser = await launchBrowser(t)
const WRONG = /Der Passkey hat nicht gepasst/

async function isRefused (t: Test, { page, service }: Visitor, reason: RegExp): Promise<void> {
  await page.getByRole('heading', { name: 'nicht geklappt' }).waitFor()
  t.match(await page.getByRole('alert').first().innerText(), reason)
  await page.goto(`${service.home}/redaktion`)
  t.match(page.url(), /\/redaktion\/anmelden/, 'and nobody is signed in')
}

t.test('a passkey that no account has is refused, and so is another key under a known id', async t => {
  const service = await deskService(t)
  const anna = await visitor(t, browser, service)
  await joinByPasskey(anna, 'anna@amt.example')
  const [known] = await anna.authenticator.credentials()
  if (known === undefined) throw new Error('no passkey')
  const { privateKey } = generateKeyPairSync('ed25519')
  const stranger = { ...known, privateKey: privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64') }

  await anna.authenticator.clear()
  await anna.authenticator.put({ ...stranger, credentialId: Buffer.alloc(32, 1).toString('base64') })
  await signInByPasskey(anna)
  await isRefused(t, anna, WRONG)

  await anna.authenticator.clear()
  await anna.authenticator.put({ ...stranger, signCount: 1_000 })
  await signInByPasskey(anna)
  await isRefused(t, anna, WRONG)

  await anna.authenticator.put(known)
  await signInByPasskey(anna)
  await heading(anna.page, 'Ausgaben')
})

t.test('an answer works once', async t => {
  const service = await deskService(t)
  const anna = await visitor(t, browser, service)
  await joinByPasskey(anna, 'anna@amt.example')
  let sent: Answer | undefined
  await changeAnswer(anna.page, '/anmelden/passkey', answer => { sent = answer; return answer })
  await signInByPasskey(anna)
  await heading(anna.page, 'Ausgaben')
  await signOut(anna.page)

  await changeAnswer(anna.page, '/anmelden/passkey', () => sent)
  await signInByPasskey(anna)
  await isRefused(t, anna, WRONG)

  const [credential] = await anna.authenticator.credentials()
  await changeAnswer(anna.page, '/anmelden/passkey', answer => {
    const { challenge } = JSON.parse(Buffer.from(sent?.response.clientDataJSON ?? '', 'base64url').toString())
    return credential === undefined ? null : signAgain(answer, credential, { clientData: { challenge } })
  })
  await signInByPasskey(anna)
  await isRefused(t, anna, WRONG)
})

t.test('the passkey of another account is not a second factor of this one', async t => {
  const service = await deskService(t)
  const anna = await visitor(t, browser, service)
  await joinByPasskey(anna, 'anna@amt.example')
  const [hers] = await anna.authenticator.credentials()
  await joinByPassword(anna, 'berta@amt.example')
  await givePassword(anna, 'berta@amt.example')
  const id = Buffer.from(hers?.credentialId ?? '', 'base64').toString('base64url')
  await anna.page.route('**/anmelden/code/passkey/anfrage', async route => {
    const response = await route.fetch()
    const { challengeId, options } = await response.json()
    const allowCredentials = [{ id, type: 'public-key' }]
    await route.fulfill({ json: { challengeId, options: { ...options, allowCredentials } } })
  })
  await press(anna.page, 'Mit Passkey anmelden')
  await isRefused(t, anna, WRONG)
})

t.test('an answer to the request of the second step does not sign in alone, nor the other way round', async t => {
  const service = await deskService(t)
  const anna = await visitor(t, browser, service)
  await joinByPassword(anna, 'berta@amt.example')
  await givePassword(anna, 'berta@amt.example')
  let sent: Answer | undefined
  await changeAnswer(anna.page, '/anmelden/code/passkey', answer => { sent = answer; return {} })
  await press(anna.page, 'Mit Passkey anmelden')
  await anna.page.getByRole('heading', { name: 'nicht geklappt' }).waitFor()
  await changeAnswer(anna.page, '/anmelden/passkey', () => sent)
  await signInByPasskey(anna)
  await isRefused(t, anna, WRONG)
})

t.test('a copy of a passkey is found out by its counter, and refused', async t => {
  const service = await deskService(t)
  const anna = await visitor(t, browser, service)
  await joinByPasskey(anna, 'anna@amt.example')
  const [copy] = await anna.authenticator.credentials()
  if (copy === undefined) throw new Error('no passkey')
  await signInByPasskey(anna)
  await heading(anna.page, 'Ausgaben')
  await signOut(anna.page)
  await anna.authenticator.put(copy)
  await signInByPasskey(anna)
  await isRefused(t, anna, /vielleicht eine Kopie/)
  t.ok(service.lines().some(line => line.includes('"event":"passkey_cloned"')), 'operators are told')
  const { rows } = await service.pool.query('select from audit where action = \'account.passkey_cloned\'')
  t.equal(rows.length, 1)
})

t.test('an answer that was given to another website, or without showing who one is, is refused', async t => {
  const service = await deskService(t)
  const anna = await visitor(t, browser, service)
  await joinByPasskey(anna, 'anna@amt.example')
  const [credential] = await anna.authenticator.credentials()
  if (credential === undefined) throw new Error('no passkey')
  const forgeries = [
    { clientData: { origin: 'https://boese.example' } },
    { clientData: { type: 'webauthn.create' } },
    { flags: 0b0001 }
  ]
  for (const forgery of forgeries) {
    await changeAnswer(anna.page, '/anmelden/passkey', answer => signAgain(answer, credential, forgery))
    await signInByPasskey(anna)
    await isRefused(t, anna, WRONG)
  }
  await changeAnswer(anna.page, '/anmelden/passkey', answer => signAgain(answer, credential, {}))
  await signInByPasskey(anna)
  await heading(anna.page, 'Ausgaben')
})

t.test('a disabled account does not open by its passkey', async t => {
  const service = await deskService(t)
  const anna = await visitor(t, browser, service)
  await joinByPasskey(anna, 'anna@amt.example')
  await service.pool.query('update editor set disabled_at = now()')
  await signInByPasskey(anna)
  await isRefused(t, anna, WRONG)
})

t.end()
