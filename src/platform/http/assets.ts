import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { FastifyInstance } from 'fastify'
import { memo } from '../memo.js'
import { builtPath, packagePath } from '../package-path.js'
import { chooseEncoding, compressAs, type Encoding } from './encodings.js'

/**
 * The addresses of the style sheets, scripts and pictures that pages refer to, each with the
 * content hash in its path.
 */
export type AssetUrls =
  Readonly<Record<'kern' | 'site' | 'issue' | 'desk' | 'icon' | 'font' | 'deskScript' | 'checkFrame', string>>

interface Asset {
  readonly type: string
  readonly plain: Buffer
  /**
   * What is sent where the reader takes it, made for the first who does; absent for files that are
   * compressed already.
   */
  readonly packed?: (encoding: Encoding) => Promise<Buffer>
}

export interface Assets {
  readonly hash: string
  readonly urls: AssetUrls
  readonly files: ReadonlyMap<string, Asset>
}

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.woff2': 'font/woff2'
}

/** Where the build puts the bundled scripts. They name each other relative to themselves. */
const SCRIPTS = builtPath('desk', 'script')

/** What runs in a frame that belongs to no origin, so that it comes from another one there. */
const CHECK_FRAME = 'script/check-frame.js'

/**
 * All that is ever served below /assets/, beside the parts of the script. site.css names the fonts
 * relative to itself.
 */
const allowed: ReadonlyArray<readonly [name: string, file: string]> = [
  ['kern.css', inKern('kern.min.css')],
  ['fonts/FiraSans-Regular.woff2', inKern('fonts/fira-sans/FiraSans-Regular.woff2')],
  ['fonts/FiraSans-Italic.woff2', inKern('fonts/fira-sans/FiraSans-Italic.woff2')],
  ['fonts/FiraSans-SemiBold.woff2', inKern('fonts/fira-sans/FiraSans-SemiBold.woff2')],
  // Their licence wants to go with them.
  ['fonts/OFL.txt', packagePath('templates', 'assets', 'OFL.txt')],
  ['script/desk.js', join(SCRIPTS, 'desk.js')],
  [CHECK_FRAME, join(SCRIPTS, 'check-frame.js')],
  ['site.css', packagePath('templates', 'assets', 'site.css')],
  ['issue.css', packagePath('templates', 'assets', 'issue.css')],
  ['desk.css', packagePath('templates', 'assets', 'desk.css')],
  ['icon.svg', packagePath('templates', 'assets', 'icon.svg')]
]

/** Reads style sheets, scripts and fonts once. Throws if one of them is missing. */
export function loadAssets (): Assets {
  const scripts = readdirSync(SCRIPTS).filter(name => name.endsWith('.js')).sort()
    .map(name => [`script/${name}`, join(SCRIPTS, name)] as const)
  const files = new Map([...allowed, ...scripts].map(([name, file]) => [name, pack(name, readFileSync(file))]))
  const digest = createHash('sha256')
  for (const [name, asset] of files) digest.update(name).update(asset.plain)
  const hash = digest.digest('base64url').slice(0, 16)
  const at = (name: string): string => `/assets/${hash}/${name}`
  const urls = Object.freeze({
    kern: at('kern.css'),
    site: at('site.css'),
    issue: at('issue.css'),
    desk: at('desk.css'),
    icon: at('icon.svg'),
    font: at('fonts/FiraSans-Regular.woff2'),
    deskScript: at('script/desk.js'),
    checkFrame: at(CHECK_FRAME)
  })
  return Object.freeze({ hash, urls, files })
}

/**
 * Serves the assets from memory at `/assets/<hash>/<name>`, cacheable forever. Under a hash of
 * another release the present file is sent as well, but not kept: while processes are exchanged
 * one by one, a page and its style sheet may come from different ones.
 */
export async function serveAssets (app: FastifyInstance, { assets }: { assets: Assets }): Promise<void> {
  app.get<{ Params: { hash: string, '*': string } }>('/assets/:hash/*', async (request, reply) => {
    const asset = assets.files.get(request.params['*'])
    if (asset === undefined) return reply.callNotFound()
    if (request.params['*'] === CHECK_FRAME) reply.header('cross-origin-resource-policy', 'cross-origin')
    const current = request.params.hash === assets.hash
    reply.type(asset.type).header('cache-control', current ? 'public, max-age=31536000, immutable' : 'no-cache')
    if (asset.packed === undefined) return await reply.send(asset.plain)
    reply.header('vary', 'accept-encoding')
    const encoding = chooseEncoding(request.headers['accept-encoding'])
    if (encoding === null) return await reply.send(asset.plain)
    return await reply.header('content-encoding', encoding).send(await asset.packed(encoding))
  })
}

/**
 * A page with its style sheets within itself, and nothing else of what it links to: for where it
 * may load nothing.
 */
export function inlineStyles ({ files }: Pick<Assets, 'files'>, html: string): string {
  return html.replace(/<link\b[^>]*>/g, link => {
    const [, name = ''] = /\brel="stylesheet" href="[^"]*\/assets\/[^/"]+\/([^"]+)"/.exec(link) ?? []
    const sheet = files.get(name)
    return sheet === undefined ? '' : `<style>${sheet.plain.toString()}</style>`
  })
}

function pack (name: string, plain: Buffer): Asset {
  const type = TYPES[extname(name)]
  if (type === undefined) throw new Error(`${name}: no media type is known for it`)
  if (type === 'font/woff2') return { type, plain }
  return { type, plain, packed: memo(async encoding => await compressAs(encoding, plain)) }
}

function inKern (path: string): string {
  return fileURLToPath(import.meta.resolve(`@kern-ux/native/dist/${path}`))
}
