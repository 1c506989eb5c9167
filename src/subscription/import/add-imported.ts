import { createHash } from 'node:crypto'
import type { Clock } from '../../platform/clock.js'
import type { Queryable } from '../../platform/database/pool.js'
import { dayOf } from '../../platform/text/dates.js'
import {
  countImported as countImportedNow, judgeAddresses, lockUndoable, rememberConsentSource, storeImported,
  type ICountImportedResult
} from './import.queries.js'
import { eraseAndCount, rememberConsentText } from '../subscription.queries.js'

interface ImportDeps { db: Queryable, clock: Clock }

export type Standing = 'new' | 'known' | 'suppressed'

/**
 * How the addresses of an import stand, each by all fingerprints that it may be stored under. Those
 * that the import itself has added are new.
 */
export async function judgeStanding (
  { db, clock }: ImportDeps, importId: number, addresses: ReadonlyArray<readonly Buffer[]>
): Promise<Standing[]> {
  const owners = addresses.flatMap((indexes, place) => indexes.map(() => place))
  const fingerprints = Buffer.concat(addresses.flat())
  const found = await judgeAddresses.run({ import: importId, fingerprints, now: clock.now() }, db)
  const standings = addresses.map((): Standing => 'new')
  for (const { place, suppressed } of found) {
    const owner = owners[place] as number
    // Who is stored and suppressed is left as they are.
    if (standings[owner] !== 'known') standings[owner] = suppressed ? 'suppressed' : 'known'
  }
  return standings
}

/** Records the wordings and sources of consent that a file brings. Returns their ids in order. */
export async function recordConsent (
  { db, clock }: ImportDeps, { kind, texts }: { kind: 'wording' | 'source', texts: readonly string[] }
): Promise<number[]> {
  const ids: number[] = []
  for (const text of texts) {
    const [hash, now] = [createHash('sha256').update(text).digest(), clock.now()]
    const row = kind === 'wording'
      ? await rememberConsentText.one({ hash, wording: text, now }, db)
      : await rememberConsentSource.one({ hash, source: text, now }, db)
    ids.push(row.id)
  }
  return ids
}

export interface Portion {
  importId: number
  /** The fingerprint up to which addresses were added. */
  after: Buffer
  limit: number
  /** Whether each address is asked first, and to what. */
  asks: boolean
  consentTextId: number
  /** The ids of wordings and sources, by their number in the file. */
  wordings: number[]
  sources: number[]
}

/**
 * Adds the next addresses of an import: to be asked one after the other, or as active. It changes
 * nobody who is stored already.
 */
export async function addImported (
  { db, clock }: ImportDeps, portion: Portion
): Promise<{ looked: number, added: number, last: Buffer | null }> {
  const { importId, ...rest } = portion
  const now = clock.now()
  return await storeImported.one({ ...rest, import: importId, now, day: dayOf(now) }, db)
}

/**
 * Erases some of those whom an import has added and who have not confirmed, within the caller's
 * transaction. Returns how many.
 */
export async function eraseImported ({ db, clock }: ImportDeps, importId: number, limit: number): Promise<number> {
  const ids = (await lockUndoable.run({ import: importId, limit }, db)).map(({ id }) => id)
  return (await eraseAndCount.one({ ids, indexes: [], day: dayOf(clock.now()) }, db)).count
}

export type Imported = ICountImportedResult

/** What became of those whom an import has added. */
export async function countImported ({ db }: { db: Queryable }, importId: number): Promise<Imported> {
  return await countImportedNow.one({ import: importId }, db)
}
