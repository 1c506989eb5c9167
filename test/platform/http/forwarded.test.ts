import type { FastifyInstance } from 'fastify'
import t, { type Test } from 'tap'
import { networkPrefix, readIp } from '../../../src/platform/http/network-prefix.js'
import { testLog } from '../../support/log.js'
import { siteServer } from '../../support/site.js'

const written: Array<[text: string, ip: string | null]> = [
  ['192.0.2.1', '192.0.2.1'],
  [' 192.0.2.1:4711 ', '192.0.2.1'],
  ['[192.0.2.1]:4711', '192.0.2.1'],
  ['2001:db8::1', '2001:db8::1'],
  ['2001:0DB8:0:0:0:0:0:1', '2001:db8::1'],
  ['[2001:db8::1]', '2001:db8::1'],
  ['[2001:db8::1]:4711', '2001:db8::1'],
  ['"[2001:db8::1]:4711"', '2001:db8::1'],
  ['fe80::1%eth0', 'fe80::1'],
  ['[fe80::1%eth0]:4711', 'fe80::1'],
  ['::ffff:192.0.2.1', '192.0.2.1'],
  ['::FFFF:C000:0201', '192.0.2.1'],
  ['[::ffff:192.0.2.1]:4711', '192.0.2.1'],
  ['::1', '::1'],
  ['', null], ['unknown', null], ['_hidden', null], ['999.1.1.1', null], ['010.0.0.1', null], ['1.2.3', null],
  ['2001:db8::1::2', null], ['[2001:db8::1', null], ['192.0.2.1:80:90', null], ['192.0.2.1 evil', null]
]

for (const [text, ip] of written) {
  t.test(`${JSON.stringify(text)} is ${ip ?? 'no address'}`, async t => t.equal(readIp(text), ip))
}

t.test('a network is a /24 or a /48, however the address is written', async t => {
  for (const ip of ['192.0.2.1', '192.0.2.200', '192.0.2.9:80', '::ffff:192.0.2.1', '::ffff:c000:205']) {
    t.equal(networkPrefix(ip), '192.0.2', ip)
  }
  for (const ip of ['2001:db8:1::1', '2001:db8:1:ffff::', '[2001:0db8:0001::2]:80']) {
    t.equal(networkPrefix(ip), '2001:db8:1', ip)
  }
  for (const ip of ['2001:db8::1', '2001:db8::']) t.equal(networkPrefix(ip), '2001:db8:0', ip)
  t.equal(networkPrefix('::1'), '0:0:0')
  t.equal(networkPrefix('fe80::1%eth0'), 'fe80:0:0')
})

/** A proxy at 10.0.0.1, and what it says; the address that the request then counts as. */
const requests: Array<[forwarded: string, ip: string]> = [
  ['192.0.2.1', '192.0.2.1'],
  ['192.0.2.1:4711', '192.0.2.1'],
  ['[2001:db8::1]:4711', '2001:db8::1'],
  ['203.0.113.9, 192.0.2.1', '192.0.2.1'],
  ['192.0.2.1, 10.0.0.2:4711', '192.0.2.1'],
  ['192.0.2.1, [::ffff:10.0.0.2]:4711', '192.0.2.1'],
  ['unknown', '10.0.0.1'],
  ['unknown, 192.0.2.1', '192.0.2.1'],
  ['192.0.2.1, unknown', '10.0.0.1'],
  ['192.0.2.1, unknown, 10.0.0.2', '10.0.0.2'],
  ['', '10.0.0.1'], [' , ,', '10.0.0.1']
]

for (const [forwarded, ip] of requests) {
  t.test(`from a proxy that says ${JSON.stringify(forwarded)}, a request counts as one of ${ip}`, async t => {
    const { app } = await serve(t, '10.0.0.0/8')
    t.equal((await ask(app, { 'x-forwarded-for': forwarded })).body, ip)
  })
}

t.test('whoever is not named in TRUST_PROXY is not believed', async t => {
  for (const trustProxy of [undefined, '10.9.9.9']) {
    const { app } = await serve(t, trustProxy)
    t.equal((await ask(app, { 'x-forwarded-for': '192.0.2.1' })).body, '10.0.0.1')
  }
})

t.test('a proxy that TRUST_PROXY does not name is warned of once, without an address', async t => {
  for (const trustProxy of [undefined, '10.9.9.9']) {
    for (const name of ['x-forwarded-for', 'forwarded']) {
      const { app, warnings } = await serve(t, trustProxy)
      await ask(app, {})
      t.same(warnings(), [], 'no proxy, no warning')
      for (let i = 0; i < 3; i++) await ask(app, { [name]: 'for=192.0.2.1' })
      t.match(warnings(), [{ event: 'proxy_not_trusted', level: 'warn', msg: /TRUST_PROXY/ }])
      t.equal(warnings().length, 1)
      t.notMatch(JSON.stringify(warnings()), /192\.0\.2|10\.0\.0/)
    }
  }
})

t.test('a proxy that TRUST_PROXY names is not warned of', async t => {
  const { app, warnings } = await serve(t, '10.0.0.1')
  await ask(app, { 'x-forwarded-for': '192.0.2.1:4711' })
  t.same(warnings(), [])
})

async function serve (
  t: Test, trustProxy: string | undefined
): Promise<{ app: FastifyInstance, warnings: () => unknown[] }> {
  const { log, lines } = testLog(t)
  const app = await siteServer({ log, trustProxy })
  app.get('/', async request => request.ip)
  t.after(async () => await app.close())
  return {
    app,
    warnings: () => lines().map(line => JSON.parse(line) as { level: string }).filter(({ level }) => level === 'warn')
  }
}

async function ask (app: FastifyInstance, headers: Record<string, string>) {
  return await app.inject({ url: '/', remoteAddress: '10.0.0.1', headers })
}
