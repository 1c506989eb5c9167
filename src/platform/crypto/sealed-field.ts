import type { Clock } from '../clock.js'
import type { Keyring } from './keyring.js'
import { openText, sealText } from './seal.js'

const VALID_MS = 10 * 60_000

interface FieldDeps { keys: Keyring, clock: Clock }

/**
 * Seals a text into a field of a form, for one account: it opens for ten minutes, and for nobody
 * else. So a page can bring back what must not stand in it.
 */
export function sealField ({ keys, clock }: FieldDeps, account: string, text: string): string {
  const until = clock.now().getTime() + VALID_MS
  return sealText(keys, { purpose: 'fields', id: account }, `${until} ${text}`).toString('base64url')
}

/** The text in a field; null if its time is over, or if it was not sealed here for this account. */
export function openField ({ keys, clock }: FieldDeps, account: string, field: string): string | null {
  const opened = open(keys, account, field)
  const [, until, text] = /^(\d+) (.*)$/s.exec(opened ?? '') ?? []
  return text !== undefined && clock.now().getTime() < Number(until) ? text : null
}

function open (keys: Keyring, account: string, field: string): string | null {
  try {
    return openText(keys, { purpose: 'fields', id: account }, Buffer.from(field, 'base64url'))
  } catch {
    return null
  }
}
