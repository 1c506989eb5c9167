import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { createHash } from 'node:crypto'
import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import { witnessOf } from '../../../src/editor/audit/audit.js'
import { COMMAND_LINE } from '../../../src/editor/audit/line.js'
import { createHouse } from '../../../src/platform/newsletter/house.js'
import { readPublisher } from '../../../src/platform/newsletter/publisher.js'
import { createKeyring, newMasterKey, type Keyring } from '../../../src/platform/crypto/keyring.js'
import { fingerprints, openAddress } from '../../../src/platform/crypto/seal.js'
import { encrypt, type Lock, type Opener } from '../../../src/privacy/export/age.js'
import { packagePath } from '../../../src/platform/package-path.js'
import { beginExport, type ExportDeps } from '../../../src/privacy/export/export.js'
import type { ArchiveFile } from '../../../src/privacy/export/read-archive.js'
import { takeArchive } from '../../../src/privacy/export/take-archive.js'
import type { TakeDeps, Taken } from '../../../src/privacy/export/taking.js'
import { verifyArchive } from '../../../src/privacy/export/verify-archive.js'
import { travelClock, type TravelClock } from '../../support/clock.js'
import { testDatabase } from '../../support/database.js'
import { testLog, type TestLog } from '../../support/log.js'
import type { JudgedTest } from '../../support/test.js'

export const PASSPHRASE = 'sieben mal sieben Zwerge'
/** A pair of keys takes no time, as a passphrase does. */
const SECRET_KEY = await generateX25519Identity()
export const LOCK: Lock = { recipient: await identityToRecipient(SECRET_KEY) }
export const OPENER: Opener = { identities: `# created: 2026-03-02\n${SECRET_KEY}\n` }

export interface Installation extends Omit<ExportDeps, 'clock'>, TakeDeps, TestLog {
  clock: TravelClock
  log: TestLog['log']
}

/** An installation with a database and keys of its own. */
export async function installation (
  t: JudgedTest, { keys = createKeyring([newMasterKey()]) }: { keys?: Keyring } = {}
): Promise<Installation> {
  const { pool } = await testDatabase(t)
  const clock = travelClock()
  const logged = testLog(t)
  const publisher = readPublisher(packagePath('templates', 'publisher.yaml'))
  const house = createHouse({ pool, clock, first: { publisher, senderName: 'Brief' } })
  const witness = witnessOf({ clock }, COMMAND_LINE)
  return { ...logged, pool, clock, keys, house, witness, consentProof: true, erased: new Set() }
}

/** Exports everything, as one piece. */
export async function archiveOf (from: Installation, lock = LOCK): Promise<Buffer> {
  const { bytes } = await beginExport(from, { form: 'archive', lock, reason: 'Umzug' })
  return await buffer(bytes)
}

/** A file that is not on a disk. */
export function fileOf (bytes: Buffer, opener = OPENER): ArchiveFile {
  return { opener, open: () => Readable.from(inPortions(bytes), { objectMode: false }) }
}

function * inPortions (bytes: Buffer): Generator<Buffer> {
  for (let start = 0; start < bytes.length; start += 10_000) yield bytes.subarray(start, start + 10_000)
}

/** Verifies an archive and takes it over. */
export async function move (to: TakeDeps, archive: Buffer): Promise<Taken> {
  const file = fileOf(archive)
  return await takeArchive(to, file, await verifyArchive(file))
}

/** An archive with these lines, and with the right end if there is none. */
export async function archiveWith (
  lines: ReadonlyArray<object | string>, end = true, lock = LOCK
): Promise<Buffer> {
  const texts = lines.map(line => typeof line === 'string' ? line : `${JSON.stringify(line)}\n`)
  const records: Record<string, number> = {}
  for (const line of lines) {
    if (typeof line === 'object' && 'kind' in line) records[String(line.kind)] = (records[String(line.kind)] ?? 0) + 1
  }
  const sha256 = createHash('sha256').update(texts.join('')).digest('hex')
  const last = end ? `${JSON.stringify({ kind: 'end', records, sha256 })}\n` : ''
  return await buffer(await encrypt(lock, Readable.from([Buffer.from(texts.join('') + last)])))
}

/** Everything that moves, in a form in which two installations can be compared. */
export async function contentsOf ({ pool, keys }: Pick<Installation, 'pool' | 'keys'>) {
  const rows = async (query: string) => (await pool.query<Record<string, any>>(query)).rows
  const subscribers = await rows(`select s.id, s.address_index, s.address_sealed, s.state, s.requested_at,
    s.mail_sent_at, s.confirmed_at, c.wording, c.first_shown_at, o.source, p.asked_at, p.mailed_at, p.mail_sha256,
    p.confirmed_at as proof_confirmed_at, p.address_index = s.address_index as proof_is_found
    from subscriber s join consent_text c on c.id = s.consent_text_id left join consent_source o
    on o.id = s.consent_source_id left join consent_proof p on p.subscriber_id = s.id where s.state = 'active'`)
  return {
    subscribers: subscribers.map(({ id, address_sealed: sealed, address_index: index, ...row }) => {
      const address = openAddress(keys, id, sealed)
      if (!fingerprints(keys, address.toLowerCase())[0].equals(index)) throw new Error('an address cannot be found')
      return { address, ...row }
    }).sort((a, b) => a.address < b.address ? -1 : 1),
    issues: await rows(`select slug, content, content_hash, content_round, state, approved_at, published_at, language,
      subject, html, body, page, title, date::text, summary,
      (select json_agg(json_build_object('text', text, 'at', corrected_at)) from correction c
       where c.issue_number = number) as corrections,
      (select json_build_object('reason', reason, 'at', withdrawn_at) from withdrawal w
       where w.issue_number = number) as withdrawal
      from issue join edition on issue_number = number where state = 'published' order by slug`),
    drafts: await rows(`select d.id, subject, title, preheader, date, slug, created_at,
      (select json_agg(json_build_object('id', b.id, 'kind', kind, 'fields', fields) order by position)
       from draft_block b where b.draft_id = d.id and removed_at is null) as blocks
      from draft d where deleted_at is null order by id`),
    files: await rows('select name, type, null as file_name, bytes from picture ' +
      'union all select name, type, file_name, bytes from document order by name'),
    settings: await rows('select distinct on (name) name, value from kept_setting order by name, version desc')
  }
}
