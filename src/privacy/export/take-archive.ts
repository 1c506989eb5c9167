import type { Pool } from 'pg'
import { inTransaction } from '../../platform/database/pool.js'
import { ArchiveFault } from './archive-fault.js'
import { beginArchive, endArchive, findArchive } from './export.queries.js'
import { readArchive, type ArchiveFacts, type ArchiveFile } from './read-archive.js'
import { takeContent } from './take-content.js'
import { createPeople, isOfPeople } from './take-people.js'
import { NOTHING_TAKEN, type TakeDeps, type Taken } from './taking.js'

/** When an archive was taken over as a whole; null if it was not. */
export async function takenBefore (
  { pool }: { pool: Pool }, { header }: Pick<ArchiveFacts, 'header'>
): Promise<Date | null> {
  return (await findArchive.maybeOne({ id: header.id }, pool))?.endedAt ?? null
}

/**
 * Takes over an archive that was verified, in portions of a transaction each. Nobody and nothing
 * that is here is changed, so it can be run again after any interruption. Throws an ArchiveFault if
 * the file is not the one that was verified.
 */
export async function takeArchive (
  deps: TakeDeps, file: ArchiveFile, facts: ArchiveFacts, onProgress: (subscribers: number) => void = () => {}
): Promise<Taken> {
  const { pool, clock, log, witness } = deps
  const { header: { id }, sha256 } = facts
  await beginArchive.one({ id, now: clock.now() }, pool)
  const taken: Taken = { ...NOTHING_TAKEN }
  const people = createPeople(deps, taken, onProgress)
  for await (const { record } of readArchive(file)) {
    if (record.kind === 'archive') {
      if (record.id !== id) throw new ArchiveFault('changed')
    } else if (record.kind === 'end') {
      if (record.sha256 !== sha256) throw new ArchiveFault('changed')
    } else if (isOfPeople(record)) await people.take(record)
    else taken[await takeContent(deps, record)]++
  }
  await people.end()
  const { added, known, suppressed, gone } = taken
  await inTransaction(pool, async db => {
    await endArchive.run({ id, now: clock.now() }, db)
    await witness(db, 'archive.taken', { ...taken })
  })
  log.info({ event: 'archive_taken', added, known, suppressed, gone }, 'an archive was taken over')
  return taken
}
