import { join, resolve } from 'node:path'
import { z } from 'zod'
import { nearMisses, readEnvFile, refuseUnknown } from './environment.js'
import { settings, type SettingName, type Settings } from './settings.js'
import { readDkimKey, type DkimKey } from './platform/mail/dkim-key.js'
import { packagePath } from './platform/package-path.js'
import { readPublisher, type Publisher } from './platform/newsletter/publisher.js'
import { readRegularFile } from './platform/regular-file.js'

/** Everything the program is told from outside, read once and frozen. */
export type Config = Readonly<Omit<Settings, 'NODE_ENV' | 'DKIM_DOMAIN' | 'DKIM_SELECTOR' | 'DKIM_KEY_FILE' | 'PUBLISHER_FILE' | 'PUBLIC_URL' | 'LIST_ID'> & {
  production: boolean
  /** Without a slash at its end. Links are built from it and from nothing else. */
  PUBLIC_URL: string
  LIST_ID: string
  /** What mails are signed with; empty where nothing is set. */
  dkim: readonly DkimKey[]
  publisher: Publisher
  /** What is doubtful in the environment, as lines to log when the service starts. */
  warnings: readonly string[]
}>

const MAX_ENV_FILE = 100_000

type Environment = Readonly<Record<string, string | undefined>>

/** Reads the settings of this process: the environment, and a file `.env` in the working folder. */
export function configFromProcess (): Config {
  // Node.js' own loader passes over lines that it does not understand.
  for (const [name, value] of Object.entries(readEnvFile(envFileText()))) process.env[name] ??= value
  return readConfig(process.env)
}

function envFileText (): string {
  try {
    const bytes = readRegularFile('.env', MAX_ENV_FILE)
    if (typeof bytes === 'string') throw Object.assign(new Error(bytes), { code: bytes })
    return bytes.toString()
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') return ''
    throw new Error(`.env cannot be read (${code})`)
  }
}

/** Reads the settings from an environment. Throws an Error for the first that is wrong: one line that names it and repeats no secret. */
export function readConfig (environment: Environment): Config {
  refuseUnknown(environment)
  const result = settings.safeParse(environment)
  if (!result.success) {
    const issue = result.error.issues[0] as z.core.$ZodIssue
    throw new Error(`${issue.path.join('.')} ${issue.message}`)
  }
  const given = result.data
  const production = given.NODE_ENV === 'production'
  if (production) refuseIncomplete(given)
  return Object.freeze({
    ...given,
    production,
    DATA_DIR: resolve(given.DATA_DIR),
    PUBLIC_URL: given.PUBLIC_URL ?? `http://localhost:${given.PORT}`,
    LIST_ID: given.LIST_ID ?? `integrationsbrief.${given.MAIL_FROM.domain}`,
    dkim: readDkim(given),
    publisher: named('PUBLISHER_FILE', () => readPublisher(given.PUBLISHER_FILE ?? packagePath('templates', 'publisher.yaml'))),
    warnings: nearMisses(environment)
  })
}

/** Where the master keys lie when KEYS is not set. */
export function keyFile (config: Pick<Config, 'DATA_DIR'>): string {
  return join(config.DATA_DIR, 'keys.json')
}

function refuseIncomplete (given: Settings): void {
  const needed: SettingName[] = ['DATABASE_URL', 'SMTP_URL', 'KEYS', 'PUBLIC_URL', 'DKIM_DOMAIN']
  for (const name of needed) {
    if (given[name] === undefined) throw new Error(`${name} is not set, and production needs it`)
  }
  if (!given.PUBLIC_URL?.startsWith('https://')) throw new Error('PUBLIC_URL must begin with https:// in production')
  if (given.MAIL_FROM.domain.endsWith('.example')) throw new Error('MAIL_FROM is not set, and production needs it')
}

function readDkim ({ DKIM_DOMAIN: domain, DKIM_SELECTOR: selectors, DKIM_KEY_FILE: files, MAIL_FROM: from }: Settings): DkimKey[] {
  if (domain === undefined && files === undefined) return []
  if (domain === undefined) throw new Error('DKIM_DOMAIN is not set, but DKIM_KEY_FILE is')
  if (files === undefined) throw new Error('DKIM_KEY_FILE is not set, but DKIM_DOMAIN is')
  // Receivers accept the signature as the sender's own only where the domains agree (DMARC, RFC 7489, 3.1.1).
  if (from.domain !== domain && !from.domain.endsWith(`.${domain}`)) {
    throw new Error(`DKIM_DOMAIN ${domain} does not cover the domain of MAIL_FROM, ${from.domain}`)
  }
  if (new Set(selectors.map(selector => selector.toLowerCase())).size < selectors.length) throw new Error('DKIM_SELECTOR names one selector twice')
  if (files.length !== selectors.length) throw new Error(`DKIM_SELECTOR names ${selectors.length}, but DKIM_KEY_FILE ${files.length}`)
  const keys = files.map((file, index) => ({ domain, selector: selectors[index] as string, privateKey: named('DKIM_KEY_FILE', () => readDkimKey(file)) }))
  // Few receivers know Ed25519 (RFC 8463): alone, it would count as no signature at all.
  if (!keys.some(({ privateKey }) => privateKey.asymmetricKeyType === 'rsa')) throw new Error('DKIM_KEY_FILE names no RSA key, which most receivers need')
  return keys
}

function named<T> (name: SettingName, read: () => T): T {
  try {
    return read()
  } catch (error) {
    throw new Error(`${name} ${(error as Error).message}`)
  }
}
