import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import fastify, { type FastifyInstance } from 'fastify'
import t, { type Test } from 'tap'
import { sendStoredPage, storePage } from '../../../src/platform/http/stored-page.js'

const HTML = `<!doctype html><title>Grüße</title>${'<p>Absatz</p>'.repeat(100)}`
const ALWAYS = { 'cache-control': 'public, max-age=60', vary: 'accept-encoding', 'x-frame-options': 'DENY' }

async function build (t: Test, html = HTML): Promise<FastifyInstance> {
  const app = fastify()
  const page = storePage(html, { cacheControl: 'public, max-age=60' }, { 'x-frame-options': 'DENY' })
  app.get('/', (request, reply) => sendStoredPage(request, reply, page))
  t.teardown(async () => { await app.close() })
  return app
}

t.test('a page comes compressed as the reader accepts it, each encoding with its own strong validator', async t => {
  const app = await build(t)
  const get = async (accept?: string) =>
    await app.inject({ url: '/', headers: accept === undefined ? {} : { 'accept-encoding': accept } })
  const answers = [await get(), await get('gzip'), await get('gzip, deflate, br, zstd')] as const
  const [plain, gzip, br] = answers
  t.equal(plain.payload, HTML)
  t.equal(gunzipSync(gzip.rawPayload).toString(), HTML)
  t.equal(brotliDecompressSync(br.rawPayload).toString(), HTML)
  t.same(answers.map(({ headers }) => headers['content-encoding']), [undefined, 'gzip', 'br'])
  t.equal(new Set(answers.map(({ headers }) => headers.etag)).size, 3)
  for (const { headers, rawPayload } of answers) {
    t.match(headers.etag, /^"[^"]+"$/)
    t.match(headers, ALWAYS)
    t.equal(headers['content-type'], 'text/html; charset=utf-8')
    t.equal(headers['content-length'], String(rawPayload.length))
  }
})

t.test('who has the page is told so without it, whether they name one validator, a weak one or several', async t => {
  const app = await build(t)
  const { headers: { etag = '' } } = await app.inject({ url: '/', headers: { 'accept-encoding': 'br' } })
  for (const known of [etag, `W/${etag}`, `"x", ${etag}`, `"x",W/${etag} ,"y"`, '*']) {
    for (const method of ['GET', 'HEAD'] as const) {
      const { statusCode, headers, payload } = await app.inject({
        method,
        url: '/',
        headers: { 'accept-encoding': 'br', 'if-none-match': known }
      })
      t.equal(statusCode, 304, `${method} ${known}`)
      t.equal(payload, '')
      t.match(headers, { etag, ...ALWAYS })
      t.equal(headers['content-encoding'], undefined)
      t.equal(headers['content-length'], undefined)
    }
  }
})

t.test('a validator of another page or another encoding gets the page', async t => {
  const app = await build(t)
  const other = await (await build(t, `${HTML} `)).inject('/')
  const { headers: { etag: ofPlain } } = await app.inject('/')
  for (const [known, accept] of [[other.headers.etag, 'identity'], [ofPlain, 'br'], ['x', 'br'], ['', 'br']] as const) {
    const request = { 'if-none-match': known, 'accept-encoding': accept }
    const { statusCode } = await app.inject({ url: '/', headers: request })
    t.equal(statusCode, 200, `${known} ${accept}`)
  }
})

t.test('HEAD tells the length and sends no body', async t => {
  const app = await build(t)
  const { headers, payload } = await app.inject({ method: 'HEAD', url: '/' })
  t.equal(headers['content-length'], String(Buffer.byteLength(HTML)))
  t.equal(payload, '')
})
