import { setTimeout as delay } from 'node:timers/promises'
import type { Pool } from 'pg'
import { PAUSE_REASONS } from '../delivery/pause-reason.js'
import { HINDRANCES } from '../delivery/plan.js'
import { readDeliveries, readFailures, readProgress, type Progress } from '../delivery/progress.js'
import { readStart } from '../delivery/schedule.js'
import { countLiveWorkers } from '../platform/jobs/heartbeat.js'
import { readRelayTroubles } from '../platform/smtp/relay-trouble.js'
import { createProgressBar } from './progress-bar.js'

const LOOK_EVERY_MS = 200
/** Mailers and relays are looked after at each tenth look at the issue. */
const LOOKS_PER_ROUND = 10

export const NO_MAILER = 'No mailer is running, so the mails wait. Start one: integrationsbrief start, or work.'

/**
 * Shows a progress bar until an operator must act or nothing is left to do: the issue is finished
 * or paused, or a failover has lost its plan. Says when no mailer is running, when a relay cannot
 * be used, and when that has changed.
 */
export async function watchIssue (pool: Pool, number: number): Promise<Progress> {
  const show = createProgressBar(process.stdout, () => performance.now())
  // The bar's line is open on a terminal.
  const note = (text: string): void => { process.stdout.write(`${process.stdout.isTTY ? '\n' : ''}${text}\n`) }
  let served = true
  let troubled = ''
  for (let look = 0; ; look++) {
    const progress = await readProgress({ pool }, number)
    show(progress.planned - progress.waiting, progress.planned)
    if (progress.finishedAt !== null || progress.state === 'paused' || progress.state === 'waiting') return progress
    if (look % LOOKS_PER_ROUND === 0) {
      const serves = await countLiveWorkers({ pool }) > 0
      if (serves !== served) note(serves ? 'A mailer is running again.' : NO_MAILER)
      served = serves
      const troubles = (await describeTroubles(pool)).join('\n')
      if (troubles !== troubled) note(troubles === '' ? 'The relay can be used again.' : troubles)
      troubled = troubles
    }
    await delay(LOOK_EVERY_MS)
  }
}

/** Which relays a mailer cannot use at the moment, and why. */
async function describeTroubles (pool: Pool): Promise<string[]> {
  const troubles = await readRelayTroubles({ pool })
  return troubles.map(({ relay, words, since }) => {
    return `The relay ${relay} cannot be used, ${words} (since ${minuteOf(since)} UTC).`
  })
}

/**
 * How far an issue has come: some lines for each delivery. Reasons are status codes: no line names
 * a reader or a domain.
 */
export async function describeDeliveries (pool: Pool, number: number): Promise<string[]> {
  const deliveries = await readDeliveries({ pool }, number)
  const lines = await Promise.all(deliveries.map(async delivery => await describeDelivery(pool, number, delivery)))
  const troubles = deliveries.at(-1)?.finishedAt === null ? await describeTroubles(pool) : []
  return [...lines.flat(), ...await describeStart(pool, number), ...troubles]
}

/** When an issue is to be sent, or why it was not sent when it was to be. */
async function describeStart (pool: Pool, number: number): Promise<string[]> {
  const start = await readStart({ pool }, number)
  if (start === null) return []
  const minute = `${minuteOf(start.startAt)} UTC`
  if (start.state === 'waiting') return [`It is planned to be sent at ${minute}.`]
  const reason = start.hindrance === null ? 'no mailer was running' : HINDRANCES[start.hindrance]
  return [`It was planned for ${minute} and was not sent: ${reason}. Somebody at the desk must decide.`]
}

function minuteOf (instant: Date): string {
  return instant.toISOString().slice(0, 16).replace('T', ' ')
}

async function describeDelivery (pool: Pool, number: number, delivery: Progress): Promise<string[]> {
  const { round, state, pauseReason, planned, sent, failed, skipped, waiting, deferred, mayHaveRepeated } = delivery
  const failures = await readFailures({ pool }, delivery)
  const statuses = failures.map(({ status, count }) => `${status} (${count})`)
  const name = round === 1 ? `Issue ${number}` : `Issue ${number}, failed mails sent again (${round - 1}),`
  return [
    `${name} is ${STATES[state]}: ${planned} planned, ${sent} sent, ${failed} failed, ${skipped} skipped, ` +
      `${waiting} waiting (${deferred} of them deferred).`,
    ...(pauseReason === null ? [] : [`Paused: ${PAUSE_REASONS[pauseReason].operator}.`]),
    ...(failures.length === 0 ? [] : [`Failed with: ${statuses.join(', ')}`]),
    ...(mayHaveRepeated === 0
      ? []
      : [`${mayHaveRepeated} mails were under way when a mailer died or a connection broke; ` +
          'each may have been sent twice.'])
  ]
}

const STATES: Readonly<Record<Progress['state'], string>> =
  { waiting: 'approved', sending: 'sending', paused: 'paused', cancelled: 'cancelled', sent: 'finished' }
