import { createHash } from 'node:crypto'
import { ArchiveFault } from './archive-fault.js'
import type { ArchiveRecord, RecordOf } from './format.js'
import { readArchive, type ArchiveFacts, type ArchiveFile } from './read-archive.js'

/**
 * Reads a whole archive and changes nothing. Throws an ArchiveFault unless all of it can be taken
 * over: so nothing is ever taken over of an archive that is cut or was changed.
 */
export async function verifyArchive (file: ArchiveFile): Promise<ArchiveFacts> {
  const named = { wording: new Set<number>(), source: new Set<number>(), suppression_key: new Set<number>() }
  let header: RecordOf<'archive'> | null = null
  let end: RecordOf<'end'> | null = null
  for await (const { record, line } of readArchive(file)) {
    if (record.kind === 'archive') header = record
    else if (record.kind === 'end') end = record
    else if (record.kind === 'wording' || record.kind === 'source' || record.kind === 'suppression_key') {
      named[record.kind].add(record.number)
    } else if (!isWhole(record, named)) throw new ArchiveFault('garbage', line)
  }
  if (header === null || end === null) throw new ArchiveFault('cut')
  return { header, records: end.records, sha256: end.sha256 }
}

type Named = Readonly<Record<'wording' | 'source' | 'suppression_key', ReadonlySet<number>>>

/** Whether all that a record names came before it, and its bytes are those that its name says. */
function isWhole (record: ArchiveRecord, named: Named): boolean {
  if (record.kind === 'picture' || record.kind === 'document') {
    const hash = createHash('sha256').update(Buffer.from(record.data, 'base64')).digest('hex')
    return record.name.startsWith(hash)
  }
  if (record.kind === 'suppression') return named.suppression_key.has(record.key)
  if (record.kind !== 'subscriber') return true
  const { wording, source, proof, state, confirmed_at: confirmedAt } = record
  return (state === 'active') === (confirmedAt !== null) && named.wording.has(wording) &&
    (source === null || named.source.has(source)) && (proof === null || named.wording.has(proof.wording))
}
