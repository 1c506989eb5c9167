import { readFileSync } from 'node:fs'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import fastify, { type FastifyInstance } from 'fastify'
import t, { type Test } from 'tap'
import { loadAssets, serveAssets } from '../../../src/platform/http/assets.js'
import { packagePath } from '../../../src/platform/package-path.js'

const assets = loadAssets()
const kern = text('kern.css')
const site = text('site.css')

function text (name: string): string {
  return assets.files.get(name)?.plain.toString() ?? ''
}

async function build (t: Test): Promise<FastifyInstance> {
  const app = fastify()
  await app.register(serveAssets, { assets })
  t.teardown(async () => { await app.close() })
  return app
}

t.test('every address that pages refer to is answered with its type, and may be kept for ever', async t => {
  const app = await build(t)
  const types = {
    kern: 'text/css; charset=utf-8',
    site: 'text/css; charset=utf-8',
    issue: 'text/css; charset=utf-8',
    icon: 'image/svg+xml; charset=utf-8',
    font: 'font/woff2',
    deskScript: 'text/javascript; charset=utf-8',
    checkFrame: 'text/javascript; charset=utf-8'
  }
  for (const [name, type] of Object.entries(types)) {
    const url = assets.urls[name as keyof typeof types]
    const response = await app.inject({ url })
    t.equal(response.statusCode, 200, url)
    t.equal(response.headers['content-type'], type)
    t.equal(response.headers['cache-control'], 'public, max-age=31536000, immutable')
    t.equal((await app.inject({ method: 'HEAD', url })).statusCode, 200, `HEAD ${url}`)
  }
})

t.test('a style sheet comes compressed as the reader accepts it, a font never', async t => {
  const app = await build(t)
  const get = async (url: string, accept?: string) =>
    await app.inject({ url, headers: accept === undefined ? {} : { 'accept-encoding': accept } })

  const br = await get(assets.urls.kern, 'gzip, deflate, br, zstd')
  t.equal(br.headers['content-encoding'], 'br')
  t.equal(br.headers['vary'], 'accept-encoding')
  t.equal(brotliDecompressSync(br.rawPayload).toString(), kern)
  t.ok(br.rawPayload.length < 40_000, 'KERN in less than 40 KB')

  const gzip = await get(assets.urls.kern, 'br;q=0, GZIP;q=0.5')
  t.equal(gzip.headers['content-encoding'], 'gzip')
  t.equal(gunzipSync(gzip.rawPayload).toString(), kern)

  for (const accept of [undefined, 'identity', 'gzip;q=0, br; q=0.0', 'brotli']) {
    const plain = await get(assets.urls.kern, accept)
    t.equal(plain.headers['content-encoding'], undefined, accept ?? 'no header')
    t.equal(plain.payload, kern)
    t.equal(plain.headers['vary'], 'accept-encoding')
  }
  t.equal((await get(assets.urls.font, 'br')).headers['content-encoding'], undefined)
})

t.test('the fonts\' licence lies beside them, with the copyright that they carry', async t => {
  const response = await (await build(t)).inject({ url: assets.urls.font.replace(/[^/]+$/, 'OFL.txt') })
  t.equal(response.statusCode, 200)
  t.equal(response.headers['content-type'], 'text/plain; charset=utf-8')
  t.match(response.payload, 'The Mozilla Foundation and Telefonica S.A.')
  t.match(response.payload, /SIL OPEN FONT LICENSE Version 1\.1[^]*OTHER DEALINGS IN THE FONT SOFTWARE\.\n$/)
})

t.test('the hash of another release still gets its style, but is not to be kept', async t => {
  const app = await build(t)
  const response = await app.inject({ url: '/assets/0123456789abcdef/site.css' })
  t.equal(response.statusCode, 200)
  t.equal(response.headers['cache-control'], 'no-cache')
})

