import { promisify } from 'node:util'
import { brotliCompress, brotliCompressSync, constants, gzip, gzipSync } from 'node:zlib'

export type Encoding = 'br' | 'gzip'

/** Brotli's best quality takes five times as long, and saves 5 KB of a whole page. */
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }

const brotli = promisify(brotliCompress)
const zip = promisify(gzip)

/** A body in every encoding that we send. */
export function compress (plain: Buffer): Readonly<Record<Encoding, Buffer>> {
  return { br: brotliCompressSync(plain, BROTLI), gzip: gzipSync(plain) }
}

/** A body in one encoding. Nothing waits meanwhile: for large bodies. */
export async function compressAs (encoding: Encoding, plain: Buffer): Promise<Buffer> {
  return encoding === 'br' ? await brotli(plain, BROTLI) : await zip(plain)
}

/** Browsers send one of a few headers, so what each means is remembered. */
const REMEMBERED = 100
const chosen = new Map<string, Encoding | null>()

/** The encoding to send, of an Accept-Encoding header; null for none. */
export function chooseEncoding (accept: string | string[] | undefined): Encoding | null {
  if (accept === undefined) return null
  const header = String(accept)
  const known = chosen.get(header)
  if (known !== undefined) return known
  const encoding = readAccepted(header)
  if (chosen.size < REMEMBERED) chosen.set(header, encoding)
  return encoding
}

/**
 * RFC 9110, 12.5.3, as far as it matters here: a coding with weight 0 is refused, br goes first.
 */
function readAccepted (header: string): Encoding | null {
  const offers = header.toLowerCase().split(',').map(offer => offer.replaceAll(' ', ''))
  const takes = (coding: string): boolean =>
    offers.some(offer => offer.split(';')[0] === coding && !/;q=0(\.0*)?$/.test(offer))
  if (takes('br')) return 'br'
  return takes('gzip') ? 'gzip' : null
}
