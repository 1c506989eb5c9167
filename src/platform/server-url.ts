import { isIPv4 } from 'node:net'
import { domainToASCII } from 'node:url'
import { isHost } from './http/host.js'

/** A server that mail goes to or comes from, and how the connection to it is protected. */
export interface ServerTarget {
  host: string
  port: number
  /**
   * `implicit`: TLS from the first byte. `starttls`: upgraded, or refused. `none`: not encrypted.
   */
  tls: 'implicit' | 'starttls' | 'none'
  /** False only if the address asks for it explicitly. */
  verifyCertificate: boolean
  auth: { user: string, pass: string } | null
}

/** How the addresses of a protocol are written. */
export interface UrlForm {
  /** The scheme that asks for STARTTLS; with an `s` behind it, TLS is there from the start. */
  scheme: 'smtp' | 'imap'
  /** Ports where the address names none. */
  ports: { starttls: number, implicit: number }
  example: string
}

/**
 * Reads the address of a server. With the `s` of its scheme it is TLS from the start, without it
 * asks for STARTTLS; both check the certificate. Only a server on loopback is used without TLS by
 * default; `?tls=none` and `?tls=unverified` lower the protection for others. The path is left to
 * the caller, still encoded. Throws an Error of one line, without the password.
 */
export function readServerUrl (text: string, form: UrlForm): { target: ServerTarget, path: string } {
  const url = URL.canParse(text) ? new URL(text) : null
  const implicit = url?.protocol === `${form.scheme}s:`
  if (url === null || !(implicit || url.protocol === `${form.scheme}:`) || url.hostname === '') {
    throw new Error(`is not an address such as ${form.example}`)
  }
  if (url.port === '0') throw new Error('must not name port 0')
  if (url.hash !== '') throw new Error('has a # that begins nothing; write / and # in a password as %2F and %23')
  if ((url.username === '') !== (url.password === '')) {
    throw new Error(url.username === '' ? 'has a password but no user' : 'has a user but no password')
  }
  const mode = readMode(url, implicit)
  const host = readHost(url)
  const plain = mode === 'none' || (!implicit && mode === null && isLoopback(host))
  const target: ServerTarget = {
    host,
    port: url.port === '' ? form.ports[implicit ? 'implicit' : 'starttls'] : Number(url.port),
    tls: implicit ? 'implicit' : plain ? 'none' : 'starttls',
    verifyCertificate: mode !== 'unverified',
    auth: url.username === '' ? null : { user: decodePart(url.username), pass: decodePart(url.password) }
  }
  return { target, path: url.pathname.replace(/^\//, '') }
}

function readMode ({ search, searchParams, protocol }: URL, implicit: boolean): 'none' | 'unverified' | null {
  const mode = searchParams.get('tls')
  if (search === '') return null
  if (searchParams.size > 1 || (mode !== 'none' && mode !== 'unverified')) {
    throw new Error('knows ?tls=none and ?tls=unverified only')
  }
  if (mode === 'none' && implicit) throw new Error(`cannot be ${protocol}// and ?tls=none at once`)
  return mode
}

/** URL decodes and normalises hosts of web schemes only. */
function readHost ({ hostname }: URL): string {
  const name = hostname.replace(/^\[|\]$/g, '')
  const host = name.includes(':') ? name : domainToASCII(decodePart(name))
  if (!isHost(host)) throw new Error('must name one server by its name or address')
  return host
}

/** A part of an address without its %xx. Throws an Error that continues the setting's name. */
export function decodePart (text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    throw new Error('has a % that is not part of a %xx; write it as %25')
  }
}

function isLoopback (host: string): boolean {
  return host === 'localhost' || host === '::1' || (isIPv4(host) && host.startsWith('127.'))
}
