import { isIPv4 } from 'node:net'
import { domainToASCII } from 'node:url'
import { isHost } from '../http/host.js'

/** One relay, and how the connection to it is protected. */
export interface RelayTarget {
  host: string
  port: number
  /**
   * `implicit`: TLS from the first byte. `starttls`: upgraded, or refused. `none`: not encrypted.
   */
  tls: 'implicit' | 'starttls' | 'none'
  /** False only if SMTP_URL asks for it explicitly. */
  verifyCertificate: boolean
  auth: { user: string, pass: string } | null
}

/**
 * Reads SMTP_URL. `smtps://` is TLS from the start, `smtp://` asks for STARTTLS; both check the
 * certificate. Only a relay on loopback is used without TLS by default; `?tls=none` and
 * `?tls=unverified` lower the protection for others. Throws an Error of one line, without the
 * password.
 */
export function readRelayUrl (text: string): RelayTarget {
  const url = URL.canParse(text) ? new URL(text) : null
  if (url === null || !['smtp:', 'smtps:'].includes(url.protocol) || url.hostname === '') {
    throw new Error('is not an address such as smtps://user:password@relay.example.org:465')
  }
  if (url.port === '0') throw new Error('must not name port 0')
  if (!['', '/'].includes(url.pathname) || url.hash !== '') {
    throw new Error('ends after host and port; write / and # in a password as %2F and %23')
  }
  if ((url.username === '') !== (url.password === '')) {
    throw new Error(url.username === '' ? 'has a password but no user' : 'has a user but no password')
  }
  const implicit = url.protocol === 'smtps:'
  const mode = url.searchParams.get('tls')
  if (url.search !== '' && (url.searchParams.size > 1 || (mode !== 'none' && mode !== 'unverified'))) {
    throw new Error('knows ?tls=none and ?tls=unverified only')
  }
  if (mode === 'none' && implicit) throw new Error('cannot be smtps:// and ?tls=none at once')
  // URL decodes and normalises hosts of web schemes only.
  const name = url.hostname.replace(/^\[|\]$/g, '')
  const host = name.includes(':') ? name : domainToASCII(decode(name))
  if (!isHost(host)) throw new Error('must name one relay by its name or address')
  const plain = mode === 'none' || (!implicit && mode === null && isLoopback(host))
  return {
    host,
    port: url.port === '' ? (implicit ? 465 : 587) : Number(url.port),
    tls: implicit ? 'implicit' : plain ? 'none' : 'starttls',
    verifyCertificate: mode !== 'unverified',
    auth: url.username === '' ? null : { user: decode(url.username), pass: decode(url.password) }
  }
}

function decode (text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    throw new Error('has a % that is not part of a %xx; write it as %25')
  }
}

function isLoopback (host: string): boolean {
  return host === 'localhost' || host === '::1' || (isIPv4(host) && host.startsWith('127.'))
}
