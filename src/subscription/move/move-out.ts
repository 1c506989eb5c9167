import type { Clock } from '../../platform/clock.js'
import { MissingKey, type Keyring } from '../../platform/crypto/keyring.js'
import { openAddress } from '../../platform/crypto/seal.js'
import type { Queryable } from '../../platform/database/pool.js'
import { readMovedKeys } from './moved-keys.js'
import {
  countToExport, listSources, listSubscribers, listSuppressions, listWordings, type ICountToExportResult,
  type IListSubscribersResult, type IListSuppressionsResult, type IListWordingsResult
} from './move.queries.js'

export interface MoveOutDeps { db: Queryable, keys: Keyring, clock: Clock }

/** A row with its address; null if its seal does not open. */
export interface MovingSubscriber extends Omit<IListSubscribersResult, 'addressSealed'> { address: string | null }

/** Some milliseconds of work, so that nobody waits for it. */
const AT_ONCE = 1_000
const FIRST_ID = '00000000-0000-0000-0000-000000000000'

/** How many active subscribers and suppressions there are. */
export async function countMoving ({ db, clock }: MoveOutDeps): Promise<ICountToExportResult> {
  return await countToExport.one({ now: clock.now() }, db)
}

/**
 * All active subscribers in portions. Who has not confirmed is none of them: they have not agreed
 * yet. Throws a MissingKey if one cannot be opened for want of a key.
 */
export async function * movingSubscribers ({ db, keys }: MoveOutDeps): AsyncGenerator<MovingSubscriber[]> {
  for (let after: string | undefined = FIRST_ID; after !== undefined;) {
    const rows: IListSubscribersResult[] = await listSubscribers.run({ after, limit: AT_ONCE }, db)
    yield rows.map(({ addressSealed, ...row }) => ({ ...row, address: open(keys, row.id, addressSealed) }))
    after = rows.length < AT_ONCE ? undefined : rows.at(-1)?.id
  }
}

function open (keys: Keyring, id: string, sealed: Buffer): string | null {
  try {
    return openAddress(keys, id, sealed)
  } catch (error) {
    if (error instanceof MissingKey) throw error
    return null
  }
}

/** Every wording that an active subscriber agreed to. */
export async function movingWordings ({ db }: Pick<MoveOutDeps, 'db'>): Promise<IListWordingsResult[]> {
  return await listWordings.run(undefined, db)
}

/** Where the consent of imported subscribers comes from, in portions. */
export async function * movingSources (
  { db }: Pick<MoveOutDeps, 'db'>
): AsyncGenerator<Array<{ id: number, source: string, firstNotedAt: Date }>> {
  for (let after: number | undefined = 0; after !== undefined;) {
    const rows: Array<{ id: number, source: string, firstNotedAt: Date }> =
      await listSources.run({ after, limit: AT_ONCE }, db)
    yield rows
    after = rows.length < AT_ONCE ? undefined : rows.at(-1)?.id
  }
}

/** A key that fingerprints were made with: a version of ours, or one that was moved here before. */
export interface FingerprintKey { name: string, key: Buffer }

/**
 * The keys without which the fingerprints of suppressed addresses would be of no use elsewhere. No
 * address can be opened with them.
 */
export async function movingKeys ({ db, keys }: MoveOutDeps): Promise<FingerprintKey[]> {
  const moved = await readMovedKeys({ db, keys })
  return [
    ...keys.versions.map(version => ({ name: String(version), key: keys.require('index', version) })),
    ...moved.map(({ id, key }) => ({ name: id, key }))
  ]
}

/** A suppression, and the name of the key that made its fingerprint. */
export interface MovingSuppression extends Pick<IListSuppressionsResult, 'reason' | 'suppressedAt' | 'endsAt'> {
  fingerprint: Buffer
  keyName: string
}

/** All suppressions that still hold, in portions. */
export async function * movingSuppressions ({ db, clock }: MoveOutDeps): AsyncGenerator<MovingSuppression[]> {
  const now = clock.now()
  for (let after: Buffer | undefined = Buffer.alloc(0); after !== undefined;) {
    const rows: IListSuppressionsResult[] = await listSuppressions.run({ after, now, limit: AT_ONCE }, db)
    yield rows.map(({ addressIndex, keyVersion, movedKeyId, ...row }) => ({
      ...row, fingerprint: addressIndex, keyName: movedKeyId ?? String(keyVersion)
    }))
    after = rows.length < AT_ONCE ? undefined : rows.at(-1)?.addressIndex
  }
}
