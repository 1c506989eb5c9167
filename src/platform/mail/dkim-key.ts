import { createPrivateKey, type KeyObject } from 'node:crypto'
import { readRegularFile, type ReadFile } from '../regular-file.js'
import { codeOf, hasCode, messageOf } from '../errors.js'

const MINIMUM_RSA_BITS = 2048
const MAX_FILE_BYTES = 100_000

/** The key that mails are signed with, and where receivers find its public half. */
export interface DkimKey { domain: string, selector: string, privateKey: KeyObject }

/**
 * Reads an RSA or Ed25519 private key (PEM). Returns a KeyObject, because a PEM string would be
 * parsed again for every signature. Throws an Error of one line that names the file; also for an
 * RSA key of less than 2048 bits (RFC 8301, 3.2).
 */
export function readDkimKey (file: string): KeyObject {
  try {
    return checked(parse(read(file)))
  } catch (error) {
    throw new Error(`${file} ${messageOf(error)}`)
  }
}

function read (file: string): Buffer {
  let found: ReadFile
  try {
    found = readRegularFile(file, MAX_FILE_BYTES)
  } catch (error) {
    throw new Error(`cannot be read (${codeOf(error)})`)
  }
  if (!found.ok) throw new Error(found.reason === 'too-large' ? 'is too large to be a key' : 'is not a file')
  return found.bytes
}

function parse (pem: Buffer): KeyObject {
  try {
    return createPrivateKey(pem)
  } catch (error) {
    const encrypted = hasCode(error, 'ERR_MISSING_PASSPHRASE') || pem.includes('ENCRYPTED')
    throw new Error(encrypted
      ? 'holds a key with a password; "openssl pkey" writes it without'
      : 'holds no private key in PEM form')
  }
}

function checked (key: KeyObject): KeyObject {
  if (key.asymmetricKeyType === 'ed25519') return key
  const bits = key.asymmetricKeyDetails?.modulusLength
  if (key.asymmetricKeyType !== 'rsa' || bits === undefined) {
    throw new Error('holds neither an RSA nor an Ed25519 key')
  }
  if (bits < MINIMUM_RSA_BITS) {
    throw new Error(`holds an RSA key of ${bits} bits; mailbox providers ask for ${MINIMUM_RSA_BITS} or more`)
  }
  return key
}
