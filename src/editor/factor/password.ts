import { hash, verify, type Options } from '@node-rs/argon2'
import { dictionary } from '@zxcvbn-ts/language-common'
import { createSemaphore } from '../../platform/semaphore.js'

/** OWASP's parameters: 19 MiB, two passes, one lane. The library's default is Argon2id. */
const ARGON2ID: Options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/**
 * NIST SP 800-63B-4, 3.1.1.2 wants 8 at least where a second factor follows, and no rules about
 * characters.
 */
const PASSWORD_LENGTH = { least: 8, most: 200 } as const

/** More than the 3,000 commonest. */
const common = new Set<string>(dictionary['passwords-common'])

/** Hashing keeps a thread busy for about 50 ms: other requests need threads, too. */
const hashing = createSemaphore(2)

export type PasswordFault = 'short' | 'long' | 'common' | 'obvious'

/**
 * Why a password is not good enough; null if it is. `obvious` are the words that an attacker would
 * try first: parts of name and address, the newsletter's name.
 */
export function passwordFault (password: string, obvious: readonly string[]): PasswordFault | null {
  const length = [...password.normalize('NFC')].length
  if (length < PASSWORD_LENGTH.least) return 'short'
  if (length > PASSWORD_LENGTH.most) return 'long'
  const plain = password.toLowerCase()
  if (common.has(plain) || new Set(plain).size < 4) return 'common'
  const bare = plain.replace(/[\d\W_]+/g, '')
  const words = obvious.flatMap(text => text.toLowerCase().split(/[^\p{L}\d]+/u)).filter(word => word.length > 3)
  return words.some(word => bare === word || plain === word) ? 'obvious' : null
}

/** The hash to store, as PHC string. */
export async function hashPassword (password: string): Promise<string> {
  return await inTurn(async () => await hash(password.normalize('NFC'), ARGON2ID))
}

/**
 * Whether a password belongs to a hash. Without a hash it takes as long, and is false: the time
 * does not tell whether there is an account.
 */
export async function verifyPassword (password: string, stored: string | null): Promise<boolean> {
  if (password.length > 2 * PASSWORD_LENGTH.most) return false
  const against = stored ?? await (nobody ??= hashPassword('nobody'))
  const matches = await inTurn(async () => await verify(against, password.normalize('NFC')))
  return matches && stored !== null
}

let nobody: Promise<string> | undefined

async function inTurn<T> (act: () => Promise<T>): Promise<T> {
  const release = await hashing.acquire()
  try {
    return await act()
  } finally {
    release()
  }
}
