import type { Pool } from 'pg'
import { readBouncesOf, type KeptBounce } from '../../bounce/act/kept-of.js'
import { readKeptOf, type KeptOfDeliveries } from '../../delivery/kept-of.js'
import type { Clock } from '../../platform/clock.js'
import type { Keyring } from '../../platform/crypto/keyring.js'
import type { OwnDataLink } from '../../subscription/links.js'
import { readKeptBeside, type KeptBeside } from '../../subscription/own-data/kept.js'
import { openLink, type ClosedLink, type Own } from '../../subscription/own-data/open-link.js'
import { findListsWith } from '../import/listed.js'

/** Everything that is stored of one reader. */
export interface OwnData extends KeptBeside, KeptOfDeliveries {
  own: Own
  /** The numbers of the imports in whose lists the address still stands. */
  lists: number[]
  /** Mails that came back. */
  bounces: KeptBounce[]
}

interface OwnDataDeps { pool: Pool, keys: Keyring, clock: Clock }

/** Reads everything that is stored of the reader of a mailed link, or says why it opens nothing. */
export async function readOwnData (
  { pool: db, keys, clock }: OwnDataDeps, link: OwnDataLink
): Promise<{ state: 'open', data: OwnData } | { state: ClosedLink }> {
  const opened = await openLink({ db, keys, clock }, link)
  if (opened.state !== 'open') return opened
  const { own } = opened
  const beside = await readKeptBeside({ db, keys, clock }, own)
  const ids = [own.id, ...own.earlierIds ?? []]
  const ofDeliveries = await readKeptOf({ db }, ids)
  const bounces = await readBouncesOf({ db }, ids)
  const lists = await findListsWith({ db, keys }, own.canonical)
  return { state: 'open', data: { own, lists, bounces, ...beside, ...ofDeliveries } }
}

/** The same as a document for programs; docs/own-data.md describes it. */
export function ownDataDocument ({ own, lists, ...kept }: OwnData, now: Date): object {
  const { requests, change, proofs, suppression, planned, failures, bounces } = kept
  return {
    format: 'integrationsbrief-own-data',
    version: 1,
    created_at: now,
    subscription: {
      id: own.id,
      earlier_ids: own.earlierIds ?? [],
      address: own.address,
      fingerprint: own.addressIndex.toString('hex'),
      state: own.state
    },
    consent: {
      wording: own.wording,
      wording_first_shown_at: own.firstShownAt,
      asked_at: own.requestedAt,
      mail_due_at: own.mailDueAt,
      mail_sent_at: own.mailSentAt,
      confirmed_at: own.confirmedAt,
      source: own.consentSource
    },
    import: { number: own.importId, ask_after: own.askAfter, lists },
    consent_proofs: proofs.map(proof => ({
      wording: proof.wording,
      wording_sha256: proof.wordingHash,
      asked_at: proof.askedAt,
      mailed_at: proof.mailedAt,
      mail_sha256: proof.mailHash,
      confirmed_at: proof.confirmedAt,
      left_at: proof.leftAt
    })),
    requests_for_mail: { sign_up: requests.signUp, own_data: requests.ownData },
    mails_waiting: own.mailsWaiting,
    address_change: change === null
      ? null
      : {
          address: change.address,
          asked_at: change.requestedAt,
          mailed_at: change.mailedAt,
          expires_at: change.expiresAt
        },
    suppression: suppression === null
      ? null
      : { reason: suppression.reason, since: suppression.suppressedAt, until: suppression.endsAt },
    deliveries: planned.map(({ issueNumber, outcome }) => ({ issue: issueNumber, outcome })),
    failures: failures.map(({ issueNumber: issue, status, failedAt }) => ({ issue, status, failed_at: failedAt })),
    bounces: bounces.map(({ issueNumber, day, kind }) => ({ issue: issueNumber, day, kind }))
  }
}