t.test('nothing but the listed files is served', async t => {
  const app = await build(t)
  for (const name of [
    '', 'kern.min.css', 'layout.liquid', '../layout.liquid', '..%2f..%2fpublisher.yaml',
    '%2e%2e/%2e%2e/package.json', 'fonts/', 'fonts/FiraSans-Thin.woff2', 'constructor', '__proto__',
    'site.css%00'
  ]) {
    const { statusCode } = await app.inject({ url: `/assets/${assets.hash}/${name}` })
    t.ok(statusCode === 404 || statusCode === 400, `${name}: ${statusCode}`)
  }
})

t.test('what the style sheets refer to is served by ourselves', async t => {
  const app = await build(t)
  for (const [name, url] of [
    ['kern.css', assets.urls.kern],
    ['site.css', assets.urls.site],
    ['issue.css', assets.urls.issue]
  ] as const) {
    const css = text(name)
    t.notMatch(css, /@import/, `${name} imports nothing`)
    for (const [, target = ''] of css.matchAll(/url\(["']?([^"')]+)/g)) {
      if (target.startsWith('data:')) continue
      const { pathname, origin } = new URL(target, `http://here${url}`)
      t.equal(origin, 'http://here', target)
      t.equal((await app.inject({ url: pathname })).statusCode, 200, pathname)
    }
  }
  t.match(site, /url\("fonts\/FiraSans-Regular\.woff2"\)/, 'fonts are among it')
})

// Pages carry no script that could set data-kern-theme, so dark mode is KERN's own media query. A
// new version of KERN that drops it, or lets it fall behind the attribute, must not go unseen.
t.test('KERN turns dark by the reader\'s preference alone, exactly as by its attribute', async t => {
  for (const scheme of ['dark', 'light']) {
    const byPreference = declarations(`@media\\s*\\(prefers-color-scheme:\\s*${scheme}\\)\\s*\\{\\s*:root`)
    const byAttribute = declarations(`\\[data-kern-theme=${scheme}\\],\\.kern-${scheme}`)
    t.ok(byPreference.size > 40, `${byPreference.size} colours for ${scheme}`)
    t.same([...byPreference], [...byAttribute])
  }
  const [dark, light] = ['dark', 'light'].map(scheme => (
    declarations(`@media\\s*\\(prefers-color-scheme:\\s*${scheme}\\)\\s*\\{\\s*:root`)
  ))
  for (const token of [
    '--kern-color-layout-text-default',
    '--kern-color-layout-background-default',
    '--kern-color-action-default'
  ]) {
    t.not(dark?.get(token), light?.get(token), token)
  }
})

t.test('our style sheets use only tokens that KERN has', async t => {
  const own = `${site}${text('issue.css')}`
  const used = new Set([...own.matchAll(/var\((--kern-[\w-]+)/g)].map(match => match[1] as string))
  t.ok(used.size > 15)
  t.same([...used].filter(token => !kern.includes(`${token}:`)), [])
})

t.test('templates use only classes that KERN has', async t => {
  const used = new Set<string>()
  for (const name of [
    'shared/page/layout', 'subscription/subscribe', 'subscription/confirm', 'site/error', 'local/mailbox',
    'archive/issue', 'archive/list', 'archive/withdrawn'
  ]) {
    const template = readFileSync(packagePath('templates', `${name}.liquid`), 'utf8')
    for (const [name] of template.matchAll(/kern-[a-z]+(?:(?:__|--|-)[a-z]+)*/g)) used.add(name)
  }
  t.ok(used.size > 10)
  t.same([...used].filter(name => !new RegExp(`\\.${name}(?![\\w-])`).test(kern)), [])
})

/** The custom properties that the first rule with this selector sets. */
function declarations (selector: string): Map<string, string> {
  const body = new RegExp(`(?:^|[}])${selector}\\s*\\{([^{}]*)\\}`).exec(kern)?.[1] ?? ''
  return new Map(
    [...body.matchAll(/(--[\w-]+)\s*:\s*([^;]+)/g)].map(([, name = '', value = '']) => [name, value.trim()])
  )
}
