import { parseAddress } from '../../platform/mail/address.js'
import { openText } from '../../platform/crypto/seal.js'
import { inTransaction } from '../../platform/database/pool.js'
import { createSemaphore } from '../../platform/semaphore.js'
import { eraseAddress } from '../../subscription/erase-address.js'
import { findStored } from '../../subscription/help-desk.js'
import { unsubscribe } from '../../subscription/unsubscribe.js'
import { dropUnread, findUnread, holdUnread, listUnread, type IListUnreadResult } from '../bounce.queries.js'
import { readReport } from '../read/read-report.js'
import type { Report } from '../read/report.js'
import { endBounced, type EndDeps } from './end-bounced.js'
import { findOwner, type Owner } from './find-owner.js'
import { identityOf } from './identity.js'
import { recordMails, type RecordDeps } from './record.js'

type UnreadDeps = RecordDeps & EndDeps

/** Those that wait: wishes to leave first, then the oldest. At most `limit`. */
export async function listUnreadMails (
  { pool }: Pick<UnreadDeps, 'pool'>, { limit }: { limit: number }
): Promise<IListUnreadResult[]> {
  return await listUnread.run({ limit }, pool)
}

/** A mail that waits, opened. */
export interface OpenedMail extends IListUnreadResult {
  raw: Buffer
  report: Report
  owner: Owner | null
  /** Whether its writer is stored; null if it names none. */
  isStored: boolean | null
}

/** Opens a mail that waits; null if it does not any more. That somebody read it is witnessed. */
export async function openUnread (deps: UnreadDeps, id: string): Promise<OpenedMail | null> {
  const opened = await open(deps, id)
  if (opened === null) return null
  await inTransaction(deps.pool, async db => await deps.witness(db, 'bounces.mail_read', {}))
  const writer = writerOf(opened.report)
  return { ...opened, isStored: writer === null ? null : (await findStored(deps, writer)).length > 0 }
}

async function open (
  { pool, keys }: Pick<UnreadDeps, 'pool' | 'keys'>, id: string
): Promise<Omit<OpenedMail, 'isStored'> | null> {
  const row = await findUnread.maybeOne({ id }, pool)
  if (row === null) return null
  const { sealed, ...known } = row
  const raw = Buffer.from(openText(keys, { purpose: 'seal', id }, sealed), 'base64')
  const report = await readReport(raw)
  return { ...known, raw, report, owner: findOwner(keys, report, []) }
}

function writerOf ({ from }: Report): string | null {
  const parsed = from === null ? null : parseAddress(from)
  return parsed?.ok === true ? parsed.value.canonical : null
}

/** What somebody says that a mail is. */
export const HAND_CLASSES = ['unsubscribe', 'hard', 'complaint', 'soft', 'ignored'] as const

export type HandClass = typeof HAND_CLASSES[number]

/**
 * What became of it. `nobody`: nothing in the mail proves whose it is. `not-stored`: the address is
 * not stored, so nothing was to be done. `gone`: it does not wait any more.
 */
export type Classed = 'done' | 'nobody' | 'not-stored' | 'gone'

/**
 * Acts on a mail as somebody classes it, and forgets it. Of two at once, one acts. A wish to leave
 * is believed although nothing proves it: a human has read it. Everything else needs a valid tag or
 * token.
 */
export async function classUnread (deps: UnreadDeps, { id, as }: { id: string, as: HandClass }): Promise<Classed> {
  const leaveTurn = await classing.acquire()
  try {
    return await inTransaction(deps.pool, async db => {
      const [held] = await holdUnread.run({ id }, db)
      const opened = held === undefined ? null : await open(deps, id)
      if (opened === null) return 'gone'
      const classed = await act(deps, opened, as)
      if (classed === 'nobody') return classed
      await dropUnread.run({ id }, db)
      await deps.witness(db, 'bounces.mail_classed', { as })
      return classed
    })
  } finally {
    leaveTurn()
  }
}

/** A mail is held in one transaction while others act on it: one at a time, for the pool's sake. */
const classing = createSemaphore(1)

async function act (
  deps: UnreadDeps, { report, owner, raw, size }: Omit<OpenedMail, 'isStored'>, as: HandClass
): Promise<Classed> {
  if (as === 'ignored') return 'done'
  if (as === 'unsubscribe') return await leave(deps, report, owner)
  if (owner === null) return 'nobody'
  const decision = { does: 'count', kind: as, owner } as const
  const identity = identityOf(deps.keys, decision, { report, raw })
  const { readers } = await recordMails(deps, [{ identity, kind: as, decision, raw, size }])
  await endBounced(deps, readers)
  return 'done'
}

async function leave (deps: UnreadDeps, report: Report, owner: Owner | null): Promise<Classed> {
  if (owner !== null) return await unsubscribe(deps, owner) ? 'done' : 'not-stored'
  const writer = writerOf(report)
  if (writer === null) return 'nobody'
  const { pool, keys, clock } = deps
  const erased = await inTransaction(pool, async db => await eraseAddress({ db, keys, clock }, writer))
  if (erased === 0) return 'not-stored'
  await deps.writeJournal()
  return 'done'
}
