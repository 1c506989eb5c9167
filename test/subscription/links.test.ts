import t from 'tap'
import { createKeyring, newMasterKey } from '../../src/platform/crypto/keyring.js'
import { confirmToken, readConfirmToken, readUnsubscribeToken, unsubscribeToken } from '../../src/subscription/links.js'
import { linkPath, postForm, receive, testService, until, type TestService } from '../support/service.js'

async function signUp (service: TestService, email: string): Promise<string> {
  await postForm(service.app, '/abonnieren', { email })
  const mails = await receive(
    service.catcher,
    service.catcher.mails().length === 0 ? 1 : service.catcher.mails().length
  )
  return linkPath(mails.find(({ caught }) => caught.to === email), 'bestaetigen')
}

const states = async ({ pool }: TestService): Promise<string[]> =>
  (await pool.query<{ state: string }>('select state from subscriber')).rows.map(({ state }) => state)

async function unsubscribePath ({ pool, keys }: TestService): Promise<string> {
  const { rows: [row] } = await pool.query<{ id: string }>('select id from subscriber')
  return `/abmelden/${unsubscribeToken(keys, { id: row?.id as string, issue: 1 })}`
}

t.test('the link of the mail shows a button, and only pressing it confirms', async t => {
  const service = await testService(t)
  await service.work()
  const link = await signUp(service, 'anna@beispiel.example')
  const page = await service.app.inject(link)
  t.equal(page.statusCode, 200)
  t.match(page.body, '<form')
  t.match(page.body, `action="${link}"`)
  t.notMatch(page.body, /<script|http-equiv="refresh"/i)
  t.equal(page.headers['cache-control'], 'no-store')
  t.equal(page.headers['referrer-policy'], 'no-referrer')
  t.same(await states(service), ['pending'])
  const confirmed = await postForm(service.app, link)
  t.equal(confirmed.statusCode, 200)
  t.match(confirmed.body, 'Ihre Anmeldung ist bestätigt')
  t.same(await states(service), ['active'])
})

t.test('a scanner that opens every link a hundred times by GET and HEAD changes nothing', async t => {
  const service = await testService(t)
  await service.work()
  const confirmLink = await signUp(service, 'anna@beispiel.example')
  const leaveLink = await unsubscribePath(service)
  const dump = async (): Promise<string> => JSON.stringify((await service.pool.query('select * from subscriber')).rows)
  // The mail's having been sent is noted a moment after it has arrived.
  await until(
    async () => (await service.pool.query('select from subscriber where mail_sent_at is null')).rowCount === 0
  )
  const before = await dump()
  for (const url of [confirmLink, leaveLink, '/abonnieren']) {
    for (let time = 0; time < 100; time++) {
      t.equal((await service.app.inject({ method: time % 2 === 0 ? 'GET' : 'HEAD', url })).statusCode, 200)
    }
  }
  t.equal(await dump(), before)
})

t.test('confirming again shows a friendly page, also when the link has expired', async t => {
  const service = await testService(t)
  await service.work()
  const link = await signUp(service, 'anna@beispiel.example')
  await postForm(service.app, link)
  for (const days of [0, 30]) {
    service.clock.travel({ days })
    const again = await postForm(service.app, link)
    t.equal(again.statusCode, 200)
    t.match(again.body, 'Sie sind schon dabei')
  }
})

t.test('an expired link confirms nobody and says how to go on', async t => {
  const service = await testService(t, { CONFIRM_TTL: 'PT2H' })
  await service.work()
  const link = await signUp(service, 'anna@beispiel.example')
  service.clock.travel({ hours: 2 })
  for (const answer of [await service.app.inject(link), await postForm(service.app, link)]) {
    t.equal(answer.statusCode, 410)
    t.match(answer.body, 'abgelaufen')
    t.match(answer.body, 'href="/abonnieren"')
  }
  t.same(await states(service), ['pending'])
})

t.test('the link of a sign-up that was erased says so', async t => {
  const service = await testService(t)
  await service.work()
  const link = await signUp(service, 'anna@beispiel.example')
  await postForm(service.app, await unsubscribePath(service))
  const answer = await postForm(service.app, link)
  t.equal(answer.statusCode, 410)
  t.match(answer.body, 'gibt es nicht mehr')
})

t.test('a forged, cut, expired or foreign token gets a page that helps, and changes nothing', async t => {
  const service = await testService(t)
  await service.work()
  const link = await signUp(service, 'anna@beispiel.example')
  const leave = await unsubscribePath(service)
  const forged = confirmToken(createKeyring([newMasterKey()]), {
    id: '00000000-0000-4000-8000-000000000000',
    expiresAt: new Date(4e12)
  })
  const answers = []
  for (const path of [
    `/bestaetigen/${forged}`,
    link.slice(0, -1),
    `${link}x`,
    leave.replace('abmelden', 'bestaetigen'),
    link.replace('bestaetigen', 'abmelden'),
    '/bestaetigen/x',
    '/abmelden/%22%3E%3Cscript%3E',
    `/abmelden/${'A'.repeat(290)}`
  ]) {
    answers.push(await service.app.inject(path), await postForm(service.app, path))
  }
  for (const answer of answers) {
    t.equal(answer.statusCode, 404)
    t.equal(answer.body, answers[0]?.body)
    t.match(answer.body, 'Dieser Link funktioniert leider nicht')
  }
  t.same(await states(service), ['pending'])
})

