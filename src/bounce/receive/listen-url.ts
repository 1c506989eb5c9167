import { isHost } from '../../platform/http/host.js'
import { decodePart } from '../../platform/server-url.js'

/** Where the listener waits, and for what protocol. */
export interface ListenTarget {
  protocol: 'smtp' | 'lmtp'
  /** A TCP port of an address or a name of this machine, or the file of a socket. */
  at: { host: string, port: number } | { file: string }
  /** Whether a mail is refused before STARTTLS. */
  tlsRequired: boolean
}

/**
 * Reads MAIL_BOUNCE_LISTEN: `smtp://host:port`, `lmtp://host:port`, or `lmtp:///path/to.sock`.
 * Throws an Error of one line.
 */
export function readListenUrl (text: string): ListenTarget {
  const url = URL.canParse(text) ? new URL(text) : null
  const protocol = url?.protocol.slice(0, -1)
  if (url === null || (protocol !== 'smtp' && protocol !== 'lmtp')) {
    throw new Error('is not a place such as smtp://0.0.0.0:25, lmtp://127.0.0.1:2424 or lmtp:///run/brief/bounce.sock')
  }
  if (url.username !== '' || url.password !== '' || url.hash !== '') {
    throw new Error('must name a place only, without a user, a password or a #')
  }
  const tls = url.searchParams.get('tls')
  if (url.search !== '' && (url.searchParams.size > 1 || tls !== 'required')) {
    throw new Error('knows ?tls=required only')
  }
  return { protocol, at: url.hostname === '' ? readFile(url, protocol) : readPort(url), tlsRequired: tls !== null }
}

function readPort ({ hostname, port, pathname }: URL): { host: string, port: number } {
  const host = hostname.replace(/^\[|\]$/g, '')
  if (!isHost(host)) throw new Error('must name an address or a name of this machine, such as 0.0.0.0 or localhost')
  if (port === '' || port === '0') throw new Error('must name a port, as in smtp://0.0.0.0:25')
  if (!['', '/'].includes(pathname)) throw new Error('ends after host and port; a socket is lmtp:///path, with three /')
  return { host, port: Number(port) }
}

/** Linux takes 107 bytes, macOS 103; Node.js cuts what is longer without a word. */
const LONGEST_PATH = 103

function readFile ({ pathname }: URL, protocol: string): { file: string } {
  const file = decodePart(pathname)
  if (protocol !== 'lmtp') throw new Error('must name a host and a port; a socket is for lmtp://')
  if (file.length < 2 || file.endsWith('/') || file.includes('\0')) {
    throw new Error('must name a socket, as in lmtp:///run/brief/bounce.sock')
  }
  if (Buffer.byteLength(file) > LONGEST_PATH) throw new Error(`must name a socket of at most ${LONGEST_PATH} bytes`)
  return { file }
}
