import { createHash } from 'node:crypto'
import type { Pool } from 'pg'
import type { Clock } from '../platform/clock.js'
import type { Publisher } from '../platform/newsletter/publisher.js'
import { memo } from '../platform/memo.js'
import { de } from '../texts/de.js'
import { rememberConsentText } from './subscription.queries.js'

/** What a reader agrees to. It stands beside every button that signs someone up, word for word. */
export function consentWording ({ newsletter, organisation }: Publisher): string {
  return de.subscription.consent(newsletter, organisation)
}

interface RecorderDeps { pool: Pool, clock: Clock }

/** Of the newest wordings, the ids are kept. */
const MOST_WORDINGS = 5

/**
 * Returns a function that gives the id under which a wording is on record, recording it at first
 * use.
 */
export function consentTextRecorder ({ pool, clock }: RecorderDeps): (wording: string) => Promise<number> {
  return memo(async wording => {
    const hash = createHash('sha256').update(wording).digest()
    return (await rememberConsentText.one({ hash, wording, now: clock.now() }, pool)).id
  }, { most: MOST_WORDINGS })
}
