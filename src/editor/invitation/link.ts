import { randomUUID } from 'node:crypto'
import type { Clock } from '../../platform/clock.js'
import type { Keyring } from '../../platform/crypto/keyring.js'
import { makeToken, readToken } from '../../platform/crypto/token.js'
import type { Queryable } from '../../platform/database/pool.js'
import {
  findEditorLink, findFirstLink, findLinkOf, forgetLinksOf, insertEditorLink, renewFirstLink, useEditorLink
} from '../editor.queries.js'

/** What a link is for: the very first account, an invitation, a new password. */
export type LinkPurpose = 'first' | 'invitation' | 'password'

/** The first three belong to subscription/links.ts: a number is never given to another purpose. */
const EDITOR_LINK = 3

/** A link that works once. `editorId` is null for the link to the first account. */
export type EditorLink = { purpose: 'first', editorId: null } | { purpose: 'invitation' | 'password', editorId: string }

interface LinkDeps { db: Queryable, keys: Keyring, clock: Clock }

/** The token of the link to the first account. There is one link: while it is valid, it stays. */
export async function firstLinkToken ({ db, keys, clock }: LinkDeps, ttlSeconds: number): Promise<string> {
  const now = clock.now()
  await renewFirstLink.run({ id: randomUUID(), now, expiresAt: expiry(clock, ttlSeconds) }, db)
  return tokenOf(keys, await findFirstLink.one({ now }, db))
}

/** Makes a link for an account; an earlier one for the same purpose stops working. */
export async function makeEditorLink (
  { db, keys, clock }: LinkDeps,
  { purpose, editorId, ttlSeconds }: { purpose: 'invitation' | 'password', editorId: string, ttlSeconds: number }
): Promise<string> {
  const link = { id: randomUUID(), expiresAt: expiry(clock, ttlSeconds) }
  await forgetLinksOf.run({ editorId, purpose }, db)
  await insertEditorLink.run({ ...link, purpose, editorId }, db)
  return tokenOf(keys, link)
}

/** What a link leads to; null if it is not one of ours, was used, or has expired. */
export async function findLink ({ db, keys, clock }: LinkDeps, token: string): Promise<EditorLink | null> {
  const content = readToken(keys, EDITOR_LINK, token)
  if (content === null) return null
  return toLink(await findEditorLink.maybeOne({ id: content.id, now: clock.now() }, db))
}

/** The same, and uses it up: of two who come at once, one gets null. */
export async function useLink ({ db, keys, clock }: LinkDeps, token: string): Promise<EditorLink | null> {
  const content = readToken(keys, EDITOR_LINK, token)
  if (content === null) return null
  return toLink(await useEditorLink.maybeOne({ id: content.id, now: clock.now() }, db))
}

/** The path of an account's link below the public URL; null if it has none that can be used. */
export async function findLinkPath (
  { db, keys, clock }: LinkDeps, { editorId, purpose }: { editorId: string, purpose: 'invitation' | 'password' }
): Promise<string | null> {
  const link = await findLinkOf.maybeOne({ editorId, purpose, now: clock.now() }, db)
  return link === null ? null : linkPath(purpose, tokenOf(keys, link))
}

/** The path of a link below the public URL. */
export function linkPath (purpose: LinkPurpose, token: string): string {
  return purpose === 'password' ? `/redaktion/neues-passwort/${token}` : `/redaktion/willkommen/${token}`
}

function toLink (row: { purpose: LinkPurpose, editorId: string | null } | null): EditorLink | null {
  if (row === null) return null
  const { purpose, editorId } = row
  if (purpose === 'first') return { purpose, editorId: null }
  return editorId === null ? null : { purpose, editorId }
}

function expiry (clock: Clock, ttlSeconds: number): Date {
  return new Date(clock.now().getTime() + ttlSeconds * 1000)
}

/** The token names the row, so that neither the database nor a job holds it. */
function tokenOf (keys: Keyring, { id, expiresAt }: { id: string, expiresAt: Date }): string {
  return makeToken(keys, EDITOR_LINK, { id, number: Math.floor(expiresAt.getTime() / 1000) })
}
