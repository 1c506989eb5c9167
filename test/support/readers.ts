import { randomUUID } from 'node:crypto'
import type { Pool } from 'pg'
import type { Clock } from '../../src/platform/clock.js'
import { mailHash } from '../../src/issue/approval/mail-hash.js'
import type { Keyring } from '../../src/platform/crypto/keyring.js'
import { fingerprints, sealAddress } from '../../src/platform/crypto/seal.js'

interface Parts { pool: Pool, keys: Keyring, clock: Clock }

/** Puts confirmed readers into the database, past the form. Returns their ids in order. */
export async function addReaders ({ pool, keys, clock }: Parts, addresses: readonly string[]): Promise<string[]> {
  await pool.query(
    `insert into consent_text (hash, wording, first_shown_at) values ('\\x00', 'test', now())
     on conflict do nothing`)
  const ids: string[] = addresses.map(() => randomUUID())
  const indexes = addresses.map(address => fingerprints(keys, address.toLowerCase())[0])
  const sealed = addresses.map((address, index) => sealAddress(keys, ids[index] as string, address))
  await pool.query(
    `insert into subscriber (id, address_index, address_sealed, state, consent_text_id, requested_at, confirmed_at)
     select r.id, r.index, r.sealed, 'active', (select min(id) from consent_text), $4, $4
     from unnest($1::uuid[], $2::bytea[], $3::bytea[]) as r (id, index, sealed)`,
    [ids, indexes, sealed, clock.now()])
  return ids
}

export function someAddresses (count: number): string[] {
  return Array.from({ length: count }, (_, index) => `leser${index}@beispiel.example`)
}

const NO_SUMMARY = { preheader: '', topics: [], categories: [], events: [], picture: null }

let issues = 0

/** Puts an approved issue into the database, past the editor. Returns its number. */
export async function addIssue (
  { pool, clock }: Parts, mail: { subject?: string, html?: string, body?: string } = {}
): Promise<number> {
  const number = ++issues
  const { subject = `Ausgabe ${number}`, html = '<p>Guten Tag</p>', body = 'Guten Tag\n' } = mail
  await pool.query(
    `with stored as (
       insert into issue (number, slug, content, content_hash, state, approved_at)
       values ($1, $2, '{}', $3, 'approved', $7)
       returning number
     )
     insert into edition (issue_number, subject, html, body, page, title, date, summary)
     select number, $4, $5, $6, '<p>Guten Tag</p>', $4, '2026-03-02', $8 from stored`,
    [number, `ausgabe-${number}`, Buffer.from(String(number)), subject, html, body, clock.now(), NO_SUMMARY])
  await pool.query(
    `insert into approval (issue_number, mail_hash, approver, approved_at)
     values ($1, decode($2, 'hex'), 'test', $3)`,
    [number, mailHash({ subject, html, text: body }), clock.now()])
  return number
}

/** Damages the sealed addresses of the subscribers that an SQL condition holds for. */
export async function damageSeals (
  { pool }: Pick<Parts, 'pool'>, condition: string, values: unknown[] = []
): Promise<void> {
  await pool.query(
    `update subscriber set address_sealed = set_byte(address_sealed, 20, get_byte(address_sealed, 20) # 1)
     where ${condition}`,
    values
  )
}
