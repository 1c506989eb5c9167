import t from 'tap'
import { offerFirstAccount } from '../../../src/editor/invitation/first-account.js'
import { deskBrowser, makeFirstAccount, PASSWORD } from '../../support/desk.js'
import { testService } from '../../support/service.js'

t.test('the first account is made by the link of the first start, which works once', async t => {
  const service = await testService(t)
  const browser = deskBrowser(service)
  const link = await offerFirstAccount(service) ?? ''
  t.equal(await offerFirstAccount(service), link, 'another process offers the same link')
  const { codes } = await makeFirstAccount(service, browser)
  t.equal(codes.length, 10)
  t.match((await browser.get('/redaktion')).body, /Eva Muster/)
  t.equal(await offerFirstAccount(service), null)
  t.equal((await deskBrowser(service).get(link)).statusCode, 410)
  const late = { name: 'X', address: 'x@y.example', password: PASSWORD }
  t.equal((await deskBrowser(service).post(link, late)).statusCode, 410)
})

t.test('of two who use the first link at once, one gets the account', async t => {
  const service = await testService(t)
  const link = await offerFirstAccount(service) ?? ''
  const answers = await Promise.all(['a', 'b'].map(async name =>
    await deskBrowser(service).post(link, { name, address: `${name}@amt.example`, password: PASSWORD })))
  t.same(answers.map(({ statusCode }) => statusCode).sort(), [303, 410])
})

t.test('a link that has expired, was forged or belongs to something else leads nowhere', async t => {
  const service = await testService(t)
  const link = await offerFirstAccount(service) ?? ''
  const forged = link.replace(/.$/, last => last === 'A' ? 'B' : 'A')
  t.equal((await service.app.inject(forged)).statusCode, 410)
  t.equal((await service.app.inject(link.replace('willkommen', 'neues-passwort'))).statusCode, 410)
  service.clock.travel({ hours: 25 })
  t.equal((await service.app.inject(link)).statusCode, 410)
})

t.test('weak passwords and missing fields are named at their field, and the link stays', async t => {
  const service = await testService(t)
  const browser = deskBrowser(service)
  const link = await offerFirstAccount(service) ?? ''
  for (const [form, message] of [
    [{ name: '', address: 'eva@amt.example', password: PASSWORD }, /Bitte geben Sie Ihren Namen ein/],
    [{ name: 'Eva', address: 'eva', password: PASSWORD }, /fehlt das @-Zeichen/],
    [{ name: 'Eva', address: 'eva@amt.example', password: 'kurz' }, /mindestens 8 Zeichen/],
    [{ name: 'Eva', address: 'eva@amt.example', password: 'Password1' }, /Angreifer/],
    [{ name: 'Eva Mustermann', address: 'eva@amt.example', password: 'Mustermann1!' }, /leicht zu erraten/],
    [{ name: 'Eva', address: 'eva@amt.example', password: 'Integrationsbrief2026' }, /leicht zu erraten/]
  ] as const) {
    const answer = await browser.post(link, form)
    t.equal(answer.statusCode, 422)
    t.match(answer.body, message)
    t.match(answer.body, /<title>Fehler: /)
  }
  t.equal((await browser.get(link)).statusCode, 200)
})
