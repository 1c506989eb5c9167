import { isIP } from 'node:net'
import { parse as parseDuration, toSeconds } from 'iso8601-duration'
import { z } from 'zod'
import { normaliseDomain } from './platform/mail/address.js'
import { readDatabaseUrl } from './platform/database/database-url.js'
import { isHost } from './platform/http/host.js'
import { parseMasterKeys } from './platform/crypto/keyring.js'
import { readMailbox } from './platform/mail/mailbox.js'
import { readRelayUrl } from './platform/smtp/relay-url.js'

/** An environment variable beginning with one of these is ours, so a misspelt one is noticed. */
export const SETTING_PREFIXES = ['MAIL_', 'SMTP_', 'DKIM_', 'LIST_', 'CONFIRM_', 'PUBLISHER_', 'PUBLIC_', 'TRUST_', 'SIGN_UP_']

/** Where the pages of the service begin. PUBLIC_URL cannot: a proxy may take its path off or not, and which page is meant must be clear. */
export const OWN_PATHS = ['abmelden', 'abonnieren', 'assets', 'ausgaben', 'barrierefreiheit', 'bestaetigen', 'bilder', 'datenschutz', 'einbetten', 'healthz', 'impressum', 'postfach', 'readyz']

/** A setting read from text by a function whose Error becomes the setting's fault. An empty one counts as not set. */
const optional = <T>(read: (text: string) => T) => z.string().optional().transform((value, context) => {
  if (value === undefined || value === '') return undefined
  try {
    return read(value)
  } catch (error) {
    context.addIssue({ code: 'custom', message: (error as Error).message })
    return z.NEVER
  }
})

const withDefault = <T>(standard: string, read: (text: string) => T) => optional(read).transform(value => value ?? read(standard))

/** All settings by name. The README's and `.env.example`'s lists follow this one. */
export const settings = z.object({
  NODE_ENV: withDefault('development', oneOf('production', 'development', 'test')),
  DATABASE_URL: optional(readDatabaseUrl),
  DATA_DIR: withDefault('data', trimmed),
  PUBLIC_URL: optional(value => reachable(publicUrl(value))),
  HOST: withDefault('127.0.0.1', host),
  PORT: withDefault('8080', wholeNumber(0, 65535)),
  TRUST_PROXY: optional(networks),
  KEYS: optional(parseMasterKeys),
  SMTP_URL: optional(commaList(readRelayUrl)),
  SMTP_TIMEOUT: withDefault('PT10M', value => between(seconds(value), 1, 3600, 'PT1S to PT1H')),
  MAIL_FROM: withDefault('Integrationsbrief <integrationsbrief@hessen.example>', readMailbox),
  MAIL_REPLY_TO: optional(readMailbox),
  MAIL_BOUNCE_DOMAIN: optional(domain),
  MAIL_CONNECTIONS: withDefault('10', wholeNumber(1, 200)),
  MAIL_RATE: optional(wholeNumber(1, 100_000)),
  MAIL_RETRY_AFTER: withDefault('PT1M,PT5M,PT15M,PT1H,PT4H', commaList(value => between(seconds(value), 1, 7 * 24 * 3600, 'PT1S to P7D'))),
  MAIL_BATCH_SIZE: withDefault('500', wholeNumber(1, 5000)),
  DKIM_DOMAIN: optional(domain),
  DKIM_SELECTOR: withDefault('integrationsbrief', commaList(dkimSelector)),
  DKIM_KEY_FILE: optional(commaList(trimmed)),
  LIST_ID: optional(domain),
  CONFIRM_TTL: withDefault('PT48H', value => between(seconds(value), 3600, 30 * 24 * 3600, 'PT1H to P30D')),
  SIGN_UP_NETWORK_LIMIT: withDefault('30', wholeNumber(1, 100_000)),
  SIGN_UP_NETWORK_WINDOW: withDefault('PT10M', value => between(seconds(value), 60, 24 * 3600, 'PT1M to P1D')),
  SIGN_UP_MAIL_RATE: withDefault('600', wholeNumber(1, 100_000)),
  LOG_LEVEL: withDefault('info', oneOf('fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent')),
  PUBLISHER_FILE: optional(trimmed)
})

