import { randomUUID } from 'node:crypto'
import { afterwardsOf } from '../../archive/move.js'
import { movingDrafts } from '../../issue/draft/move-out.js'
import { movingFiles, movingIssues, type MovingFile } from '../../issue/move-out.js'
import type { Clock } from '../../platform/clock.js'
import type { Keyring } from '../../platform/crypto/keyring.js'
import type { Queryable } from '../../platform/database/pool.js'
import { readAllKept } from '../../platform/kept-settings/kept-setting.js'
import type { House } from '../../platform/newsletter/house.js'
import {
  movingKeys, movingSources, movingSubscribers, movingSuppressions, movingWordings, type MovingSubscriber
} from '../../subscription/move/move-out.js'
import { FORMAT, VERSION, type ArchiveRecord, type RecordOf } from './format.js'

export interface RecordDeps { db: Queryable, keys: Keyring, clock: Clock, house: House }

/** Everything that moves away, in the order in which it can be taken over. */
export async function * archiveRecords (deps: RecordDeps, onUnreadable: () => void): AsyncGenerator<ArchiveRecord> {
  yield { kind: 'archive', format: FORMAT, version: VERSION, id: randomUUID(), made_at: deps.clock.now().toISOString() }
  for await (const file of movingFiles(deps)) yield fileRecord(file)
  yield * settingRecords(deps)
  yield * draftRecords(deps)
  yield * issueRecords(deps)
  yield * suppressionRecords(deps)
  for (const { id, wording, firstShownAt } of await movingWordings(deps)) {
    yield { kind: 'wording', number: id, text: wording, first_shown_at: iso(firstShownAt) }
  }
  for await (const sources of movingSources(deps)) {
    for (const { id, source, firstNotedAt } of sources) {
      yield { kind: 'source', number: id, text: source, first_noted_at: iso(firstNotedAt) }
    }
  }
  for await (const subscribers of movingSubscribers(deps)) {
    for (const { address, ...subscriber } of subscribers) {
      if (address === null) onUnreadable()
      else yield subscriberRecord(address, subscriber)
    }
  }
}

const iso = (at: Date): string => at.toISOString()
const isoOrNull = (at: Date | null | undefined): string | null => at?.toISOString() ?? null

function fileRecord ({ name, type, fileName, bytes }: MovingFile): RecordOf<'picture' | 'document'> {
  const data = bytes.toString('base64')
  return fileName === null
    ? { kind: 'picture', name, type, data }
    : { kind: 'document', name, type, file_name: fileName, data }
}

async function * settingRecords ({ db, house: { settings } }: RecordDeps): AsyncGenerator<RecordOf<'setting'>> {
  const { publisher, senderName, privacyText, accent, logo } = settings
  const kept = await readAllKept({ db }, { publisher, senderName, privacyText, accent, logo })
  for (const [key, { value }] of Object.entries(kept)) {
    yield { kind: 'setting', name: settings[key as keyof typeof settings].name, value }
  }
}

async function * draftRecords (deps: RecordDeps): AsyncGenerator<RecordOf<'draft'>> {
  for await (const { draft, blocks } of movingDrafts(deps)) {
    const { id, subject, title, preheader, date, slug, createdAt } = draft
    yield {
      kind: 'draft',
      ...{ id, subject, title, preheader, date, slug, created_at: iso(createdAt) },
      blocks: blocks.map(({ id, kind, fields }) => ({ id, kind, fields: fields as Record<string, unknown> }))
    }
  }
}

async function * issueRecords (deps: RecordDeps): AsyncGenerator<RecordOf<'issue'>> {
  for await (const editions of movingIssues(deps)) {
    const [{ number, slug, content, contentHash, contentRound, approvedAt, publishedAt }] = editions
    const { corrections, withdrawal } = await afterwardsOf(deps, number)
    yield {
      kind: 'issue',
      number,
      slug,
      content: content as Record<string, unknown>,
      content_sha256: contentHash,
      content_round: contentRound,
      approved_at: iso(approvedAt),
      published_at: iso(publishedAt),
      editions: editions.map(({ language, subject, html, body, page, title, date, summary }) => (
        { language, subject, html, body, page, title, date, summary: summary as Record<string, unknown> }
      )),
      corrections: corrections.map(({ text, at }) => ({ text, at: iso(at) })),
      withdrawal: withdrawal === null ? null : { reason: withdrawal.reason, at: iso(withdrawal.at) }
    }
  }
}

/** A key comes before the first fingerprint that it made; one that made none stays here. */
async function * suppressionRecords (
  deps: RecordDeps
): AsyncGenerator<RecordOf<'suppression' | 'suppression_key'>> {
  const keys = new Map((await movingKeys(deps)).map(({ name, key }, index) => [name, { key, number: index + 1 }]))
  const told = new Set<number>()
  for await (const portion of movingSuppressions(deps)) {
    for (const { fingerprint, keyName, reason, suppressedAt, endsAt } of portion) {
      const key = keys.get(keyName)
      // Its key is not on the ring any more: nobody could find an address by it, here neither.
      if (key === undefined) continue
      const { number } = key
      if (!told.has(number)) yield { kind: 'suppression_key', number, key: key.key.toString('base64') }
      told.add(number)
      const times = { since: iso(suppressedAt), until: iso(endsAt) }
      yield { kind: 'suppression', fingerprint: fingerprint.toString('hex'), key: number, reason, ...times }
    }
  }
}

function subscriberRecord (address: string, row: Omit<MovingSubscriber, 'address'>): RecordOf<'subscriber'> {
  const { proofTextId, proofAskedAt, proofMailedAt, proofMailHash, proofConfirmedAt } = row
  const isProved = proofTextId != null && proofAskedAt != null && proofConfirmedAt != null
  return {
    kind: 'subscriber',
    id: row.id,
    address,
    state: 'active',
    wording: row.consentTextId,
    source: row.consentSourceId,
    requested_at: iso(row.requestedAt),
    mail_sent_at: isoOrNull(row.mailSentAt),
    confirmed_at: iso(row.confirmedAt),
    proof: isProved
      ? {
          wording: proofTextId,
          asked_at: iso(proofAskedAt),
          mailed_at: isoOrNull(proofMailedAt),
          mail_sha256: proofMailHash,
          confirmed_at: iso(proofConfirmedAt)
        }
      : null
  }
}
