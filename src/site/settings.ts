import { isHost } from '../platform/http/host.js'
import { optional } from '../platform/settings/setting.js'

/**
 * Where the pages of the service begin. PUBLIC_URL cannot: a proxy may take its path off or not,
 * and which page is meant must be clear.
 */
export const OWN_PATHS = [
  'abmelden', 'abonnieren', 'api', 'assets', 'ausgaben', 'barrierefreiheit', 'bestaetigen', 'bilder', 'dateien',
  'datenschutz', 'einbetten', 'healthz', 'impressum', 'meine-daten', 'postfach', 'readyz', 'redaktion', 'robots.txt',
  'sitemap.xml'
]

export const siteSettings = { PUBLIC_URL: optional(text => reachable(publicUrl(text))) }

/** Without a slash at its end. */
function publicUrl (text: string): string {
  if (!/^https?:\/\//i.test(text) || !URL.canParse(text)) throw new Error('must begin with https://')
  const { origin, pathname, username, search, hash } = new URL(text)
  const base = pathname.replace(/\/+$/, '')
  if (username !== '' || search !== '' || hash !== '' || !/^(?:\/[\w.~-]+)*$/.test(base)) {
    throw new Error('must be an address such as https://brief.example.org')
  }
  const first = base.split('/')[1] ?? ''
  if (OWN_PATHS.includes(first)) {
    throw new Error(`must not begin its path with /${first}, which is a page of the service itself`)
  }
  return origin + base
}

/** 0.0.0.0 and :: are addresses to listen at; readers cannot reach them. */
function reachable (publicUrl: string): string {
  const { hostname, port } = new URL(publicUrl)
  const host = hostname.replace(/^\[|\]$/g, '')
  if (!isHost(host) || ['0.0.0.0', '::'].includes(host) || port === '0') {
    throw new Error('must be an address that readers can reach')
  }
  return publicUrl
}
