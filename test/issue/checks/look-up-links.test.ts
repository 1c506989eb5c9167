import type { RequestListener } from 'node:http'
import { join } from 'node:path'
import t from 'tap'
import { lookUpLinks, type LookUpDeps } from '../../../src/issue/checks/look-up-links.js'
import { linkLines } from '../../../src/issue/file/link-lines.js'
import { certificates } from '../../support/certificates.js'
import { internetHere, startSite } from '../../support/foreign-site.js'
import { article, issue } from '../sample.js'

async function conditions (urls: string[], more: Partial<LookUpDeps> = {}): Promise<string[]> {
  const body = urls.map(url => `[Suppe](${url})`).join('\n\n')
  const links = await lookUpLinks({ ...internetHere, ...more }, issue(article({ body })))
  t.same(links.map(({ block, field, href }) => [block, field, href]), urls.map(url => [0, ['body'], url]))
  t.ok(links.every(({ condition, message }) => (condition === 'fine') === (message === null)))
  return links.map(({ condition }) => condition)
}

t.test('what a page answers says how its link is', async t => {
  const { url } = await startSite(t, (request, response) => {
    const [, status = '200'] = /^\/(\d+)/.exec(request.url ?? '') ?? []
    response.writeHead(Number(status)).end()
  })
  const said: Record<string, string> = {
    200: 'fine',
    204: 'fine',
    404: 'broken',
    410: 'broken',
    400: 'broken',
    401: 'not-public',
    403: 'not-public',
    429: 'caution',
    500: 'caution',
    503: 'caution'
  }
  t.same(await conditions(Object.keys(said).map(status => url(`/${status}`))), Object.values(said))
})

t.test('names that nobody has, closed ports and networks of a house are told apart', async t => {
  const { url } = await startSite(t, (_, response) => response.end())
  const closed = await startSite(t, () => {})
  t.same(
    await conditions([url('/', 'fehlt.example'), url('/', 'intern.example'), 'http://10.0.0.1/', url('/')]),
    ['broken', 'not-public', 'not-public', 'fine']
  )
  t.same(closed.requests, [])
})

t.test('redirects are followed, but not into a house and not without end', async t => {
  const targets: Record<string, string> = {
    '/neu': '/ziel',
    '/haus': 'http://intern.example/',
    '/adresse': 'http://192.168.1.1/',
    '/kreis': '/kreis',
    '/datei': 'file:///etc/passwd',
    '/mitglieder': '/sso/login?next=x',
    '/leer': '',
    '/kaputt': 'http://['
  }
  const site = await startSite(t, (request, response) => {
    const path = request.url ?? ''
    if (path === '/fremd') response.writeHead(301, { location: site.url('/', 'fremd.example') }).end()
    else if (path === '/www') response.writeHead(301, { location: site.url('/', 'www.gut.example') }).end()
    else response.writeHead(path in targets ? 302 : 200, path in targets ? { location: targets[path] } : {}).end()
  })
  t.same(
    await conditions(['/neu', '/haus', '/adresse', '/kreis', '/datei', '/mitglieder', '/fremd', '/www', '/kaputt']
      .map(path => site.url(path))),
    ['fine', 'danger', 'danger', 'broken', 'danger', 'not-public', 'caution', 'fine', 'broken']
  )
  t.equal(site.requests.filter(line => line.endsWith('/kreis')).length, 6, 'five redirects are enough')
})

t.test('a certificate for which nobody vouches is a danger, and so is the way out of encryption', async t => {
  const leave: RequestListener = (_, response) => response.writeHead(302, { location: 'http://gut.example/' }).end()
  const forged = await startSite(t, leave, certificates.selfSigned)
  t.same(await conditions([forged.url('/')]), ['danger'])
  t.same(forged.requests, [])
  const good = await startSite(t, leave, certificates.good)
  t.same(await conditions([good.url('/', '127.0.0.1')], { authority: certificates.authority }), ['danger'])
  t.same(good.requests, ['HEAD /'])
})

t.test('a server that answers HEAD carelessly is asked again by GET, of which nothing is read', async t => {
  let sent = 0
  const { url, requests } = await startSite(t, ({ method }, response) => {
    response.writeHead(method === 'HEAD' ? 405 : 200)
    if (method === 'HEAD') {
      response.end()
      return
    }
    const timer = setInterval(() => {
      sent++
      response.write('x'.repeat(100_000))
    }, 1)
    response.on('close', () => clearInterval(timer))
  })
  t.same(await conditions([url('/a')]), ['fine'])
  t.same(requests, ['HEAD /a', 'GET /a'])
  t.ok(sent < 500)
})

t.test('a server that does not answer holds nothing up', async t => {
  const { url } = await startSite(t, () => {})
  t.same(await conditions([url('/a'), url('/b')], { timeout: 50 }), ['caution', 'caution'])
})

t.test('a run ends when its time is over, and tells which links it did not come to', async t => {
  const { url, requests } = await startSite(t, () => {})
  const body = Array.from({ length: 6 }, (_, number) => `[Seite](${url(`/${number}`)})`).join(' ')
  const signal = AbortSignal.timeout(50)
  const links = await lookUpLinks({ ...internetHere, signal }, issue(article({ body })))
  t.same(links.map(({ message }) => /hat die Zeit nicht gereicht/.test(message ?? '')),
    [false, false, false, false, true, true])
  t.equal(requests.length, 4)
})

t.test('an address that stands several times is looked up once, and mail addresses never', async t => {
  const { url, requests } = await startSite(t, (_, response) => response.end())
  const link = { label: 'Suppe', url: url('/suppe') }
  const links = await lookUpLinks(internetHere, issue(
    article({ body: `[Suppe](${link.url}) und [Post](mailto:a@example.org)`, link }),
    { type: 'downloads', files: [{ ...link, type: 'PDF', size: 5_000 }] }
  ))
  t.same(links.map(({ block, field }) => [block, ...field].join('.')), ['0.body', '0.link.url', '1.files.0.url'])
  t.same(requests, ['HEAD /suppe'])
})

t.test('the command line tells how links are, in lines', async t => {
  const { url } = await startSite(t, ({ url }, response) => response.writeHead(url === '/gut' ? 200 : 404).end())
  const body = `[Gut](${url('/gut')}) und [weg](${url('/weg')})`
  const folder = t.testdir({ 'a.json': JSON.stringify(issue(article({ body }))) })
  t.same(await linkLines(internetHere, join(folder, 'a.json')), [
    `Defekt: Block 1 (Artikel): ${url('/weg')} – Die Seite gibt es nicht (mehr).`,
    '2 Links nachgeschlagen, 1 davon in Ordnung.'
  ])
  t.same(await linkLines(internetHere, join(folder, 'b.json')), [], 'the check says what is wrong with the file')
})
