import t from 'tap'
import { postForm, receive, testService, type TestService } from '../support/service.js'

const count = async ({ pool }: TestService, table: string): Promise<number> =>
  (await pool.query<{ count: number }>(`select count(*)::int as count from ${table}`)).rows[0]?.count as number

const signUp = async ({ app }: TestService, email: string, fields = {}, headers = {}) =>
  await postForm(app, '/abonnieren', { email, website: '', ...fields }, headers)

t.test('what is not an address is answered by the form, in German, tied to its field, and stores nothing', async t => {
  const service = await testService(t)
  const cases: Array<[string, RegExp]> = [
    ['', /geben Sie Ihre E-Mail-Adresse ein/], ['anna', /fehlt das @-Zeichen/], ['anna@beispiel', /nach dem @-Zeichen/],
    [`${'x'.repeat(290)}@beispiel.example`, /zu lang/],
    ['anna@beispiel.example\r\nBcc: berta@beispiel.example', /unsichtbare Zeichen/],
    ['an\u0000na\u202e@beispiel.example', /value="an\ufffdna\ufffd@beispiel\.example"/],
    ['anna@beispiel.example, berta@beispiel.example', /genau eine/],
    ['"><script>alert(1)</script>@beispiel.example', /vor dem @-Zeichen|ohne Leerzeichen/]
  ]
  for (const [email, message] of cases) {
    const answer = await signUp(service, email)
    t.equal(answer.statusCode, 422)
    t.match(answer.body, message)
    t.match(answer.body, /<title>Fehler: /)
    t.match(answer.body, /aria-invalid="true" aria-describedby="email-error/)
    t.match(answer.body, /id="email-error"/)
    t.notMatch(answer.body, '<script')
    // eslint-disable-next-line no-control-regex
    t.notMatch(answer.body, /[\u0000-\u0008\u000b-\u001f\u202e]/, 'no control character comes back')
  }
  t.equal(await count(service, 'subscriber'), 0)
})

t.test('rare but valid addresses are accepted, and domains are kept in A-labels', async t => {
  const service = await testService(t)
  await service.work()
  for (const email of ['anna+wir@beispiel.example', 'anna@straße.example', "o'brien@beispiel.example"]) {
    t.equal((await signUp(service, email)).statusCode, 200)
  }
  await receive(service.catcher, 3)
  t.same(service.catcher.mails().map(({ to }) => to).sort(), [
    'anna+wir@beispiel.example',
    'anna@xn--strae-oqa.example',
    "o'brien@beispiel.example"
  ])
})

t.test('an address that was copied with what stood around it is read', async t => {
  const service = await testService(t)
  await service.work()
  for (
    const email of ['Max Mustermann <max@beispiel.example>', '<moritz@beispiel.example>', '"anna@beispiel.example",']
  ) t.equal((await signUp(service, email)).statusCode, 200)
  await receive(service.catcher, 3)
  t.same(service.catcher.mails().map(({ to }) => to).sort(), [
    'anna@beispiel.example',
    'max@beispiel.example',
    'moritz@beispiel.example'
  ])
})

t.test('a form in Latin-1 is read as one in UTF-8 is', async t => {
  const service = await testService(t)
  const post = async (payload: Buffer) =>
    await service.app.inject({
      method: 'POST',
      url: '/abonnieren',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload
    })
  for (const payload of [
    'email=m%FCller%40stra%DFe.example',
    'email=m%C3%BCller@stra%C3%9Fe.example',
    'email=m\u00fcller@stra%C3%9Fe.example'
  ]) {
    t.match((await post(Buffer.from(payload))).body, '<bdi>müller@straße.example</bdi>', payload)
  }
  t.match(
    (await post(Buffer.from('email=m\u00fcller%40stra\u00dfe.example', 'latin1'))).body,
    '<bdi>müller@straße.example</bdi>'
  )
  t.equal(await count(service, 'subscriber'), 1)
})

t.test('an address that no mail can reach over the internet is refused in production only', async t => {
  const service = await testService(t, { SIGN_UP_NETWORK_LIMIT: '1000' }, { production: true })
  for (const domain of [
    'beispiel.example', 'example.com', 'www.example.org', 'firma.local', 'x.test', 'x.invalid', 'x.localhost',
    'abc.onion', '1.168.192.in-addr.arpa', 'mein.home.arpa', 'firma.internal', 'x.alt', 'MÜLLER.Example'
  ]) {
    const answer = await signUp(service, `anna@${domain}`)
    t.equal(answer.statusCode, 422, domain)
    t.match(answer.body, 'gibt es im Internet keine Postfächer')
  }
  for (const domain of ['beispiel.de', 'example.de', 'myexample.com', 'local.de', 'test.de']) {
    t.equal((await signUp(service, `anna@${domain}`)).statusCode, 200, domain)
  }
})

t.test('the answer shows the address, so that a slip is seen, and the domain that was likely meant', async t => {
  const service = await testService(t)
  const slip = await signUp(service, '"Anna" <Anna@Gmial.com>')
  t.match(slip.body, '<bdi>Anna@gmial.com</bdi>')
  t.match(slip.body, 'Meinten Sie vielleicht <strong><bdi>Anna@gmail.com</bdi>')
  const plain = await signUp(service, 'o\'brien&b@beispiel.example')
  t.match(plain.body, '<bdi>o&#39;brien&amp;b@beispiel.example</bdi>')
  t.notMatch(plain.body, 'Meinten Sie')
  const corrected = await postForm(service.app, '/abonnieren', { email: 'Anna@gmail.com', correct: '1' })
  t.equal(corrected.statusCode, 200)
  t.match(corrected.body, 'value="Anna@gmail.com"')
  t.match(corrected.body, 'Ihre Einwilligung', 'what is agreed to stands beside the button that signs up')
  t.equal(await count(service, 'subscriber'), 2, 'to correct signs nobody up')
})
