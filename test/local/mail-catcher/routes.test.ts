import t from 'tap'
import { postForm, testService } from '../../support/service.js'

t.test('the mail catcher shows what it caught, and the mail itself in a sandbox', async t => {
  const service = await testService(t)
  await service.work()
  await postForm(service.app, '/abonnieren', { email: 'anna@beispiel.example' })
  while (service.catcher.mails().length === 0) await new Promise(resolve => setImmediate(resolve))
  t.match((await service.app.inject('/postfach')).body, 'anna@beispiel.example')
  const mail = await service.app.inject('/postfach/1')
  t.match(mail.body, '/bestaetigen/')
  t.match(mail.headers['content-security-policy'], "frame-src 'self'")
  const html = await service.app.inject('/postfach/1/html')
  t.match(html.headers['content-security-policy'], /default-src 'none'.*sandbox/)
  t.equal((await service.app.inject('/postfach/99')).statusCode, 404)
})

t.test('the mail catcher is there for this machine alone, whatever a proxy or a name that leads here says', async t => {
  const { app, lines } = await testService(t, { TRUST_PROXY: 'loopback' })
  const status = async (remoteAddress: string, headers: Record<string, string>): Promise<number> =>
    (await app.inject({ url: '/postfach', remoteAddress, headers })).statusCode
  for (const host of ['localhost', 'localhost:8080', '127.0.0.1:1', '[::1]:8080', 'LOCALHOST']) {
    t.equal(await status('127.0.0.1', { host }), 200, host)
  }
  for (const peer of ['::1', '127.1.2.3', '::ffff:127.0.0.1']) {
    t.equal(await status(peer, { host: 'localhost' }), 200, peer)
  }
  for (const host of [
    'brief.example', 'localhost.brief.example', '127.0.0.1.brief.example', 'localhost:8080.brief.example'
  ]) t.equal(await status('127.0.0.1', { host }), 404, host)
  for (const peer of ['192.0.2.7', '10.0.0.1', '2001:db8::1', '::ffff:192.0.2.7']) {
    t.equal(await status(peer, { host: 'localhost' }), 404, peer)
  }
  t.equal(await status('192.0.2.7', { host: 'localhost', 'x-forwarded-for': '127.0.0.1' }), 404)
  t.equal(await status('127.0.0.1', { host: 'localhost', 'x-forwarded-for': '192.0.2.7' }), 404)
  for (const url of ['/postfach/1', '/postfach/1/html']) {
    t.equal((await app.inject({ url, remoteAddress: '192.0.2.7' })).statusCode, 404)
  }
  t.notOk(lines().some(line => line.includes('FST_ERR_REP_ALREADY_SENT')), 'answered once')
})
