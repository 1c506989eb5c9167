import type { Keyring } from '../platform/crypto/keyring.js'
import { makeToken } from '../platform/crypto/token.js'

/** The token of a link that confirms a sign-up until the time is over. */
export function confirmToken (keys: Keyring, id: string, expires: Date): string {
  return makeToken(keys, 'confirm', { id, number: Math.floor(expires.getTime() / 1000) })
}

/** The token of a link that unsubscribes, for ever. The issue is the one it was sent with, 0 for none. */
export function unsubscribeToken (keys: Keyring, id: string, issue = 0): string {
  return makeToken(keys, 'unsubscribe', { id, number: issue })
}

export function confirmUrl (publicUrl: string, token: string): string {
  return `${publicUrl}/bestaetigen/${token}`
}

export function unsubscribeUrl (publicUrl: string, token: string): string {
  return `${publicUrl}/abmelden/${token}`
}
