import type { Pool } from 'pg'
import t from 'tap'
import { askForLink } from '../../../src/subscription/own-data/ask-link.js'
import { suppress } from '../../../src/subscription/suppression.js'
import { unsubscribeToken } from '../../../src/subscription/links.js'
import { inTransaction } from '../../../src/platform/database/pool.js'
import { idle, forgetJobs } from '../../support/queue.js'
import { postForm } from '../../support/service.js'
import { mailedPath, DATA_LINK, selfService } from './reading.js'

const service = await selfService(t)
const { app, ask, get, post, clock, keys, pool, mailsTo } = service

/** An answer without what was typed, and without its date. */
const told = ({ statusCode, body, headers }: Awaited<ReturnType<typeof ask>>, address: string) =>
  ({ statusCode, body: body.replaceAll(address, '…'), headers: { ...headers, date: '', 'content-length': '' } })

t.test('a known, a pending, a suppressed and an unknown address get the same answer; the first two a mail', async t => {
  const [known, pending, suppressed, unknown] =
    ['anna', 'berta', 'clara', 'dora'].map(name => `${name}@beispiel.example`) as [string, string, string, string]
  await service.reader(known)
  await postForm(app, '/abonnieren', { email: pending })
  await inTransaction(service.pool, async db =>
    await suppress({ db, keys, clock }, { canonical: suppressed, reason: 'complaint' }))
  await idle(service)
  const answers = []
  for (const address of [known, pending, suppressed, unknown]) {
    const start = performance.now()
    answers.push(told(await ask(address), address))
    t.ok(performance.now() - start >= 99, 'its time tells nothing')
  }
  for (const answer of answers) t.same(answer, answers[0])
  await idle(service)
  t.same([known, pending, suppressed, unknown].map(mailsTo), [1, 2, 0, 0])
})

t.test('for every address the same statements run, and all of them change as much', async t => {
  const address = 'emil@beispiel.example'
  await service.reader(address)
  const counted = async (who: string): Promise<string[]> => {
    const statements: string[] = []
    const client = await pool.connect()
    const query = (asked: string | { text: string }, ...values: unknown[]): unknown => {
      statements.push(typeof asked === 'string' ? asked : asked.text)
      return (client.query as (...all: unknown[]) => unknown).call(client, asked, ...values)
    }
    const counting = { connect: async () => ({ query, release: () => {}, on: () => {}, off: () => {} }) }
    await askForLink({ pool: counting as unknown as Pool, keys, clock, mailsPerMinute: 600 }, who, 'first')
    client.release()
    return statements
  }
  const known = await counted(address)
  t.ok(known.length > 4)
  t.same(await counted('niemand@beispiel.example'), known)
  t.same(await counted(address), known, 'one that was mailed to lately')
  await forgetJobs(service)
})

t.test('a mailbox gets one mail in a quarter of an hour and three a day, apart from those of sign-ups', async t => {
  const address = 'fritz@beispiel.example'
  await service.reader(address)
  await postForm(app, '/abonnieren', { email: address })
  for (const [minutes, mails] of [[0, 2], [14, 2], [2, 3], [20, 4], [20, 4], [60, 4]] as const) {
    clock.travel({ minutes })
    t.equal((await ask(address)).statusCode, 200)
    await idle(service)
    t.equal(mailsTo(address), mails, `after ${minutes} minutes more`)
  }
  clock.travel({ days: 1 })
  await ask(address)
  await idle(service)
  t.equal(mailsTo(address), 5)
})

t.test('ten requests at once are one mail', async t => {
  const address = 'gerda@beispiel.example'
  await service.reader(address)
  await Promise.all(Array.from({ length: 10 }, async () => await ask(address)))
  await idle(service)
  t.equal(mailsTo(address), 1)
})

t.test('a filled honeypot looks like success and does nothing', async t => {
  const address = 'hans@beispiel.example'
  await service.reader(address)
  const robot = told(await ask(address, { website: 'https://spam.example' }), address)
  t.same(robot, told(await ask('niemand@beispiel.example'), 'niemand@beispiel.example'))
  await idle(service)
  t.equal(mailsTo(address), 0)
})

t.test('what is not an address gets a sentence that says what to do, and what was typed stays', async t => {
  for (const [typed, says] of [['', /geben Sie Ihre E-Mail-Adresse ein/], ['anna', /fehlt das @/]] as const) {
    const answer = await ask(typed)
    t.equal(answer.statusCode, 422)
    t.match(answer.body, says)
    t.match(answer.body, `value="${typed}"`)
  }
  t.equal((await post('/meine-daten', { x: '1' })).statusCode, 422)
})

t.test('the link of an issue shows nothing, and mails a link to the stored address alone', async t => {
  const address = 'ida@beispiel.example'
  const id = await service.reader(address)
  const path = `/meine-daten/${unsubscribeToken(keys, { id, issue: 7 })}`
  const page = await get(path)
  t.equal(page.statusCode, 200)
  t.match(page.body, 'Link an meine Adresse schicken')
  for (const more of ['/daten.json', '/loeschen']) t.equal((await get(path + more)).statusCode, 404, more)
  for (const more of ['/adresse', '/loeschen']) {
    t.equal((await post(path + more, { email: 'fremd@beispiel.example' })).statusCode, 404, more)
  }
  const answer = await post(path)
  t.notMatch(page.body + answer.body, /ida@|ida\b/, 'the address is on neither page')
  await idle(service)
  t.equal(mailsTo(address), 1)
  t.match((await get(await mailedPath(service, address, DATA_LINK))).body, address)
  const gone = `/meine-daten/${unsubscribeToken(keys, { id: '00000000-0000-4000-8000-000000000000', issue: 7 })}`
  const start = performance.now()
  t.equal((await post(gone)).body, answer.body, 'that nobody is stored any more is not told')
  t.ok(performance.now() - start >= 99, 'nor by the time of the answer')
  t.same(await service.count('subscriber where address_sealed is null'), 0)
})

t.test('too many requests of a network are refused before anything is looked up', async t => {
  const strict = await selfService(t, { SIGN_UP_NETWORK_LIMIT: '3' })
  for (let count = 0; count < 3; count++) t.equal((await strict.ask(`a${count}@beispiel.example`)).statusCode, 200)
  const refused = await strict.ask('anna@beispiel.example')
  t.equal(refused.statusCode, 429)
  t.match(refused.body, 'Zu viele Anfragen aus einem Netz')
  t.ok(Number(refused.headers['retry-after']) > 0)
  t.equal((await postForm(strict.app, '/abonnieren', { email: 'anna@beispiel.example' })).statusCode, 200)
  t.equal(await strict.count('mail_request'), 4, 'three requests and a sign-up')
})

t.end()
