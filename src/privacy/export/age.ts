import { Readable } from 'node:stream'
import { ReadableStream } from 'node:stream/web'
import { Decrypter, Encrypter } from 'age-encryption'
import { messageOf } from '../../platform/errors.js'
import { ArchiveFault } from './archive-fault.js'

/** For whom an archive is encrypted: who has the secret key, or who knows the passphrase. */
export type Lock = { recipient: string } | { passphrase: string }

/** What opens an archive: secret keys, one a line as age-keygen writes them, or the passphrase. */
export type Opener = { identities: string } | { passphrase: string }

/** Four random words have as much. */
export const SHORTEST_PASSPHRASE = 16
const LONGEST_PASSPHRASE = 1_000

/**
 * As log2 of scrypt's N: 32 MB and a sixth of a second, in which nobody else is served. It makes up
 * for a weak passphrase, which `SHORTEST_PASSPHRASE` does not let pass.
 */
const WORK = 15

export type LockFault = 'short' | 'long' | 'recipient'

/** What is wrong with a lock; null for nothing. */
export function judgeLock (lock: Lock): LockFault | null {
  if ('passphrase' in lock) {
    const length = [...lock.passphrase].length
    return length < SHORTEST_PASSPHRASE ? 'short' : length > LONGEST_PASSPHRASE ? 'long' : null
  }
  try {
    new Encrypter().addRecipient(lock.recipient)
    return null
  } catch {
    return 'recipient'
  }
}

/**
 * Encrypts bytes as they come, in the format age (https://age-encryption.org/v1). When what comes
 * back is destroyed, the source is told.
 */
export async function encrypt (lock: Lock, bytes: AsyncIterable<Uint8Array>): Promise<Readable> {
  const encrypter = new Encrypter()
  if ('recipient' in lock) encrypter.addRecipient(lock.recipient)
  else {
    encrypter.setPassphrase(lock.passphrase)
    encrypter.setScryptWorkFactor(WORK)
  }
  return Readable.fromWeb(await encrypter.encrypt(forBrowsers(bytes)) as ReadableStream)
}

/** A stream as the library knows it, whose types are those of browsers. */
function forBrowsers (bytes: AsyncIterable<Uint8Array>): globalThis.ReadableStream<Uint8Array> {
  return ReadableStream.from(bytes) as globalThis.ReadableStream<Uint8Array>
}

const HEAD = 'age-encryption.org/v1\n'
const ARMOR = '-----BEGIN AGE ENCRYPTED FILE-----'

/** Whether a file is encrypted by age, by its first bytes. */
export function isAge (head: Buffer): boolean {
  const start = head.toString('latin1', 0, ARMOR.length)
  return start.startsWith(HEAD) || start === ARMOR
}

/** Whether it was encrypted with a passphrase, by its first bytes. Throws an ArchiveFault. */
export function takesPassphrase (head: Buffer): boolean {
  if (head.length === 0) throw new ArchiveFault('empty')
  const start = head.toString('latin1', 0, HEAD.length + 10)
  if (start.startsWith(ARMOR.slice(0, start.length))) throw new ArchiveFault('armored')
  if (!start.startsWith(HEAD)) throw new ArchiveFault(HEAD.startsWith(start) ? 'damaged' : 'not_age')
  return start.startsWith(`${HEAD}-> scrypt `)
}

/** Opens an encrypted file as it is read. Throws an ArchiveFault for what cannot be opened. */
export async function * decrypt (
  opener: Opener, head: Buffer, bytes: Readable
): AsyncGenerator<Uint8Array> {
  const byPassphrase = takesPassphrase(head)
  if (byPassphrase && !('passphrase' in opener)) throw new ArchiveFault('needs_passphrase')
  if (!byPassphrase && 'passphrase' in opener) throw new ArchiveFault('needs_key')
  const decrypter = decrypterOf(opener)
  let readFault: unknown = null
  bytes.on('error', error => { readFault = error })
  try {
    const opened = await decrypter.decrypt(forBrowsers(bytes))
    for await (const portion of opened) yield portion
  } catch (error) {
    if (readFault !== null) throw readFault
    if (!/^no identity matched/.test(messageOf(error))) throw new ArchiveFault('damaged')
    throw new ArchiveFault(byPassphrase ? 'wrong_passphrase' : 'wrong_key')
  } finally {
    bytes.destroy()
  }
}

function decrypterOf (opener: Opener): Decrypter {
  const decrypter = new Decrypter()
  if ('passphrase' in opener) {
    decrypter.addPassphrase(opener.passphrase)
    return decrypter
  }
  const keys = opener.identities.split(/\r?\n/).map(line => line.trim()).filter(line => line !== '' && line[0] !== '#')
  try {
    if (keys.length === 0) throw new Error('no key')
    for (const key of keys) decrypter.addIdentity(key)
  } catch {
    throw new Error('the file of --identity holds no secret key of age (AGE-SECRET-KEY-1…)')
  }
  return decrypter
}
