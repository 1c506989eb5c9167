import { randomUUID } from 'node:crypto'
import type { Pool } from 'pg'
import type { Clock } from '../platform/clock.js'
import type { Keyring } from '../platform/crypto/keyring.js'
import { fingerprints, sealAddress } from '../platform/crypto/seal.js'
import { inTransaction, type Queryable } from '../platform/database/pool.js'
import { dayOf } from '../platform/text/dates.js'
import { secondsEach, type Lane } from './confirmation-pace.js'
import { SUBSCRIPTION_MAIL } from './job-names.js'
import { mailboxOfReader } from './mailboxes.js'
import { exceededLimit, recentRequests, type MailLimit } from './mail-limit.js'
import {
  findKnown, findMailRequests, holdMailboxes, noteMailRequests, storeSignUps, type IFindKnownResult
} from './subscription.queries.js'

export interface SubscribeDeps {
  pool: Pool
  keys: Keyring
  clock: Clock
  consentTextId: () => Promise<number>
  mailsPerMinute: number
}

/** An address that was signed up, and the lane that its mail takes. */
export interface SignUp { address: string, canonical: string, lane?: Lane }

/**
 * Takes sign-ups of different mailboxes: stores the addresses, sealed, as pending and enqueues the
 * mails that ask for their confirmation, all in one transaction. Resolves, for each, with the
 * seconds until a mail on its lane may leave.
 *
 * It says nothing about whether an address was known: one that is active already gets a mail that
 * says so, one whose mailbox was mailed to lately gets none, and the statements that run are the
 * same for all.
 */
export async function subscribe (deps: SubscribeDeps, signUps: readonly SignUp[]): Promise<number[]> {
  const consentTextId = await deps.consentTextId()
  const prepared = signUps.map(signUp => prepare(deps, signUp))
  return await inTransaction(deps.pool, async client => {
    return await store(client, deps, consentTextId, await decide(client, prepared))
  })
}

interface Prepared {
  address: string
  lane: Lane
  now: Date
  indexes: [Buffer, ...Buffer[]]
  mailbox: Buffer
}

/** Computes what a sign-up is known by. */
export function prepare (
  { keys, clock }: Pick<SubscribeDeps, 'keys' | 'clock'>, { address, canonical, lane = 'first' }: SignUp
): Prepared {
  const { signUp: mailbox } = mailboxOfReader(keys, canonical)
  return { address, lane, now: clock.now(), indexes: fingerprints(keys, canonical), mailbox }
}

export interface Decided extends Prepared {
  /** Of the subscriber, known or new. */
  id: string
  /** What is stored already; null for a newcomer. */
  known: IFindKnownResult | null
  /** Which limit another mail to the mailbox would exceed; null for none. */
  limit: MailLimit | null
  wanted: boolean
  /** The mailbox's requests that still count. */
  askedAt: Date[]
}

/** Until the transaction ends, nobody else signs these mailboxes up, or erases their addresses. */
export async function hold (db: Queryable, mailboxes: readonly Buffer[]): Promise<void> {
  const hashes = mailboxes.map(mailbox => mailbox.readBigInt64BE()).sort(byValue).map(String)
  await holdMailboxes.run({ hashes }, db)
}

/**
 * Finds out who is known, and who may get a mail. From here on, nobody else signs up these
 * mailboxes.
 */
export async function decide (db: Queryable, signUps: readonly Prepared[]): Promise<Decided[]> {
  await hold(db, signUps.map(({ mailbox }) => mailbox))
  const pairs = signUps.flatMap(({ indexes }, place) => indexes.map(index => ({ place, index })))
  const known = await findKnown.run({
    job: SUBSCRIPTION_MAIL, signUps: pairs.map(({ place }) => place), indexes: pairs.map(({ index }) => index)
  }, db)
  const subscribers = new Map(known.map(row => [row.signUp, row]))
  const requests = await findMailRequests.run({ mailboxes: signUps.map(({ mailbox }) => mailbox) }, db)
  const askedBefore = new Map(requests.map(({ mailbox, askedAt }) => [mailbox.toString('hex'), askedAt]))
  return signUps.map((signUp, place) => {
    const { now, mailbox } = signUp
    const subscriber = subscribers.get(place) ?? null
    const recent = recentRequests(askedBefore.get(mailbox.toString('hex')) ?? [], now)
    const limit = exceededLimit(recent, now)
    const wanted = subscriber?.mailWaits !== true && limit === null
    const askedAt = wanted || recent.length === 0 ? [...recent, now] : recent
    return { ...signUp, id: subscriber?.id ?? randomUUID(), known: subscriber, limit, wanted, askedAt }
  })
}

interface StoreDeps extends Omit<SubscribeDeps, 'pool' | 'consentTextId'> {
  /** Whether readers signed up themselves: then an import that brought them no longer counts. */
  own?: boolean
}

/**
 * Stores those who want a mail, counts the newcomers and remembers the requests. Resolves, for
 * each, with the seconds until a mail on its lane may leave.
 */
export async function store (
  db: Queryable,
  { keys, clock, mailsPerMinute, own = true }: StoreDeps,
  consentTextId: number,
  signUps: readonly Decided[]
): Promise<number[]> {
  const asked = signUps.flatMap(({ mailbox, askedAt }) => askedAt.map(at => ({ mailbox, at })))
  await noteMailRequests.run({ mailboxes: asked.map(({ mailbox }) => mailbox), times: asked.map(({ at }) => at) }, db)
  const each = secondsEach(mailsPerMinute)
  // Sealed whether wanted or not: it must not take less time for some.
  const all = placeInLanes(signUps).map(signUp => ({ ...signUp, seal: sealAddress(keys, signUp.id, signUp.address) }))
  const wanted = all.filter(signUp => signUp.wanted)
  const lanes = await storeSignUps.run({
    job: SUBSCRIPTION_MAIL,
    each,
    own,
    consentTextId,
    day: dayOf(clock.now()),
    newcomers: wanted.filter(({ known }) => known === null).length,
    ids: wanted.map(({ id }) => id),
    indexes: wanted.map(({ indexes: [index] }) => index),
    seals: wanted.map(({ seal }) => seal),
    requestedAt: wanted.map(({ now }) => now),
    lanes: wanted.map(({ lane }) => lane),
    places: wanted.map(({ place }) => place)
  }, db)
  const startsIn = new Map(lanes.map(row => [row.lane, row.startsIn]))
  return all.map(({ lane, place }) => {
    const first = startsIn.get(lane)
    if (first === undefined) throw new Error(`the lane ${lane} is missing from confirmation_pace`)
    return first + place * each
  })
}

/** Adds how many mails of the same lane come before each. */
function placeInLanes (signUps: readonly Decided[]): Array<Decided & { place: number }> {
  const before: Record<Lane, number> = { first: 0, further: 0 }
  return signUps.map(signUp => ({ ...signUp, place: signUp.wanted ? before[signUp.lane]++ : before[signUp.lane] }))
}

function byValue (a: bigint, b: bigint): number {
  return a < b ? -1 : a > b ? 1 : 0
}
