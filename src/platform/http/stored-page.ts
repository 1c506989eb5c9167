import { createHash } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { chooseEncoding, compress } from './encodings.js'

/** A page in one encoding, with all its headers. */
interface Representation {
  readonly etag: string
  readonly headers: Headers
  /** Without a body. */
  readonly headersNotModified: Headers
  /**
   * If it is small, a string of one character a byte: Node.js sends it in one piece with the
   * headers, a buffer in two. If it is large, to copy it twice would cost more.
   */
  readonly body: string | Buffer
}

/** From here on, a buffer is sent faster than a string (`npm run bench -- pages`). */
const LARGE_BYTES = 16_384

/** Names and values by turns, as Node.js takes them without another look. */
type Headers = string[]

/** A page that is the same for everyone, ready to be sent. */
export interface StoredPage {
  readonly status: number
  readonly plain: Representation
  readonly br: Representation
  readonly gzip: Representation
}

/** How a page is stored. */
export interface Storing {
  cacheControl: string
  /** 200 unless given. */
  status?: number
  /** HTML unless given. */
  type?: string
  /** Beside those that every answer of the zone has. */
  more?: Readonly<Record<string, string>>
}

/**
 * Hashes and compresses a page once, so that sending it costs nothing but the sending. `headers`
 * are those that every answer of its zone has.
 */
export function storePage (
  text: string,
  { cacheControl, status = 200, type = 'text/html; charset=utf-8', more = {} }: Storing,
  headers: Readonly<Record<string, string>>
): StoredPage {
  const plain = Buffer.from(text)
  const hash = createHash('sha256').update(plain).digest('base64url').slice(0, 22)
  const represent = (etag: string, body: Buffer, encoding: Record<string, string>): Representation => {
    // RFC 9110, 15.4.5: what a 304 says is what a cache needs.
    const always = { ...headers, ...more, 'cache-control': cacheControl, vary: 'accept-encoding', etag }
    const ofBody = { 'content-type': type, 'content-length': String(body.length), ...encoding }
    return {
      etag,
      headers: Object.entries({ ...always, ...ofBody }).flat(),
      headersNotModified: Object.entries(always).flat(),
      body: body.length > LARGE_BYTES ? body : body.toString('latin1')
    }
  }
  const { br, gzip } = compress(plain)
  // 8.8.3.3: a strong validator differs between the encodings of one page.
  return {
    status,
    plain: represent(`"${hash}"`, plain, {}),
    br: represent(`"${hash}-br"`, br, { 'content-encoding': 'br' }),
    gzip: represent(`"${hash}-gzip"`, gzip, { 'content-encoding': 'gzip' })
  }
}

/**
 * Answers GET and HEAD with a stored page: 304 without a body, where the reader has it already
 * (RFC 9110, 13.2.1: asked of pages that are there alone). The
 * page goes past Fastify, whose way of sending costs as much as all the rest: headers that a hook
 * has set are not sent.
 */
export function sendStoredPage (request: FastifyRequest, reply: FastifyReply, page: StoredPage): void {
  const accepted = request.headers['accept-encoding']
  const known = request.headers['if-none-match']
  const { etag, headers, headersNotModified, body } = page[chooseEncoding(accepted) ?? 'plain']
  reply.hijack()
  const isKnown = known !== undefined && page.status === 200 && matches(known, etag)
  if (isKnown) reply.raw.writeHead(304, headersNotModified).end()
  else reply.raw.writeHead(page.status, headers).end(body, 'latin1')
}

/** RFC 9110, 13.1.2: a list of validators, compared weakly, or `*`. */
function matches (ifNoneMatch: string, etag: string): boolean {
  const known = ifNoneMatch.split(',').map(entry => entry.trim().replace(/^W\//, ''))
  return known.includes(etag) || known.includes('*')
}
