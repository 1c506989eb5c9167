import { createHash, randomBytes, randomUUID } from 'node:crypto'
import type { Pool } from 'pg'
import type { Clock } from '../../platform/clock.js'
import type { Queryable } from '../../platform/database/pool.js'
import {
  endSession as removeSession, endSessionsOf, findSession as findSessionByHash, insertSession,
  listSessions as listSessionsOf, markProved, touchSession, type IFindSessionResult
} from '../editor.queries.js'
import { rolesOf, type Role } from '../account/role.js'
import type { EditorTimes } from '../settings.js'

/**
 * How far signing in has come. `password`: the second factor is still asked for. `setup`: the
 * account has no second factor yet, and can do nothing but get one. `full`: signed in.
 */
export type SessionStage = 'password' | 'setup' | 'full'

/** A session, and the account that it belongs to, as they stand at this request. */
export interface Session {
  id: string
  stage: SessionStage
  editor: { id: string, name: string, roles: Role[], textMode: boolean }
  /** When all factors were last given. */
  provedAt: Date
}

export interface SessionDeps extends Pick<EditorTimes, 'sessionIdleSeconds' | 'sessionLifetimeSeconds'> {
  pool: Pool
  clock: Clock
}

const TOKEN_BYTES = 32
/** Until the second factor is given, or set up. */
const UNFINISHED_SECONDS = 15 * 60
const TOUCH_EVERY_MS = 60_000

/**
 * Begins a session and returns the token for the cookie, 256 random bits in base64url. Each step of
 * signing in gets a session of its own: a token that was known before gains nothing. `provedAt` is
 * when all factors were given, if that was not now.
 */
export async function startSession (
  { db, clock, sessionLifetimeSeconds }: Pick<SessionDeps, 'clock' | 'sessionLifetimeSeconds'> & { db: Queryable },
  { editorId, stage, device, provedAt }: { editorId: string, stage: SessionStage, device: string, provedAt?: Date }
): Promise<string> {
  const token = randomBytes(TOKEN_BYTES).toString('base64url')
  const now = clock.now()
  const seconds = stage === 'full' ? sessionLifetimeSeconds : UNFINISHED_SECONDS
  await insertSession.run({
    id: randomUUID(),
    tokenHash: hashToken(token),
    editorId,
    stage,
    device,
    now,
    provedAt: provedAt ?? now,
    expiresAt: new Date(now.getTime() + seconds * 1000)
  }, db)
  return token
}

/**
 * The session of a token; null if there is none, if it has ended, or if its account is disabled.
 * Finding it counts as use.
 */
export async function findSession (deps: SessionDeps, token: string): Promise<Session | null> {
  const { pool, clock } = deps
  const now = clock.now()
  const row = await findStanding(deps, token)
  if (row === null) return null
  if (now.getTime() - row.seenAt.getTime() > TOUCH_EVERY_MS) await touchSession.run({ id: row.id, now }, pool)
  const { id, stage, provedAt, editorId, name, textMode } = row
  return { id, stage, provedAt, editor: { id: editorId, name, roles: rolesOf(row), textMode } }
}

/** Whether somebody is still signed in with a token. Asking does not count as use. */
export async function isSignedIn (deps: SessionDeps, token: string): Promise<boolean> {
  return (await findStanding(deps, token))?.stage === 'full'
}

async function findStanding (
  { pool, clock, sessionIdleSeconds }: SessionDeps, token: string
): Promise<IFindSessionResult | null> {
  const now = clock.now()
  return await findSessionByHash.maybeOne({
    tokenHash: hashToken(token), now, idleSince: idleSince(now, sessionIdleSeconds)
  }, pool)
}

/** Remembers that all factors were given again. */
export async function proveAgain (
  { pool, clock }: Pick<SessionDeps, 'pool' | 'clock'>, sessionId: string
): Promise<void> {
  await markProved.run({ id: sessionId, now: clock.now() }, pool)
}

/** Ends one session of an account. False if it has none with this id. */
export async function endSession (
  { db }: { db: Queryable }, { id, editorId }: { id: string, editorId: string }
): Promise<boolean> {
  return (await removeSession.run({ id, editorId }, db)).length > 0
}

/** Ends all sessions of an account but one, if one is given. */
export async function endOtherSessions (
  { db }: { db: Queryable }, { editorId, except = null }: { editorId: string, except?: string | null }
): Promise<void> {
  await endSessionsOf.run({ editorId, except }, db)
}

/** One's own sessions, the last used first. */
export interface OwnSession { id: string, device: string, startedAt: Date, seenAt: Date }

export async function listSessions (
  { pool, clock, sessionIdleSeconds }: SessionDeps, editorId: string
): Promise<OwnSession[]> {
  const now = clock.now()
  return await listSessionsOf.run({ editorId, now, idleSince: idleSince(now, sessionIdleSeconds) }, pool)
}

/** Before this, a session must have been used to be alive. */
export function idleSince (now: Date, sessionIdleSeconds: number): Date {
  return new Date(now.getTime() - sessionIdleSeconds * 1000)
}

function hashToken (token: string): Buffer {
  return createHash('sha256').update(token).digest()
}
