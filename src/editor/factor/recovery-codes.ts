import { createHash, randomInt } from 'node:crypto'
import type { Queryable } from '../../platform/database/pool.js'
import {
  countRecoveryCodes as countCodes, replaceRecoveryCodes, useRecoveryCode as takeRecoveryCode
} from '../editor.queries.js'

const CODES = 10
/**
 * Without letters and digits that look alike. 16 of them are 79 bits: no salt and no slow hash is
 * needed.
 */
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789'
const LENGTH = 16

/** Gives an account new recovery codes; the earlier ones stop working. They are shown once. */
export async function renewRecoveryCodes ({ db }: { db: Queryable }, editorId: string): Promise<string[]> {
  const codes = Array.from({ length: CODES }, newCode)
  await replaceRecoveryCodes.run({ id: editorId, hashes: codes.map(hashCode) }, db)
  return codes
}

/** How many recovery codes an account has left. */
export async function countRecoveryCodes ({ db }: { db: Queryable }, editorId: string): Promise<number> {
  return (await countCodes.one({ id: editorId }, db)).count
}

/** Whether a recovery code is one of the account's; it works once. */
export async function useRecoveryCode ({ db }: { db: Queryable }, editorId: string, code: string): Promise<boolean> {
  return (await takeRecoveryCode.run({ id: editorId, hash: hashCode(code) }, db)).length > 0
}

/** Four groups of four: `k7pm-3wqx-…`. */
function newCode (): string {
  const letters = Array.from({ length: LENGTH }, () => ALPHABET.charAt(randomInt(ALPHABET.length))).join('')
  return letters.replace(/(.{4})(?=.)/g, '$1-')
}

/** Typed with or without hyphens, spaces and capitals, it is the same code. */
function hashCode (code: string): Buffer {
  return createHash('sha256').update(code.toLowerCase().replace(/[^a-z0-9]/g, '')).digest()
}
