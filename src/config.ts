import { join, resolve } from 'node:path'
import { readDoors, unsubscribeAddress, type Doors } from './bounce/settings.js'
import { readSingleSignOn, type SingleSignOn } from './editor/settings.js'
import { nearMisses, readEnvFile, refuseUnknown } from './environment.js'
import type { MasterKey } from './platform/crypto/keyring.js'
import { codeOf, hasCode } from './platform/errors.js'
import { readSender } from './platform/mail/settings.js'
import type { Sender } from './platform/mail/sender.js'
import type { FirstValues } from './platform/newsletter/house-settings.js'
import type { Newsletter } from './platform/newsletter/newsletter.js'
import { readPublisher } from './platform/newsletter/publisher.js'
import { packagePath } from './platform/package-path.js'
import { readRegularFile } from './platform/regular-file.js'
import { named } from './platform/settings/setting.js'
import type { RelayTarget } from './platform/smtp/relay-url.js'
import { placeOf } from './privacy/journal/place.js'
import type { ProcessingFacts } from './privacy/record/facts.js'
import type { RetentionTimes } from './privacy/retention/rule.js'
import { settings, type SettingName, type Settings } from './settings.js'

/**
 * Everything the program is told from outside, read once, grouped and named for those who use it.
 */
export interface Config {
  readonly production: boolean
  readonly web: { readonly host: string, readonly port: number, readonly trustProxy: string | undefined }
  /** Not set: the embedded database. */
  readonly database: { readonly url: string | undefined }
  readonly local: { readonly dataDir: string }
  readonly journal: {
    /** Where it lies: a folder, a second PostgreSQL server, or both. */
    readonly folder: string | undefined
    readonly url: string | undefined
    /** How long backups are kept, and may be restored. */
    readonly retentionSeconds: number
  }
  /** Not set: they are kept in a file of the data folder, see `keyFile`. */
  readonly masterKeys: readonly MasterKey[] | undefined
  readonly relay: {
    /** Not set: the mail catcher. */
    readonly targets: readonly RelayTarget[] | undefined
    readonly timeoutMs: number
    /** How long deferred mails wait before each next try. */
    readonly retryAfterSeconds: readonly number[]
  }
  readonly sender: Sender
  readonly newsletter: Newsletter
  readonly subscription: {
    readonly confirmTtlSeconds: number
    /** Whether it is to be provable that somebody who has left had agreed. */
    readonly consentProof: boolean
    readonly mailsPerMinute: number
    readonly networkLimit: { readonly signUps: number, readonly windowSeconds: number }
  }
  readonly editor: {
    /** Without a request, a session ends after this; whatever is done, after its lifetime. */
    readonly sessionIdleSeconds: number
    readonly sessionLifetimeSeconds: number
    readonly invitationTtlSeconds: number
    /** Not set: nobody signs in by it. */
    readonly singleSignOn: SingleSignOn | undefined
  }
  readonly delivery: {
    readonly batchSize: number
    readonly connections: number
    /** Mails per second over all mailers. Not set: no limit. */
    readonly rate: number | undefined
  }
  /** Where mails come back to. */
  readonly bounce: Doors
  readonly log: { readonly level: Settings['LOG_LEVEL'] }
  /** What is doubtful in the environment, as lines to log when the service starts. */
  readonly warnings: readonly string[]
}

const MAX_ENV_FILE = 100_000

type Environment = Readonly<Record<string, string | undefined>>

/** Reads the settings of this process: the environment, and a file `.env` in the working folder. */
export function configFromProcess (): Config {
  // Node.js' own loader passes over lines that it does not understand.
  for (const [name, value] of Object.entries(readEnvFile(envFileText()))) process.env[name] ??= value
  return readConfig(process.env)
}

function envFileText (): string {
  let reason: string | null
  try {
    const read = readRegularFile('.env', MAX_ENV_FILE)
    if (read.ok) return read.bytes.toString()
    reason = read.reason
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return ''
    reason = codeOf(error)
  }
  throw new Error(`.env cannot be read (${reason})`)
}

/**
 * Reads the settings from an environment. Throws an Error for the first that is wrong: one line
 * that names it and repeats no secret.
 */
export function readConfig (environment: Environment): Config {
  refuseUnknown(environment)
  const { success, data, error } = settings.safeParse(environment)
  if (!success) {
    const [first] = error.issues.map(({ path, message }) => `${path.join('.')} ${message}`)
    throw new Error(first)
  }
  const production = data.NODE_ENV === 'production'
  if (production) refuseIncomplete(data)
  return Object.freeze({ production, ...group(data), warnings: nearMisses(environment) })
}

