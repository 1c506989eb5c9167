import { z } from 'zod'
import type { Keyring } from '../platform/crypto/keyring.js'
import { makeToken, readToken, TOKEN_LENGTH } from '../platform/crypto/token.js'

/**
 * The parameters of a route that a link leads to. Whether the token is one of ours is for the route
 * to say.
 */
export const linkParams = z.object({ token: z.string() })

/** They stand in every token that was ever mailed: a number is never given to another purpose. */
const CONFIRM = 1
const UNSUBSCRIBE = 2
const OWN_DATA = 3
const CONFIRM_CHANGE = 4
const STOP_CHANGE = 5

/** What a confirm link says: whose sign-up, and until when it can be confirmed. */
export interface ConfirmLink { id: string, expiresAt: Date }

/** What an unsubscribe link says: who leaves, and with which issue it was sent; 0 for none. */
export interface UnsubscribeLink { id: string, issue: number }

/** What the link to a reader's own data says: whose they are, and until when they are shown. */
export interface OwnDataLink { id: string, expiresAt: Date }

/** The token of a confirm link. It keeps whole seconds of the time. */
export function confirmToken (keys: Keyring, { id, expiresAt }: ConfirmLink): string {
  return makeToken(keys, CONFIRM, { id, number: inSeconds(expiresAt) })
}

/**
 * What a confirm token says, or null if it is not one of ours. Whether its time is over is for the
 * caller to see.
 */
export function readConfirmToken (keys: Keyring, token: string): ConfirmLink | null {
  const content = readToken(keys, CONFIRM, token)
  return content === null ? null : { id: content.id, expiresAt: new Date(content.number * 1000) }
}

/** The token of a link to a reader's own data. It keeps whole seconds of the time. */
export function ownDataToken (keys: Keyring, { id, expiresAt }: OwnDataLink): string {
  return makeToken(keys, OWN_DATA, { id, number: inSeconds(expiresAt) })
}

/** What such a token says, or null if it is not one of ours. Its time is for the caller to see. */
export function readOwnDataToken (keys: Keyring, token: string): OwnDataLink | null {
  const content = readToken(keys, OWN_DATA, token)
  return content === null ? null : { id: content.id, expiresAt: new Date(content.number * 1000) }
}

/** The tokens that a new address is confirmed by, and that its change is stopped by. */
export function changeToken (keys: Keyring, does: 'confirm' | 'stop', change: string): string {
  return makeToken(keys, CHANGE_KINDS[does], { id: change, number: 0 })
}

/** The id of the change in such a token, or null if it is not one of ours. */
export function readChangeToken (keys: Keyring, does: 'confirm' | 'stop', token: string): string | null {
  return readToken(keys, CHANGE_KINDS[does], token)?.id ?? null
}

const CHANGE_KINDS = { confirm: CONFIRM_CHANGE, stop: STOP_CHANGE }

/**
 * The token in every copy of an issue. By it, a reader unsubscribes, or asks for a link to their
 * data; alone it shows nothing, as issues are forwarded. It never expires.
 */
export function unsubscribeToken (keys: Keyring, { id, issue }: UnsubscribeLink): string {
  return makeToken(keys, UNSUBSCRIBE, { id, number: issue })
}

/** What an unsubscribe token says, or null if it is not one of ours. */
export function readUnsubscribeToken (keys: Keyring, token: string): UnsubscribeLink | null {
  const content = readToken(keys, UNSUBSCRIBE, token)
  return content === null ? null : { id: content.id, issue: content.number }
}

const TOKENS = new RegExp(`(?<![\\w-])[\\w-]{${TOKEN_LENGTH}}(?![\\w-])`, 'g')
/** More words of a token's length stand in no link and no subject of ours. */
const MOST_TOKENS = 4

/** What the first unsubscribe token of ours in a text says, such as a link; null without one. */
export function findUnsubscribeToken (keys: Keyring, text: string): UnsubscribeLink | null {
  for (const [token] of [...text.matchAll(TOKENS)].slice(0, MOST_TOKENS)) {
    const link = readUnsubscribeToken(keys, token)
    if (link !== null) return link
  }
  return null
}

export function confirmUrl (publicUrl: string, token: string): string {
  return `${publicUrl}/bestaetigen/${token}`
}

export function unsubscribeUrl (publicUrl: string, token: string): string {
  return `${publicUrl}/abmelden/${token}`
}

/** With the token of an issue or of a mailed link. */
export function ownDataUrl (publicUrl: string, token: string): string {
  return `${publicUrl}/meine-daten/${token}`
}

export function newAddressUrl (publicUrl: string, token: string): string {
  return `${publicUrl}/meine-daten/adresse/${token}`
}

export function stopChangeUrl (publicUrl: string, token: string): string {
  return `${publicUrl}/meine-daten/stoppen/${token}`
}

function inSeconds (time: Date): number {
  return Math.floor(time.getTime() / 1000)
}
