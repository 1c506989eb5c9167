import type { OutgoingHttpHeaders } from 'node:http'
import t from 'tap'
import { readDownload, type ReadDownload } from '../../../src/issue/draft/read-download.js'
import { internetHere, startSite } from '../../support/foreign-site.js'

const read = async (url: string, timeout = 5_000): Promise<ReadDownload> =>
  await readDownload({ ...internetHere, timeout }, url)

const PDF = { 'content-type': 'application/pdf', 'content-length': '1240000' }

const WORD = 'officedocument.wordprocessingml.document'

t.test('type and size are what the server says of the file, which is not loaded', async t => {
  const heads: Record<string, OutgoingHttpHeaders> = {
    '/a': PDF,
    '/b': { 'content-type': `application/vnd.openxmlformats-${WORD}`, 'content-length': 5 },
    '/c': { 'content-type': 'Application/PDF; charset=binary', 'content-length': 5 },
    '/d.ods?x=1': { 'content-type': 'application/octet-stream', 'content-length': 5 },
    '/e.epub': { 'content-length': 5 }
  }
  const { url, requests } = await startSite(t, ({ url = '' }, response) => response.writeHead(200, heads[url]).end())
  const found = await Promise.all(Object.keys(heads).map(async path => await read(url(path))))
  t.same(found, [
    { type: 'PDF', size: 1_240_000, message: null },
    { type: 'DOCX', size: 5, message: null },
    { type: 'PDF', size: 5, message: null },
    { type: 'ODS', size: 5, message: null },
    { type: 'EPUB', size: 5, message: null }
  ])
  t.ok(requests.every(line => line.startsWith('HEAD ')))
})

t.test('a server that says no length, a wrong one, or one of packed bytes is asked for the first byte', async t => {
  const heads: Record<string, OutgoingHttpHeaders> = {
    '/none': { 'content-type': 'application/pdf', 'transfer-encoding': 'chunked' },
    '/zero': { 'content-type': 'application/pdf', 'content-length': '0' },
    '/huge': { 'content-type': 'application/pdf', 'content-length': '99999999999999' },
    '/packed': { ...PDF, 'content-length': '12', 'content-encoding': 'gzip' }
  }
  const { url, requests } = await startSite(t, ({ method, url = '', headers }, response) => {
    if (method === 'HEAD') {
      t.equal(headers['accept-encoding'], 'identity')
      response.writeHead(200, heads[url]).end()
    } else {
      t.equal(headers.range, 'bytes=0-0')
      const range = { 'content-range': 'bytes 0-0/4711', 'content-length': 1 }
      response.writeHead(206, { 'content-type': 'application/pdf', ...range }).end('%')
    }
  })
  const found = { type: 'PDF', size: 4_711, message: null }
  for (const path of Object.keys(heads)) t.same(await read(url(path)), found, path)
  t.equal(requests.length, 8)
})

t.test('a server that refuses HEAD or ranges is understood, and its file is not read', async t => {
  let sent = 0
  const { url } = await startSite(t, ({ method }, response) => {
    if (method === 'HEAD') {
      response.writeHead(405).end()
      return
    }
    response.writeHead(200, { ...PDF, 'content-length': 1e9 })
    const timer = setInterval(() => {
      sent += 100_000
      response.write('x'.repeat(100_000))
    }, 1)
    response.on('close', () => clearInterval(timer))
  })
  t.same(await read(url('/a')), { type: 'PDF', size: 1e9, message: null })
  t.ok(sent < 50_000_000, String(sent))
})

t.test('what a server does not say is left to the editor, in a sentence', async t => {
  const { url } = await startSite(t, ({ url = '', method }, response) => {
    if (url === '/packed') response.writeHead(200, { ...PDF, 'content-encoding': 'gzip' })
    else response.writeHead(200, url === '/bare' ? {} : { 'content-type': 'application/pdf' })
    if (method === 'GET') response.write('x')
    response.end()
  })
  const size = { type: 'PDF', message: /sagt nicht, wie groß sie ist\. Bitte tragen Sie das selbst ein\.$/ }
  for (const path of ['/none', '/packed']) {
    const found = await read(url(path))
    t.match(found, size, path)
    t.notOk('size' in found)
  }
  t.match((await read(url('/bare'))).message, /von welchem Typ sie ist und wie groß sie ist/)
})

t.test('a page of the web is told from a file', async t => {
  const { url } = await startSite(t, (_, response) =>
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-length': 5_000 }).end())
  t.match(await read(url('/a.pdf')), { message: /eine Webseite, keine Datei/ })
})

t.test('redirects are followed, but never into a house', async t => {
  const inside = await startSite(t, (_, response) => response.writeHead(200, PDF).end())
  const { url } = await startSite(t, ({ url: path = '' }, response) => {
    const to: Record<string, string> = {
      '/neu': '/datei',
      '/haus': inside.url('/', 'intern.example'),
      '/adresse': 'http://10.0.0.1/',
      '/kreis': '/kreis',
      '/platte': 'file:///etc/passwd'
    }
    response.writeHead(path in to ? 302 : 200, path in to ? { location: to[path] } : PDF).end()
  })
  t.same(await read(url('/neu')), { type: 'PDF', size: 1_240_000, message: null })
  for (const path of ['/haus', '/adresse']) t.match(await read(url(path)), { message: /nur in einem Hausnetz/ }, path)
  t.match(await read(url('/kreis')), { message: /immer weiter/ })
  t.match(await read(url('/platte')), { message: /nicht zu einer Datei im Web/ })
  t.same(inside.requests, [])
})

t.test('an address that cannot be reached, or answers an error, is told in a German sentence', async t => {
  const { url } = await startSite(t, ({ url: path = '' }, response) => {
    if (path !== '/still') response.writeHead(Number(path.slice(1)), PDF).end()
  })
  const said: Array<[string, RegExp]> = [
    ['', /^Die Adresse ist leer\./],
    ['datei.pdf', /keine vollständige Adresse/],
    ['mailto:a@b.example', /keine Adresse im Web/],
    ['file:///etc/passwd', /nicht erlaubt/],
    ['http://127.0.0.2/', /nur in einem Hausnetz/],
    [url('/200', 'fehlt.example'), /Diesen Namen gibt es im Internet nicht/],
    [url('/404'), /gibt es nicht/],
    [url('/403'), /nicht öffentlich/],
    [url('/503'), /meldet einen Fehler \(503\)/]
  ]
  for (const [address, message] of said) {
    const found = await read(address)
    t.same(Object.keys(found), ['message'], address)
    t.match(found.message, message, address)
  }
  t.match(await read(url('/still'), 100), { message: /antwortet sehr langsam oder gar nicht/ })
})
