import { hkdfSync, randomBytes } from 'node:crypto'

/**
 * What a key is used for. Each purpose has its own key, so that no use can weaken another. They all
 * stand here, although rooms know them too: two purposes with one name would share a key.
 */
const PURPOSES =
  ['seal', 'index', 'links', 'messages', 'verp', 'check', 'limit', 'editors', 'sign-in', 'fields', 'import',
    'reports'] as const

export type KeyPurpose = typeof PURPOSES[number]

/**
 * The master keys, by version. The primary one makes new seals, fingerprints and links; the others
 * still open what they once made.
 */
export interface Keyring {
  /** The version that is used for everything new: 1 to 255. */
  readonly primary: number
  /** All versions, the primary first. */
  readonly versions: readonly [number, ...number[]]
  /** The key of a purpose (32 bytes), or null for an unknown version. */
  find: (purpose: KeyPurpose, version: number) => Buffer | null
  /** The key of a purpose. Throws a MissingKey for an unknown version. */
  require: (purpose: KeyPurpose, version: number) => Buffer
  /**
   * The key of a purpose that is made of the oldest master key: processes that do not know the
   * newest yet agree on it.
   */
  oldest: (purpose: KeyPurpose) => Buffer
}

/** A key is needed that is not on the ring. */
export class MissingKey extends Error {}

export interface MasterKey { version: number, secret: Buffer }

const SECRET_BYTES = 32

/**
 * Reads `KEYS`: `version:secret` pairs separated by commas, the primary first, each secret being
 * 32 bytes in base64url. Throws an Error of one line that never repeats a secret.
 */
export function parseMasterKeys (text: string): MasterKey[] {
  const keys = text.split(',').map(part => {
    const [, version, secret] = /^\s*(\d{1,3}):([A-Za-z0-9_-]{43})=?\s*$/.exec(part) ?? []
    if (version === undefined || secret === undefined) {
      throw new Error('a key is written as version:secret with 43 characters of base64url; ' +
        'make one with "integrationsbrief keys new"')
    }
    return { version: Number(version), secret: Buffer.from(secret, 'base64url') }
  })
  if (keys.some(({ version }) => version < 1 || version > 255)) throw new Error('key versions go from 1 to 255')
  if (new Set(keys.map(key => key.version)).size < keys.length) throw new Error('a key version is given twice')
  return keys
}

/** The opposite of `parseMasterKeys`. What it returns is secret. */
export function formatMasterKeys (keys: readonly MasterKey[]): string {
  return keys.map(({ version, secret }) => `${version}:${secret.toString('base64url')}`).join(',')
}

/** A new random master key with the lowest version above all of `keys`. */
export function newMasterKey (keys: readonly MasterKey[] = []): MasterKey {
  return { version: Math.max(0, ...keys.map(key => key.version)) + 1, secret: randomBytes(SECRET_BYTES) }
}

/**
 * Derives a key per version and purpose by HKDF-SHA-256 (RFC 5869). The first master key is the
 * primary.
 */
export function createKeyring (masterKeys: readonly MasterKey[]): Keyring {
  const derived = new Map<string, Buffer>()
  for (const { version, secret } of masterKeys) {
    for (const purpose of PURPOSES) {
      derived.set(`${purpose} ${version}`, Buffer.from(hkdfSync('sha256', secret, 'integrationsbrief', purpose, 32)))
    }
  }
  const [primary, ...others] = masterKeys.map(key => key.version)
  if (primary === undefined) throw new Error('a keyring needs a key')
  const versions: Keyring['versions'] = [primary, ...others]
  const find = (purpose: KeyPurpose, version: number): Buffer | null => derived.get(`${purpose} ${version}`) ?? null
  const require = (purpose: KeyPurpose, version: number): Buffer => {
    const key = find(purpose, version)
    if (key === null) throw new MissingKey(`key version ${version} is not in KEYS`)
    return key
  }
  return {
    primary,
    versions,
    find,
    require,
    oldest: purpose => require(purpose, Math.min(...versions))
  }
}
