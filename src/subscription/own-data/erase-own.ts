import type { Pool } from 'pg'
import type { Clock } from '../../platform/clock.js'
import type { Keyring } from '../../platform/crypto/keyring.js'
import { inTransaction } from '../../platform/database/pool.js'
import type { Log } from '../../platform/log/log.js'
import type { WriteJournal } from '../../platform/write-journal.js'
import { eraseAddress } from '../erase-address.js'
import type { OwnDataLink } from '../links.js'
import { openLink, type ClosedLink } from './open-link.js'

interface EraseDeps { pool: Pool, keys: Keyring, clock: Clock, log: Log, writeJournal: WriteJournal }

/** Erases the reader of a mailed link at once, from every table, with their mailbox's requests. */
export async function eraseOwn (
  { pool, keys, clock, log, writeJournal }: EraseDeps, link: OwnDataLink
): Promise<'erased' | ClosedLink> {
  const opened = await openLink({ db: pool, keys, clock }, link)
  if (opened.state !== 'open') return opened.state
  const count = await inTransaction(pool, async db =>
    await eraseAddress({ db, keys, clock }, opened.own.canonical))
  if (count === 0) return 'gone'
  await writeJournal()
  log.info({ event: 'subscriber_erased' }, 'a reader left and was erased')
  return 'erased'
}
