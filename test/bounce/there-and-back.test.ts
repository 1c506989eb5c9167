import PostalMime from 'postal-mime'
import t from 'tap'
import { planIssue } from '../../src/delivery/plan.js'
import { readProgress } from '../../src/delivery/progress.js'
import { freePort } from '../../src/platform/free-port.js'
import { connectToRelay } from '../../src/platform/smtp/relay-connection.js'
import { readRelayUrl } from '../../src/platform/smtp/relay-url.js'
import { addIssue, addReaders } from '../support/readers.js'
import { testRelay } from '../support/relay.js'
import { testService, until, type TestService } from '../support/service.js'
import { letter, notification } from './act/reports.js'

const DOMAIN = 'rueck.hessen.example'

const storedIn = async ({ pool }: TestService, id: string | undefined): Promise<boolean> =>
  (await pool.query('select 1 from subscriber where id = $1', [id])).rowCount === 1

t.test('an issue goes out, and what comes back of it ends the subscriptions that it is about', async t => {
  const port = await freePort()
  const service = await testService(t, {
    MAIL_BOUNCE_DOMAIN: DOMAIN, MAIL_BOUNCE_LISTEN: `smtp://127.0.0.1:${port}`
  })
  const relay = await testRelay(t)
  const addresses = ['gone@amt.example', 'leaves@amt.example', 'stays@amt.example']
  const ids = await addReaders(service, addresses)
  const issue = await addIssue(service)
  await planIssue({ ...service, batchSize: 10 }, issue)
  const mailer = await service.work(relay.target)
  await until(async () => (await readProgress(service, issue)).finishedAt !== null)

  const mails = new Map(relay.taken.map(mail => [mail.to, mail]))
  const header = async (address: string, name: string): Promise<string> =>
    (await PostalMime.parse(mails.get(address)?.message ?? '')).headers.find(({ key }) => key === name)?.value ?? ''
  const [, box = '', subject = ''] =
    /<mailto:([^?]+)\?subject=([\w-]+)>/.exec(await header('leaves@amt.example', 'list-unsubscribe')) ?? []
  t.equal(box, `abmelden@${DOMAIN}`)

  const target = readRelayUrl(`smtp://127.0.0.1:${port}`)
  const back = await connectToRelay(target, { name: 'mx.amt.example', timeoutMs: 9_000 })
  const send = async (to: string, text: string): Promise<void> => {
    const raw = Buffer.from(text)
    await back.send({ from: '', to, id: '' }, { pieces: [raw], size: raw.length })
  }
  const tag = mails.get('gone@amt.example')?.from ?? ''
  await send(tag, notification({ to: tag, recipient: 'gone@amt.example' }))
  await send(box, letter({ to: box, from: 'other@home.example', subject }))
  await t.rejects(send('eva@elsewhere.example', notification({ to: 'eva@elsewhere.example' })), /recipient 550/)
  back.close()
  t.same(await Promise.all(ids.map(async id => await storedIn(service, id))), [false, false, true])
  await mailer.stop()
  t.equal(relay.taken.length, 3, 'and nothing was answered')
})
t.end()
