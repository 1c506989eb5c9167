import t from 'tap'
import { freePort } from '../../src/platform/free-port.js'
import { testService } from '../support/service.js'

const MAIL_BOUNCE_DOMAIN = 'rueck.hessen.example'

t.test('two mailers on one machine share a listener: the second waits for its turn, and sends', async t => {
  const MAIL_BOUNCE_LISTEN = `lmtp://127.0.0.1:${await freePort()}`
  const service = await testService(t, { MAIL_BOUNCE_DOMAIN, MAIL_BOUNCE_LISTEN })
  const count = (event: string): number => service.lines().filter(line => line.includes(event)).length
  const mailers = [await service.work(), await service.work()]
  t.equal(count('bounce_listener_waits'), 1)
  t.equal(count('mailer_running'), 2)
  const { rows } = await service.pool.query('select name, fault from bounce_door')
  t.same(rows, [{ name: 'listener', fault: null }])
  await Promise.all(mailers.map(async mailer => await mailer.stop()))
})

t.test('a place that cannot be listened at stops the start with one line', async t => {
  const service = await testService(t, { MAIL_BOUNCE_DOMAIN, MAIL_BOUNCE_LISTEN: 'lmtp:///nirgends/x.sock' })
  await t.rejects(service.work(), /^MAIL_BOUNCE_LISTEN: the folder of \/nirgends\/x\.sock is missing$/)
})
t.end()
