import { openAddress } from '../../platform/crypto/seal.js'
import { inTransaction, type Queryable } from '../../platform/database/pool.js'
import type { Log } from '../../platform/log/log.js'
import { requireAddress } from '../../platform/mail/address.js'
import { peekWait, secondsEach } from '../confirmation-pace.js'
import { DAY_MS } from '../mail-limit.js'
import { decide, prepare, store, type SubscribeDeps } from '../subscribe.js'
import { findToAsk, postponeAsking, type IFindToAskResult } from './import.queries.js'

export interface AskDeps extends SubscribeDeps { log: Log }

/** People who sign up wait no longer than this behind addresses of an import. */
const AHEAD_SECONDS = 10
const LANE = 'further'
const MOST = 250

/**
 * Asks the next imported addresses for their consent, by a mail as sign-ups are answered by. They
 * take the turns of the second lane that are free, and only those of the next seconds: so they
 * hardly hold up anybody who signs up. The limits of each mailbox hold for them, too. Resolves with
 * the number of mails.
 */
export async function askImported (deps: AskDeps): Promise<number> {
  const turns = Math.floor((AHEAD_SECONDS - await peekWait(deps, LANE)) / secondsEach(deps.mailsPerMinute))
  if (turns <= 0) return 0
  const rows = await findToAsk.run({ now: deps.clock.now(), limit: Math.min(turns, MOST) }, deps.pool)
  if (rows.length === 0) return 0
  const consentTextId = await deps.consentTextId()
  const opened = rows.map(row => ({ id: row.id, signUp: prepareRow(deps, row) }))
  // The second of one mailbox must see what the first has done, and waits.
  const chosen = firstOfEach(opened, ({ id, signUp }) => signUp?.mailbox.toString('hex') ?? id)
  return await inTransaction(deps.pool, async db => {
    const decided = await decide(db, chosen.flatMap(({ signUp }) => signUp ?? []))
    const pending = decided.filter(({ known }) => known?.state === 'pending')
    await store(db, { ...deps, own: false }, consentTextId, pending)
    const asked = pending.filter(({ wanted }) => wanted)
    await postpone(db, deps, chosen.map(({ id }) => id), new Set(asked.map(({ id }) => id)))
    return asked.length
  })
}

function firstOfEach<T> (all: readonly T[], keyOf: (one: T) => string): T[] {
  const known = new Set<string>()
  return all.filter(one => !known.has(keyOf(one)) && known.add(keyOf(one)))
}

/** Who could not be asked now is asked later: what stands in the way is over by then. */
async function postpone (
  db: Queryable, { clock }: Pick<AskDeps, 'clock'>, ids: readonly string[], asked: ReadonlySet<string>
): Promise<void> {
  const until = new Date(clock.now().getTime() + DAY_MS)
  await postponeAsking.run({ ids: ids.filter(id => !asked.has(id)), until }, db)
}

/** What a stored address is known by; null if its seal does not open. */
function prepareRow (deps: AskDeps, { id, addressSealed }: IFindToAskResult): ReturnType<typeof prepare> | null {
  try {
    return prepare(deps, { ...requireAddress(openAddress(deps.keys, id, addressSealed)), lane: LANE })
  } catch {
    deps.log.error({ event: 'seals_damaged', readers: [id], count: 1 }, 'addresses cannot be opened')
    return null
  }
}
