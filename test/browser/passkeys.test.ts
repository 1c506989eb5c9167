import t from 'tap'
import { offerFirstAccount } from '../../src/editor/invitation/first-account.js'
import { launchBrowser } from '../support/browser.js'
import { deskService } from './support/desk-service.js'
import {
  givePassword, heading, joinByPasskey, joinByPassword, press, signInByPasskey, signOut, visitor
} from './support/editors.js'

const browser = await launchBrowser(t)

t.test('from the first link to a passkey, and back by the passkey alone', async t => {
  const service = await deskService(t)
  const { page, authenticator } = await visitor(t, browser, service)
  await page.goto(`${service.home}${await offerFirstAccount(service) ?? ''}`)
  await press(page, 'Passkey einrichten')
  await page.getByRole('heading', { name: 'Bitte prüfen Sie Ihre Eingaben' }).waitFor()
  t.same(await authenticator.credentials(), [], 'no passkey is made before the form is right')
  await page.getByLabel('Ihr Name').fill('Anna Beispiel')
  await page.getByLabel('Ihre E-Mail-Adresse').fill('anna@amt.example')
  await press(page, 'Passkey einrichten')
  await heading(page, 'Ihre Ersatzcodes')
  t.equal(await page.locator('.codes li').count(), 10)
  await page.getByRole('link', { name: 'Ich habe sie aufbewahrt' }).click()
  await heading(page, 'Ausgaben')
  await signOut(page)
  await signInByPasskey({ page, authenticator, service })
  await heading(page, 'Ausgaben')
  t.ok(await page.getByRole('link', { name: 'Konten' }).isVisible(), 'the first account administers')

  const { rows: [account] } = await service.pool.query('select id, password_hash from editor')
  t.equal(account.password_hash, null, 'there is no password')
  const [credential] = await authenticator.credentials()
  t.equal(credential?.userHandle, Buffer.from(account.id.replaceAll('-', ''), 'hex').toString('base64'),
    'the authenticator keeps the id of the account and nothing of the person')
  const { rows } = await service.pool.query('select actor = $1 as own, action from audit order by number', [account.id])
  t.same(rows.map(({ own, action }) => own === true ? action : 'another'),
    ['account.passkey_added', 'account.joined'])
})

t.test('with a password, a passkey is the second factor', async t => {
  const service = await deskService(t)
  const anna = await visitor(t, browser, service)
  await joinByPassword(anna, 'berta@amt.example')
  await givePassword(anna, 'berta@amt.example')
  await anna.page.goto(`${service.home}/redaktion`)
  t.match(anna.page.url(), /anmelden/, 'the password alone opens nothing')
  await givePassword(anna, 'berta@amt.example')
  await press(anna.page, 'Mit Passkey anmelden')
  await heading(anna.page, 'Ausgaben')
})

t.test('somebody who is signed in adds a passkey, and proves by one who they are', async t => {
  const service = await deskService(t)
  const anna = await visitor(t, browser, service)
  await joinByPasskey(anna, 'anna@amt.example')
  await signInByPasskey(anna)
  await heading(anna.page, 'Ausgaben')
  const [first] = await anna.authenticator.credentials()
  service.clock.travel({ minutes: 11 })
  await anna.page.goto(`${service.home}/redaktion/konto/passkey`)
  await heading(anna.page, 'Bitte bestätigen Sie, dass Sie es sind')
  await press(anna.page, 'Mit Passkey bestätigen')
  await heading(anna.page, 'Passkey einrichten')
  await press(anna.page, 'Passkey einrichten')
  await anna.page.getByText('Auf diesem Gerät gibt es schon einen Passkey').waitFor()
  await anna.authenticator.clear()
  await press(anna.page, 'Passkey einrichten')
  await heading(anna.page, 'Ihr Konto')
  const added = await anna.authenticator.credentials()
  t.equal(added.length, 1)
  t.not(added[0]?.credentialId, first?.credentialId)
  t.equal(await anna.page.getByText('Passkey: ').count(), 2)
})

t.test('who breaks off is told beside the button, and can go on', async t => {
  const service = await deskService(t)
  const anna = await visitor(t, browser, service)
  await joinByPasskey(anna, 'anna@amt.example')
  const [known] = await anna.authenticator.credentials()
  if (known === undefined) throw new Error('no passkey')
  await anna.authenticator.clear()
  await signInByPasskey(anna)
  await anna.page.getByText('Das hat nicht geklappt, oder Sie haben abgebrochen.').waitFor()
  t.match(anna.page.url(), /\/redaktion\/anmelden$/)
  await anna.authenticator.put(known)
  await press(anna.page, 'Mit Passkey anmelden')
  await heading(anna.page, 'Ausgaben')
})

t.test('without script, or in a browser that knows no passkeys, their buttons are not there', async t => {
  const { home } = await deskService(t)
  for (const options of [{ javaScriptEnabled: false }, { javaScriptEnabled: true }]) {
    const context = await browser.newContext(options)
    t.after(async () => await context.close())
    const page = await context.newPage()
    await page.addInitScript('delete globalThis.PublicKeyCredential')
    await page.goto(`${home}/redaktion/anmelden`, { waitUntil: 'networkidle' })
    t.notOk(await page.getByRole('button', { name: 'Mit Passkey anmelden' }).isVisible())
    t.ok(await page.getByRole('button', { name: 'Anmelden', exact: true }).isVisible())
  }
})

t.end()
