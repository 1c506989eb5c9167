import { inTransaction } from '../../platform/database/pool.js'
import { parseAddress } from '../../platform/mail/address.js'
import { recordConsent } from '../../subscription/import/add-imported.js'
import { moveIn, moveSuppressionsIn, type MovedSuppression, type Newcomer } from '../../subscription/move/move-in.js'
import { readMovedKeys } from '../../subscription/move/moved-keys.js'
import { ArchiveFault } from './archive-fault.js'
import type { ArchiveRecord, RecordOf } from './format.js'
import type { TakeDeps, Taken } from './taking.js'

const OF_PEOPLE = ['suppression_key', 'suppression', 'wording', 'source', 'subscriber'] as const
type OfPeople = RecordOf<typeof OF_PEOPLE[number]>

export function isOfPeople (record: ArchiveRecord): record is OfPeople {
  return OF_PEOPLE.some(kind => kind === record.kind)
}

/** A transaction each: some 100 ms. */
const AT_ONCE = 2_000

/**
 * Takes over subscribers and suppressed addresses, in portions, and adds to the counts of `taken`.
 */
export function createPeople (deps: TakeDeps, taken: Taken, onProgress: (subscribers: number) => void) {
  const { pool, keys, clock, consentProof, erased } = deps
  const wordings = new Map<number, number>()
  const sources = new Map<number, number>()
  const fingerprintKeys = new Map<number, Buffer>()
  const texts = { wordingOf: lookUp(wordings), sourceOf: lookUp(sources), consentProof }
  const keyOf = lookUp(fingerprintKeys)
  let looked = 0

  const suppressions = inPortions<MovedSuppression>(async portion => {
    taken.suppressions += await inTransaction(pool, async db => await moveSuppressionsIn({ db, keys, clock }, portion))
  })
  const newcomers = inPortions<Newcomer>(async portion => {
    const { added, known, suppressed } = await inTransaction(pool, async db =>
      await moveIn({ db, keys, clock }, portion, await readMovedKeys({ db, keys })))
    taken.added += added
    taken.known += known
    taken.suppressed += suppressed
  })

  async function takeSubscriber (record: RecordOf<'subscriber'>): Promise<void> {
    onProgress(++looked)
    const newcomer = newcomerOf(record, texts)
    if (newcomer === 'unconfirmed' || newcomer === 'invalid') taken[newcomer]++
    else if (erased.has(record.id)) taken.gone++
    else await newcomers.add(newcomer)
  }

  return {
    async take (record: OfPeople): Promise<void> {
      if (record.kind === 'subscriber') return await takeSubscriber(record)
      if (record.kind === 'suppression_key') fingerprintKeys.set(record.number, Buffer.from(record.key, 'base64'))
      else if (record.kind === 'wording') wordings.set(record.number, await storeText(deps, record))
      else if (record.kind === 'source') sources.set(record.number, await storeText(deps, record))
      else {
        const { fingerprint, key, reason, since, until } = record
        await suppressions.add({ fingerprint, key: keyOf(key), reason, since, until })
      }
    },
    async end (): Promise<void> {
      await suppressions.end()
      await newcomers.end()
    }
  }
}

/** Gathers things and stores so many at once. */
function inPortions<T> (store: (portion: T[]) => Promise<void>) {
  let portion: T[] = []
  const end = async (): Promise<void> => {
    const full = portion
    portion = []
    if (full.length > 0) await store(full)
  }
  return {
    end,
    async add (item: T): Promise<void> {
      portion.push(item)
      if (portion.length >= AT_ONCE) await end()
    }
  }
}

/** Looks up what an archive names by number; it was verified that it is there. */
function lookUp<T> (known: ReadonlyMap<number, T>): (number: number) => T {
  return number => {
    const found = known.get(number)
    if (found === undefined) throw new ArchiveFault('changed')
    return found
  }
}

async function storeText ({ pool, clock }: TakeDeps, record: RecordOf<'wording' | 'source'>): Promise<number> {
  const at = new Date(record.kind === 'wording' ? record.first_shown_at : record.first_noted_at)
  const then = { now: () => at < clock.now() ? at : clock.now() }
  const [id] = await recordConsent({ db: pool, clock: then }, { kind: record.kind, texts: [record.text] })
  return id as number
}

interface Texts { wordingOf: (number: number) => number, sourceOf: (number: number) => number, consentProof: boolean }

function newcomerOf (
  record: RecordOf<'subscriber'>, { wordingOf, sourceOf, consentProof }: Texts
): Newcomer | 'unconfirmed' | 'invalid' {
  const { id, confirmed_at: confirmedAt, mail_sent_at: mailSentAt, requested_at: requestedAt, source, proof } = record
  if (record.state !== 'active' || confirmedAt === null) return 'unconfirmed'
  const address = parseAddress(record.address)
  if (!address.ok) return 'invalid'
  return {
    id,
    address: address.value,
    wording: wordingOf(record.wording),
    source: source === null ? null : sourceOf(source),
    requestedAt,
    mailSentAt,
    confirmedAt,
    proof: proof === null || !consentProof
      ? null
      : {
          wording: wordingOf(proof.wording),
          askedAt: proof.asked_at,
          mailedAt: proof.mailed_at,
          mailHash: proof.mail_sha256,
          confirmedAt: proof.confirmed_at
        }
  }
}
