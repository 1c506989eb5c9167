import { createHash } from 'node:crypto'
import type { Pool } from 'pg'
import type { Clock } from '../platform/clock.js'
import type { Publisher } from '../platform/newsletter/publisher.js'
import { memoOnce } from '../platform/memo.js'
import { rememberConsentText } from './subscription.queries.js'

/**
 * What a reader agrees to. It stands beside every button that signs someone up, word for word, and
 * every wording that was ever shown stays on record: change the sentence here and a new one begins.
 */
export function consentWording ({ newsletter, organisation }: Publisher): string {
  return `Ihre E-Mail-Adresse wird verschlüsselt gespeichert und nur dafür verwendet, Ihnen den ${newsletter} zu schicken. ` +
    `Verantwortlich ist: ${organisation}. ` +
    'Sie können Ihre Einwilligung jederzeit widerrufen: Über den Abmeldelink in jeder Ausgabe wird Ihre Adresse sofort gelöscht.'
}

/** Returns a function that gives the id under which the wording is on record, recording it at first use. */
export function consentTextRecorder ({ pool, clock, wording }: { pool: Pool, clock: Clock, wording: string }): () => Promise<number> {
  return memoOnce(async () => {
    const hash = createHash('sha256').update(wording).digest()
    return (await rememberConsentText.one({ hash, wording, now: clock.now() }, pool)).id
  })
}