t.test('one-click unsubscribing follows RFC 8058, as either kind of form, any number of times', async t => {
  const boundary = 'grenze'
  const bodies: Array<[type: string | undefined, payload: string]> = [
    ['application/x-www-form-urlencoded', 'List-Unsubscribe=One-Click'],
    [
      `multipart/form-data; boundary=${boundary}`,
      `--${boundary}\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--${boundary}--\r\n`
    ],
    ['text/plain', 'List-Unsubscribe=One-Click'],
    [undefined, '']
  ]
  for (const [type, payload] of bodies) {
    const service = await testService(t)
    await service.work()
    await postForm(service.app, await signUp(service, 'anna@beispiel.example'))
    const url = await unsubscribePath(service)
    for (let time = 0; time < 2; time++) {
      const answer = await service.app.inject({
        method: 'POST',
        url,
        payload,
        headers: type === undefined ? {} : { 'content-type': type }
      })
      t.equal(answer.statusCode, 200, `${type}, time ${time + 1}`)
      t.equal(answer.headers.location, undefined)
      t.equal(answer.headers['set-cookie'], undefined)
      t.same(await states(service), [])
    }
  }
})

t.test('an unsubscribe link shows a button, and stays valid and friendly for ever', async t => {
  const service = await testService(t)
  await service.work()
  await postForm(service.app, await signUp(service, 'anna@beispiel.example'))
  const link = await unsubscribePath(service)
  t.match((await service.app.inject(link)).body, `action="${link}"`)
  t.notMatch((await service.app.inject(link)).body, 'anna', 'the page shows no address: links are forwarded')
  const left = await postForm(service.app, link)
  t.match(left.body, 'Sie sind abgemeldet')
  service.clock.travel({ days: 20_000 })
  t.equal((await service.app.inject(link)).statusCode, 200)
  t.equal((await postForm(service.app, link)).statusCode, 200)
})

t.test('the link of an ended subscription says so, and does not claim to have ended the next one', async t => {
  const service = await testService(t)
  await service.work()
  await postForm(service.app, await signUp(service, 'anna@beispiel.example'))
  const old = await unsubscribePath(service)
  await postForm(service.app, old)
  service.clock.travel({ minutes: 15 })
  await postForm(service.app, '/abonnieren', { email: 'anna@beispiel.example' })
  const [, again] = await receive(service.catcher, 2)
  await postForm(service.app, linkPath(again, 'bestaetigen'))
  const shown = await service.app.inject(old)
  const pressed = [await postForm(service.app, old), await postForm(service.app, old)]
  for (const answer of [shown, ...pressed]) {
    t.equal(answer.statusCode, 200)
    t.match(answer.body, 'zu diesem Link nichts mehr gespeichert')
    t.match(answer.body, 'das dieser Link nicht beenden kann')
    t.notMatch(answer.body, /<form|Sie sind abgemeldet|ist bei uns gelöscht/)
  }
  t.same(await states(service), ['active'])
  t.match((await postForm(service.app, await unsubscribePath(service))).body, 'Sie sind abgemeldet')
  t.same(await states(service), [])
})

t.test('who left may come back, as someone new', async t => {
  const service = await testService(t)
  await service.work()
  await postForm(service.app, await signUp(service, 'anna@beispiel.example'))
  const { rows: [before] } = await service.pool.query('select id from subscriber')
  await postForm(service.app, await unsubscribePath(service))
  service.clock.travel({ minutes: 15 })
  await postForm(service.app, '/abonnieren', { email: 'anna@beispiel.example' })
  const [, again] = await receive(service.catcher, 2)
  await postForm(service.app, linkPath(again, 'bestaetigen'))
  const { rows: [after] } = await service.pool.query('select id, state from subscriber')
  t.equal(after.state, 'active')
  t.not(after.id, before.id)
})

t.test('links from mails that were sent long ago keep their meaning', async t => {
  const old = createKeyring([{ version: 7, secret: Buffer.alloc(32, 7) }])
  const id = 'f3b1a4a0-52b7-4c5e-9a51-0d6f4bb9c7aa'
  const confirmLink = 'BwHzsaSgUrdMXppRDW9Luceqa0nSAIIL7ciOetEqeBwVetFV4dQ'
  const unsubscribeLink = 'BwLzsaSgUrdMXppRDW9LuceqAAAADE160eSg9i801rUMC3FJ5Ko'
  t.same(readConfirmToken(old, confirmLink), { id, expiresAt: new Date(1_800_000_000_000) })
  t.same(readUnsubscribeToken(old, unsubscribeLink), { id, issue: 12 })
  t.equal(readConfirmToken(old, unsubscribeLink), null)
  t.equal(confirmToken(old, { id, expiresAt: new Date(1_800_000_000_999) }), confirmLink, 'made as ever')
})