/** The one place where the environment's spelling becomes the program's. */
function group (given: Settings): Omit<Config, 'production' | 'warnings'> {
  const doors = readDoors(given)
  return {
    web: { host: given.HOST, port: given.PORT, trustProxy: given.TRUST_PROXY },
    database: { url: given.DATABASE_URL },
    local: { dataDir: resolve(given.DATA_DIR) },
    journal: { folder: journalFolder(given), url: given.JOURNAL_URL, retentionSeconds: given.BACKUP_RETENTION },
    masterKeys: given.KEYS,
    relay: {
      targets: given.SMTP_URL,
      timeoutMs: given.SMTP_TIMEOUT * 1000,
      retryAfterSeconds: given.MAIL_RETRY_AFTER
    },
    sender: { ...readSender(given), unsubscribeAddress: unsubscribeAddress(doors) },
    newsletter: {
      publicUrl: given.PUBLIC_URL ?? `http://localhost:${given.PORT}`,
      listId: given.LIST_ID ?? `integrationsbrief.${given.MAIL_FROM.domain}`,
      publisher: named('PUBLISHER_FILE', () =>
        readPublisher(given.PUBLISHER_FILE ?? packagePath('templates', 'publisher.yaml')))
    },
    subscription: {
      confirmTtlSeconds: given.CONFIRM_TTL,
      consentProof: given.CONSENT_PROOF === 'on',
      mailsPerMinute: given.SIGN_UP_MAIL_RATE,
      networkLimit: { signUps: given.SIGN_UP_NETWORK_LIMIT, windowSeconds: given.SIGN_UP_NETWORK_WINDOW }
    },
    editor: {
      sessionIdleSeconds: given.SESSION_IDLE,
      sessionLifetimeSeconds: given.SESSION_LIFETIME,
      invitationTtlSeconds: given.INVITATION_TTL,
      singleSignOn: readSingleSignOn(given)
    },
    delivery: { batchSize: given.MAIL_BATCH_SIZE, connections: given.MAIL_CONNECTIONS, rate: given.MAIL_RATE },
    bounce: doors,
    log: { level: given.LOG_LEVEL }
  }
}

/** Without a setting, beside the embedded database. */
function journalFolder ({ JOURNAL, JOURNAL_URL, DATA_DIR }: Settings): string | undefined {
  if (JOURNAL !== undefined) return resolve(JOURNAL)
  return JOURNAL_URL === undefined ? resolve(DATA_DIR, 'journal') : undefined
}

/** What the house says of itself as long as nobody has set it at the desk. */
export function firstValues ({ newsletter, sender }: Pick<Config, 'newsletter' | 'sender'>): FirstValues {
  return { publisher: newsletter.publisher, senderName: sender.from.name }
}

/** How long is kept what the settings give a time for. */
export function retentionTimes (
  { subscription, editor, journal }: Pick<Config, 'subscription' | 'editor' | 'journal'>
): RetentionTimes {
  const { confirmTtlSeconds, networkLimit: { windowSeconds: networkWindowSeconds } } = subscription
  const { sessionIdleSeconds, sessionLifetimeSeconds, invitationTtlSeconds } = editor
  return {
    confirmTtlSeconds,
    networkWindowSeconds,
    sessionIdleSeconds,
    sessionLifetimeSeconds,
    invitationTtlSeconds,
    backupRetentionSeconds: journal.retentionSeconds
  }
}

/** What the record of processing must know of the settings. */
export function processingFacts (config: Config): ProcessingFacts {
  return {
    times: retentionTimes(config),
    settings: Object.keys(settings.shape),
    relays: (config.relay.targets ?? []).map(({ host }) => host),
    identityProvider: config.editor.singleSignOn?.name ?? null,
    consentProof: config.subscription.consentProof,
    journal: {
      folder: config.journal.folder ?? null,
      server: config.journal.url === undefined ? null : placeOf(config.journal.url)
    }
  }
}

/** Where the master keys lie when KEYS is not set. */
export function keyFile ({ local }: Pick<Config, 'local'>): string {
  return join(local.dataDir, 'keys.json')
}

const NEEDED_IN_PRODUCTION = [
  'DATABASE_URL', 'SMTP_URL', 'KEYS', 'PUBLIC_URL', 'DKIM_DOMAIN'
] as const satisfies SettingName[]

function refuseIncomplete (given: Settings): void {
  for (const name of NEEDED_IN_PRODUCTION) {
    if (given[name] === undefined) throw new Error(`${name} is not set, and production needs it`)
  }
  if (given.JOURNAL === undefined && given.JOURNAL_URL === undefined) {
    throw new Error('JOURNAL or JOURNAL_URL is not set, and production needs one: without a journal outside of the ' +
      'database, a restored backup would mail people who have left. See "Restore" in docs/operations.md')
  }
  if (!given.PUBLIC_URL?.startsWith('https://')) throw new Error('PUBLIC_URL must begin with https:// in production')
  if (given.OIDC_ISSUER?.startsWith('https://') === false) {
    throw new Error('OIDC_ISSUER must begin with https:// in production')
  }
  if (given.MAIL_FROM.domain.endsWith('.example')) {
    throw new Error('MAIL_FROM is not set, or ends with .example, and production needs a domain of yours')
  }
}
