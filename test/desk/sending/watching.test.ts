import { request } from 'node:http'
import type { IncomingMessage } from 'node:http'
import t, { type Test } from 'tap'
import { pause, resume } from '../../../src/delivery/control.js'
import { planIssue } from '../../../src/delivery/plan.js'
import { listen } from '../../../src/platform/http/listen.js'
import { approving } from '../approval/approving.js'
import { addEditor, sessionOf } from '../../support/desk.js'
import { addIssue, addReaders, someAddresses } from '../../support/readers.js'
import { testService, until, type TestService } from '../../support/service.js'

interface Told { phase: string, spoken: string, html: string }

/** Somebody who watches: what they were told, and how their connection is. */
interface Watcher {
  response: IncomingMessage
  told: Told[]
  text: () => string
  isOpen: () => boolean
  leave: () => void
}

async function sending (t: Test) {
  const service = await testService(t)
  await addReaders(service, someAddresses(20))
  const number = await addIssue(service)
  await planIssue({ ...service, batchSize: 5 }, number)
  const url = await listen(service.app, { host: '127.0.0.1', port: 0 })
  const { id } = await addEditor(service, { roles: ['write'] })
  const cookie = `__Host-redaktion=${await sessionOf(service, id)}`
  const events = `${url}/redaktion/ausgaben/${number}/verlauf`
  return { ...service, number, url, watch: async () => await watch(t, events, cookie) }
}

async function watch (t: Test, url: string, cookie: string): Promise<Watcher> {
  const asked = request(url, { headers: { cookie } })
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    asked.once('response', resolve).once('error', reject).end()
  })
  let text = ''
  let open = true
  const told: Told[] = []
  response.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk
    told.splice(0, Infinity, ...[...text.matchAll(/^data: (.*)\n\n/gm)].map(([, json = '']) => JSON.parse(json)))
  }).on('error', () => {}).on('close', () => { open = false })
  const leave = (): void => { asked.destroy() }
  t.after(leave)
  return { response, told, text: () => text, isOpen: () => open, leave }
}

const settle = async ({ pool }: TestService, number: number, sent: number): Promise<void> => {
  await pool.query('update delivery set planned = 20 where issue_number = $1', [number])
  await pool.query(`update batch set sent = overlay(no_bits(5) placing '11111' from 1)
    where ordinal < $1 and delivery_id = (select max(id) from delivery)`, [sent / 5])
}

t.test('several watch at once, each is told all there is to show, and a broken connection misses nothing', async t => {
  const service = await sending(t)
  const { number, watch } = service
  const [one, two] = await Promise.all([watch(), watch()])
  t.match(one.response.headers, {
    'content-type': /^text\/event-stream/, 'cache-control': 'no-store, no-transform', 'x-accel-buffering': 'no'
  })
  await until(() => one.told.length > 0 && two.told.length > 0)
  t.match(one.text(), /^retry: 2000\n\n/)
  t.match(one.told[0], { phase: 'sending', spoken: '0 Prozent, im Versand' })
  one.leave()
  await settle(service, number, 10)
  await until(() => two.told.at(-1)?.spoken === '50 Prozent, im Versand')
  const again = await watch()
  await until(() => again.told.length > 0)
  t.match(again.told[0], { spoken: '50 Prozent, im Versand', html: /Versandt<\/dt><dd>10</ })

  await pause(service, number)
  await until(() => [two, again].every(({ told }) => told.at(-1)?.phase === 'paused'))
  await resume(service, number)
  await until(() => [two, again].every(({ told }) => told.at(-1)?.phase === 'sending'))
})

t.test('who waits for the start sees the time pass, a lifted plan, and the start', async t => {
  const service = await approving(t)
  const { clock, eva } = service
  await addReaders(service, someAddresses(2))
  await service.submit()
  await service.approve()
  const plan = async (): Promise<unknown> =>
    await eva.post('/redaktion/ausgaben/1/senden', { wann: 'jetzt', gesehen: '2' })
  await plan()
  const url = await listen(service.app, { host: '127.0.0.1', port: 0 })
  const { id } = await addEditor(service, { roles: ['write'] })
  const cookie = `__Host-redaktion=${await sessionOf(service, id)}`
  const watcher = await watch(t, `${url}/redaktion/ausgaben/1/verlauf`, cookie)
  const isTold = async (phase: string, html: RegExp): Promise<void> => await until(() => {
    const told = watcher.told.at(-1)
    return told?.phase === phase && html.test(told.html)
  })
  await isTold('planned', /Der Versand beginnt in 5 Minuten/)
  clock.travel({ minutes: 4.5 })
  await isTold('planned', /in weniger als einer Minute/)
  await eva.post('/redaktion/ausgaben/1/planung-aufheben')
  await isTold('ready', /^$/)
  await plan()
  await isTold('planned', /in 5 Minuten/)
  clock.travel({ minutes: 5 })
  await service.work()
  await until(() => ['sending', 'over'].includes(watcher.told.at(-1)?.phase ?? ''))
  t.pass()
})

t.test('one account does not take the places of all others, and one that is locked watches no longer', async t => {
  const { watch, number, pool, ...service } = await sending(t)
  const watchers: Watcher[] = []
  for (let each = 0; each < 10; each++) watchers.push(await watch())
  t.equal((await watch()).response.statusCode, 503)
  watchers[0]?.leave()
  await until(async () => {
    const another = await watch()
    another.leave()
    return another.response.statusCode === 200
  })
  await pool.query('update editor set disabled_at = now()')
  await settle({ ...service, pool }, number, 10)
  await until(() => watchers.every(({ isOpen }) => !isOpen()))
  t.notOk(watchers.some(({ told }) => told.some(({ spoken }) => spoken.startsWith('50'))))
})

t.test('a server that ends does not wait for who watches', async t => {
  const { app, watch } = await sending(t)
  const watcher = await watch()
  await until(() => watcher.told.length > 0)
  await app.close()
  await until(() => !watcher.isOpen())
  t.pass()
})

t.test('who is not signed in is told nothing', async t => {
  const { url, number } = await sending(t)
  const answer = await fetch(`${url}/redaktion/ausgaben/${number}/verlauf`, { redirect: 'manual' })
  t.equal(answer.status, 303)
})

t.test('a request that only asks for the head takes up no place of those who watch', async t => {
  const { url, number, watch } = await sending(t)
  const answer = await fetch(`${url}/redaktion/ausgaben/${number}/verlauf`, { method: 'HEAD' })
  t.equal(answer.status, 404)
  const watcher = await watch()
  await until(() => watcher.told.length > 0)
  t.pass()
})
