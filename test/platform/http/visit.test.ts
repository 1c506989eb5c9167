import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import t from 'tap'
import { isPublicAddress, publicInternet, visit, type VisitDeps } from '../../../src/platform/http/visit.js'

const signal = (): AbortSignal => AbortSignal.timeout(20_000)

t.test('addresses of machines, houses and links are not public, however they are written', async t => {
  for (const address of [
    '127.0.0.1', '10.1.2.3', '172.16.0.1', '192.168.1.1', '169.254.169.254', '100.64.0.1', '0.0.0.0', '224.0.0.1',
    '192.0.2.1', '198.18.0.1', '255.255.255.255', '::1', '::', 'fe80::1', 'fc00::1', 'fec0::1', '::ffff:127.0.0.1',
    '::ffff:10.0.0.1', '::127.0.0.1', '64:ff9b::7f00:1', '2002:7f00:1::', '2001:db8::1', '100::1'
  ]) t.notOk(isPublicAddress(address), address)
  for (const address of ['9.9.9.9', '172.32.0.1', '2a00:1450:4001::1']) t.ok(isPublicAddress(address), address)
})

t.test('an address that is written out is judged before anything is sent', async t => {
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(request.url ?? '')
    response.end()
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  t.teardown(() => server.close())
  const { port } = server.address() as AddressInfo
  const ask = async (host: string) =>
    await visit(publicInternet, new URL(`http://${host}:${port}/`), { method: 'GET', signal: signal() })
  const written = ['127.0.0.1', '127.1', '2130706433', '0x7f000001', '0177.0.0.1', '[::ffff:127.0.0.1]', '[::1]', '0']
  for (const host of written) t.same(await ask(host), { ok: false, reason: 'private' }, host)
  t.same(await ask('localhost'), { ok: false, reason: 'private' }, 'and so is what a name stands for')
  t.same(asked, [])
})

t.test('a name with one address that is not public is refused, and ports of other services are', async t => {
  const deps: VisitDeps = {
    lookup: async () => [{ address: '9.9.9.9', family: 4 }, { address: '192.168.0.1', family: 4 }],
    isAllowed: isPublicAddress
  }
  const ask = async (url: string) => await visit(deps, new URL(url), { method: 'HEAD', signal: signal() })
  t.same(await ask('https://zwei.example/'), { ok: false, reason: 'private' })
  t.same(await ask('http://zwei.example:25/'), { ok: false, reason: 'private' })
})
