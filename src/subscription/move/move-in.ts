import type { Clock } from '../../platform/clock.js'
import type { Keyring } from '../../platform/crypto/keyring.js'
import { sealAddress } from '../../platform/crypto/seal.js'
import type { Queryable } from '../../platform/database/pool.js'
import type { MailAddress } from '../../platform/mail/address.js'
import { dayOf } from '../../platform/text/dates.js'
import { judgeStanding } from '../import/add-imported.js'
import { keepMovedKey, suppressedAs, type MovedKey } from './moved-keys.js'
import { storeMoved, storeMovedProofs, storeSuppressions } from './move.queries.js'
import type { SuppressionReason } from '../suppression.js'

interface MoveInDeps { db: Queryable, keys: Keyring, clock: Clock }

/** An active subscriber of another installation. Times are in ISO 8601; ids are of this one. */
export interface Newcomer {
  id: string
  address: MailAddress
  wording: number
  source: number | null
  requestedAt: string
  mailSentAt: string | null
  confirmedAt: string
  proof: MovedProof | null
}

export interface MovedProof {
  wording: number
  askedAt: string
  mailedAt: string | null
  mailHash: string | null
  confirmedAt: string
}

export interface MovedIn { added: number, known: number, suppressed: number }

/** No import has this number. */
const NO_IMPORT = 0

/**
 * Adds active subscribers of another installation, sealed and found by the keys of this one, with
 * their consent. They keep their ids, so that the journal knows who left. Nobody who is stored is
 * changed, and nobody who is suppressed is added.
 */
export async function moveIn (
  { db, keys, clock }: MoveInDeps, newcomers: readonly Newcomer[], moved: readonly MovedKey[]
): Promise<MovedIn> {
  const indexes = newcomers.map(({ address: { canonical } }) => suppressedAs(keys, moved, canonical))
  const standings = await judgeStanding({ db, clock }, NO_IMPORT, indexes)
  const fresh = newcomers.flatMap((newcomer, place) =>
    standings[place] === 'new' ? [{ ...newcomer, index: (indexes[place] as [Buffer])[0] }] : [])
  const stored = await storeMoved.run({
    ids: fresh.map(({ id }) => id),
    indexes: fresh.map(({ index }) => index),
    seals: fresh.map(({ id, address: { address } }) => sealAddress(keys, id, address)),
    wordings: fresh.map(({ wording }) => wording),
    sources: fresh.map(({ source }) => source ?? 0),
    requestedAt: fresh.map(({ requestedAt }) => requestedAt),
    mailSentAt: fresh.map(({ mailSentAt }) => mailSentAt ?? ''),
    confirmedAt: fresh.map(({ confirmedAt }) => confirmedAt),
    day: dayOf(clock.now())
  }, db)
  const added = new Set(stored.map(({ id }) => id))
  await storeProofs(db, fresh.flatMap(({ id, proof }) => proof === null || !added.has(id) ? [] : [{ id, ...proof }]))
  const suppressed = standings.filter(standing => standing === 'suppressed').length
  return { added: added.size, suppressed, known: newcomers.length - added.size - suppressed }
}

async function storeProofs (db: Queryable, proofs: ReadonlyArray<MovedProof & { id: string }>): Promise<void> {
  if (proofs.length === 0) return
  await storeMovedProofs.run({
    ids: proofs.map(({ id }) => id),
    wordings: proofs.map(({ wording }) => wording),
    askedAt: proofs.map(({ askedAt }) => askedAt),
    mailedAt: proofs.map(({ mailedAt }) => mailedAt ?? ''),
    mailHashes: proofs.map(({ mailHash }) => mailHash ?? ''),
    confirmedAt: proofs.map(({ confirmedAt }) => confirmedAt)
  }, db)
}

/** A suppressed address of another installation, by the fingerprint that `key` made of it. */
export interface MovedSuppression {
  fingerprint: string
  key: Buffer
  reason: SuppressionReason
  since: string
  until: string
}

/**
 * Suppresses what another installation has suppressed, for as long as it would have been there. Its
 * keys are kept with it, sealed, to find the addresses by. Returns how many are new.
 */
export async function moveSuppressionsIn (
  { db, keys, clock }: MoveInDeps, suppressions: readonly MovedSuppression[]
): Promise<number> {
  const names = new Map<Buffer, { version: number, movedKey: string }>()
  for (const { key } of suppressions) {
    if (names.has(key)) continue
    const version = keys.versions.find(each => keys.require('index', each).equals(key))
    const name = version === undefined
      ? { version: 0, movedKey: await keepMovedKey({ db, keys }, key) }
      : { version, movedKey: '' }
    names.set(key, name)
  }
  const named = suppressions.map(each => ({ ...each, name: names.get(each.key) }))
  return (await storeSuppressions.one({
    indexes: named.map(({ fingerprint }) => fingerprint),
    versions: named.map(({ name }) => name?.version ?? 0),
    movedKeys: named.map(({ name }) => name?.movedKey ?? ''),
    reasons: named.map(({ reason }) => reason),
    suppressedAt: named.map(({ since }) => since),
    endsAt: named.map(({ until }) => until),
    now: clock.now()
  }, db)).count
}
