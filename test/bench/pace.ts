import { setTimeout as delay } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { readConfig } from '../../src/config.js'
import { readProgress } from '../../src/delivery/progress.js'
import { planIssue } from '../../src/delivery/plan.js'
import { systemClock } from '../../src/platform/clock.js'
import { startMailer } from './mailer.js'
import { environment, log, onStage } from './stage.js'

const MAILERS = 3
const WARM_UP_MS = 2_000
const MOST_ERROR = 0.05

/**
 * Measures how well several mailers keep MAIL_RATE together over so many seconds, by what is
 * recorded as sent. Returns whether the error stayed under 5 %.
 */
export async function pace (args: string[]): Promise<boolean> {
  const { values } = parseArgs({
    args,
    options: {
      rate: { type: 'string', default: '200' },
      seconds: { type: 'string', default: '60' },
      json: { type: 'boolean', default: false }
    }
  })
  const [rate, seconds] = [Number(values.rate), Number(values.seconds)]
  const say = (text: string): void => { console.log(text) }
  const recipients = Math.ceil(rate * (seconds + 30))
  return await onStage({ recipients, say }, async ({ pool, number, started, settings }) => {
    const env = environment({ ...settings, MAIL_RATE: String(rate) })
    for (let mailer = 0; mailer < MAILERS; mailer++) await startMailer(started, env, undefined)
    await planIssue({ pool, clock: systemClock, log, batchSize: readConfig(settings).delivery.batchSize }, number)
    await delay(WARM_UP_MS)
    const look = async (): Promise<{ sent: number, at: number }> => {
      const { sent } = await readProgress({ pool }, number)
      return { sent, at: performance.now() }
    }
    const from = await look()
    await delay(seconds * 1000)
    const to = await look()
    const measured = (to.sent - from.sent) / (to.at - from.at) * 1000
    const error = Math.abs(measured / rate - 1)
    say(`${MAILERS} mailers with MAIL_RATE=${rate} sent ${measured.toFixed(2)} mails a second over ${seconds} s: ` +
      `an error of ${(error * 100).toFixed(2)} %`)
    if (values.json) {
      const rounded = { measured: Number(measured.toFixed(2)), error: Number(error.toFixed(4)) }
      say(JSON.stringify({ workers: MAILERS, rate, seconds, ...rounded }))
    }
    return error < MOST_ERROR
  })
}
