import { z } from 'zod'
import type { Keyring } from '../platform/crypto/keyring.js'
import { makeToken, readToken } from '../platform/crypto/token.js'

/**
 * The parameters of a route that a link leads to. Whether the token is one of ours is for the route
 * to say.
 */
export const linkParams = z.object({ token: z.string() })

/** They stand in every token that was ever mailed: a number is never given to another purpose. */
const CONFIRM = 1
const UNSUBSCRIBE = 2

/** What a confirm link says: whose sign-up, and until when it can be confirmed. */
export interface ConfirmLink { id: string, expiresAt: Date }

/** What an unsubscribe link says: who leaves, and with which issue it was sent; 0 for none. */
export interface UnsubscribeLink { id: string, issue: number }

/** The token of a confirm link. It keeps whole seconds of the time. */
export function confirmToken (keys: Keyring, { id, expiresAt }: ConfirmLink): string {
  return makeToken(keys, CONFIRM, { id, number: Math.floor(expiresAt.getTime() / 1000) })
}

/**
 * What a confirm token says, or null if it is not one of ours. Whether its time is over is for the
 * caller to see.
 */
export function readConfirmToken (keys: Keyring, token: string): ConfirmLink | null {
  const content = readToken(keys, CONFIRM, token)
  return content === null ? null : { id: content.id, expiresAt: new Date(content.number * 1000) }
}

/** The token of an unsubscribe link, which never expires. */
export function unsubscribeToken (keys: Keyring, { id, issue }: UnsubscribeLink): string {
  return makeToken(keys, UNSUBSCRIBE, { id, number: issue })
}

/** What an unsubscribe token says, or null if it is not one of ours. */
export function readUnsubscribeToken (keys: Keyring, token: string): UnsubscribeLink | null {
  const content = readToken(keys, UNSUBSCRIBE, token)
  return content === null ? null : { id: content.id, issue: content.number }
}

export function confirmUrl (publicUrl: string, token: string): string {
  return `${publicUrl}/bestaetigen/${token}`
}

export function unsubscribeUrl (publicUrl: string, token: string): string {
  return `${publicUrl}/abmelden/${token}`
}