export type Settings = z.infer<typeof settings>
export type SettingName = keyof Settings

function trimmed (value: string): string {
  if (/\p{Cc}/u.test(value)) throw new Error('must be one line without control characters')
  return value.trim()
}

const LONGEST_LIST = 20

function commaList <T> (read: (text: string) => T) {
  return (value: string): T[] => {
    const parts = value.split(',')
    if (parts.length > LONGEST_LIST) throw new Error(`must have at most ${LONGEST_LIST} entries`)
    return parts.map(each => read(each.trim()))
  }
}

function host (value: string): string {
  if (!isHost(value)) throw new Error('must be an address or a name of this machine, such as 0.0.0.0, :: or localhost')
  return value
}

/** 0.0.0.0 and :: are addresses to listen at; no reader comes to them. */
function reachable (publicUrl: string): string {
  const { hostname, port } = new URL(publicUrl)
  const host = hostname.replace(/^\[|\]$/g, '')
  if (!isHost(host) || ['0.0.0.0', '::'].includes(host) || port === '0') throw new Error('must be an address that readers can reach')
  return publicUrl
}

function url (protocols: string[]) {
  return (value: string): string => {
    if (!/^[a-z]+:\/\//i.test(value) || !URL.canParse(value) || !protocols.includes(new URL(value).protocol)) throw new Error(`must begin with ${protocols[0]}//`)
    return value
  }
}

function publicUrl (value: string): string {
  const { origin, pathname, username, search, hash } = new URL(url(['https:', 'http:'])(value))
  const base = pathname.replace(/\/+$/, '')
  if (username !== '' || search !== '' || hash !== '' || !/^(?:\/[\w.~-]+)*$/.test(base)) throw new Error('must be an address such as https://brief.example.org')
  const first = base.split('/')[1] ?? ''
  if (OWN_PATHS.includes(first)) throw new Error(`must not begin its path with /${first}, which is a page of the service itself`)
  return origin + base
}

function between (length: number, from: number, to: number, words: string): number {
  if (length < from || length > to) throw new Error(`must be from ${words}`)
  return length
}

function wholeNumber (from: number, to: number) {
  return (value: string): number => {
    const number = Number(value)
    if (!/^\d+$/.test(value) || number < from || number > to) throw new Error(`must be a whole number from ${from} to ${to}`)
    return number
  }
}

function networks (value: string): string {
  return commaList(part => {
    if (['loopback', 'linklocal', 'uniquelocal'].includes(part)) return part
    const [, address = '', bits] = /^([^/%]+)(?:\/(\d{1,3}))?$/.exec(part) ?? []
    const longest = isIP(address) === 4 ? 32 : 128
    if (isIP(address) === 0 || Number(bits ?? 1) > longest) throw new Error('must list the addresses of the proxies, such as loopback or 10.0.0.0/8')
    if (Number(bits ?? 1) === 0) throw new Error('must list the proxies; /0 would believe everyone')
    return part
  })(value).join(',')
}

function domain (value: string): string {
  const normalised = normaliseDomain(value)
  if (normalised === null) throw new Error('must be a domain such as example.org')
  return normalised
}

function dkimSelector (value: string): string {
  // RFC 6376, 3.1: labels with single dots between them.
  if (value.length > 63 || !/^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*$/i.test(value)) throw new Error('must be a name of letters, digits and hyphens')
  return value
}

function seconds (value: string): number {
  try {
    // The library looks for a duration anywhere in the text: it reads -PT5S as five seconds.
    const length = /^P[\dYMWDTHS.]+$/.test(value) && value.lastIndexOf('P') === 0 ? toSeconds(parseDuration(value)) : 0
    if (length > 0 && !value.endsWith('T')) return length
  } catch {}
  throw new Error('must be a duration as in ISO 8601, such as PT48H or P2D')
}

function oneOf<const T extends string> (...values: T[]) {
  return (value: string): T => {
    if (!values.includes(value as T)) throw new Error(`must be one of ${values.join(', ')}`)
    return value as T
  }
}
