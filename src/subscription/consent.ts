import { createHash } from 'node:crypto'
import type { Pool } from 'pg'
import type { Clock } from '../platform/clock.js'
import type { Publisher } from '../platform/newsletter/publisher.js'
import { memoOnce } from '../platform/memo.js'
import { de } from '../texts/de.js'
import { rememberConsentText } from './subscription.queries.js'

/** What a reader agrees to. It stands beside every button that signs someone up, word for word. */
export function consentWording ({ newsletter, organisation }: Publisher): string {
  return de.subscription.consent(newsletter, organisation)
}

interface RecorderDeps { pool: Pool, clock: Clock, wording: string }

/**
 * Returns a function that gives the id under which the wording is on record, recording it at first
 * use.
 */
export function consentTextRecorder ({ pool, clock, wording }: RecorderDeps): () => Promise<number> {
  return memoOnce(async () => {
    const hash = createHash('sha256').update(wording).digest()
    return (await rememberConsentText.one({ hash, wording, now: clock.now() }, pool)).id
  })
}
