import { setTimeout as delay } from 'node:timers/promises'
import type { Pool } from 'pg'
import { pauseSentence } from '../delivery/pause-reason.js'
import { readFailures, readProgress, type Progress } from '../delivery/progress.js'
import { readRelayTroubles } from '../platform/relay-trouble.js'
import { createProgressBar } from './progress-bar.js'

const LOOK_EVERY_MS = 200
const LOOKS_FOR_EACH_AT_RELAYS = 5

/** Shows a progress bar, and what is wrong with the relays, until nothing more happens by itself: the issue is finished or paused. */
export async function watchIssue (pool: Pool, number: number): Promise<Progress> {
  const show = createProgressBar(process.stdout, () => performance.now())
  let shown = ''
  for (let looks = 0; ; looks++) {
    if (looks % LOOKS_FOR_EACH_AT_RELAYS === 0) {
      const troubles = await describeTroubles(pool)
      if (troubles.join() !== shown) process.stdout.write(`\n${troubles.length === 0 ? 'The relay can be used again.' : troubles.join('\n')}\n`)
      shown = troubles.join()
    }
    const progress = await readProgress(pool, number)
    show(progress.planned - progress.waiting, progress.planned)
    if (progress.finishedAt !== null || progress.state === 'paused') return progress
    await delay(LOOK_EVERY_MS)
  }
}

/** Which relays a mailer cannot use at the moment, and why. */
async function describeTroubles (pool: Pool): Promise<string[]> {
  const troubles = await readRelayTroubles(pool)
  return troubles.map(({ relay, words, since }) => `The relay ${relay} cannot be used, ${words} (since ${since.toISOString().slice(0, 16).replace('T', ' ')} UTC).`)
}

/** How far an issue has come, in lines. Reasons are status codes: no line names a reader or a domain. */
export async function describeProgress (pool: Pool, number: number, progress: Progress): Promise<string[]> {
  const { state, pauseReason, planned, sent, failed, skipped, waiting, deferred, mayHaveRepeated, finishedAt } = progress
  const failures = await readFailures(pool, number)
  const troubles = finishedAt === null ? await describeTroubles(pool) : []
  return [
    `Issue ${number} is ${finishedAt === null || state === 'cancelled' ? state : 'finished'}: ${planned} planned, ${sent} sent, ${failed} failed, ${skipped} skipped, ${waiting} waiting (${deferred} of them deferred).`,
    ...(pauseReason === null ? [] : [`Paused: ${pauseSentence(pauseReason)}`]),
    ...troubles,
    ...(failures.length === 0 ? [] : [`Failed with: ${failures.map(({ status, count }) => `${status} (${count})`).join(', ')}`]),
    ...(mayHaveRepeated === 0 ? [] : [`${mayHaveRepeated} mails were under way when a mailer died or a connection broke; each may have been sent twice.`])
  ]
}
