import pg from 'pg'
import { codeOf } from '../errors.js'
import { isHost } from '../http/host.js'

const EXAMPLE = 'postgres://user:password@host:5432/integrationsbrief'
const SSL_MODES = ['disable', 'prefer', 'require', 'verify-ca', 'verify-full', 'no-verify']

/** Reads DATABASE_URL. Throws an Error of one line that repeats no password. */
export function readDatabaseUrl (text: string): string {
  if (!/^postgres(?:ql)?:\/\//.test(text)) throw new Error('must begin with postgres://')
  // No host: a socket of this machine. The class of URLs that have a user knows none without a
  // host.
  const url = parse(text) ?? parse(text.replace('@/', '@localhost/'))
  if (url === null) throw new Error(`is not an address such as ${EXAMPLE}`)
  if (!/^\/[^/]+$/.test(url.pathname)) throw new Error(`must name one database, as in ${EXAMPLE}`)
  const host = url.hostname.replace(/^\[|\]$/g, '')
  if (host !== '' && !isHost(host) && !/^%2f/i.test(host)) {
    throw new Error(`must name one host; ${JSON.stringify(host)} is not one`)
  }
  if (url.port === '0') throw new Error('must not name port 0')
  if (url.hash !== '') throw new Error('ends at a #; write it as %23')
  const mode = url.searchParams.get('sslmode')
  if (mode !== null && !SSL_MODES.includes(mode)) throw new Error(`knows sslmode=${SSL_MODES.join(', ')}`)
  const ssl = url.searchParams.get('ssl')
  if (ssl !== null && !['true', '1', '0'].includes(ssl)) throw new Error('knows ssl=true, 1, 0')
  try {
    // Only to see whether the driver can read it.
    return new pg.Client({ connectionString: text }) && text
  } catch (error) {
    if (!(error instanceof Error && 'path' in error)) {
      throw new Error('cannot be read: write special characters of user and password as %xx')
    }
    throw new Error(`names ${error.path}, which cannot be read (${codeOf(error)})`)
  }
}

function parse (text: string): URL | null {
  return URL.canParse(text) ? new URL(text) : null
}
