import { createHash } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { chooseEncoding, compress } from './encodings.js'

/** A page in one encoding, with all its headers. */
interface Representation {
  readonly etag: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer
}

/** A page that is the same for everyone, ready to be sent. */
export interface StoredPage {
  readonly plain: Representation
  readonly br: Representation
  readonly gzip: Representation
}

/** Hashes and compresses a page once, so that sending it costs nothing but the sending. */
export function storePage (html: string, cacheControl: string): StoredPage {
  const body = Buffer.from(html)
  const common = {
    'cache-control': cacheControl,
    'content-type': 'text/html; charset=utf-8',
    vary: 'accept-encoding'
  }
  const hash = createHash('sha256').update(body).digest('base64url').slice(0, 22)
  // RFC 9110, 8.8.3.3: a strong validator differs between the encodings of one page.
  const represent = (etag: string, body: Buffer, encoding: Record<string, string>): Representation => ({
    etag,
    body,
    headers: { ...common, etag, ...encoding }
  })
  const { br, gzip } = compress(body)
  return {
    plain: represent(`"${hash}"`, body, {}),
    br: represent(`"${hash}-br"`, br, { 'content-encoding': 'br' }),
    gzip: represent(`"${hash}-gzip"`, gzip, { 'content-encoding': 'gzip' })
  }
}

/** Answers GET and HEAD with a stored page: 304 without a body, where the reader has it already. */
export function sendStoredPage (request: FastifyRequest, reply: FastifyReply, page: StoredPage): FastifyReply {
  const { headers } = request
  const { etag, headers: own, body } = page[chooseEncoding(headers['accept-encoding']) ?? 'plain']
  reply.headers(own)
  const known = headers['if-none-match']
  if (known === undefined || !matches(known, etag)) return reply.send(body)
  reply.removeHeader('content-encoding')
  // Fastify tells the length of what HEAD would have sent, and sends nothing.
  return reply.code(304).send(request.method === 'HEAD' ? body : undefined)
}

/** RFC 9110, 13.1.2: a list of validators, compared weakly, or `*`. */
function matches (ifNoneMatch: string, etag: string): boolean {
  const known = ifNoneMatch.split(',').map(entry => entry.trim().replace(/^W\//, ''))
  return known.includes(etag) || known.includes('*')
}
