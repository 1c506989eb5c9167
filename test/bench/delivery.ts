import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { readConfig } from '../../src/config.js'
import { planIssue } from '../../src/delivery/plan.js'
import { systemClock } from '../../src/platform/clock.js'
import { smtpSource, startRival } from './children.js'
import { copyMaker } from './copies.js'
import { startMailer } from './mailer.js'
import { measure } from './measure.js'
import { brokenPromises, printReport, resultOf } from './report.js'
import { signUps } from './sign-ups.js'
import { environment, log, onStage, writeKey } from './stage.js'

const CONNECTIONS = 20

/**
 * Measures an issue to so many readers: the mailer in a process of its own as `work` starts it, and
 * in the same run, while it stands still, its rivals. Returns whether every promise was kept.
 */
export async function delivery (args: string[]): Promise<boolean> {
  const { values } = parseArgs({
    args,
    options: {
      recipients: { type: 'string', default: '50000' },
      unsigned: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      /** Readers sign up meanwhile: how long their mails take. */
      'sign-ups': { type: 'boolean', default: false },
      /** For work on the mailer itself: no rivals, and a profile of the mailer in this folder. */
      alone: { type: 'boolean', default: false },
      profile: { type: 'string' }
    }
  })
  const recipients = Number(values.recipients)
  const say = (text: string): void => { console.log(text) }
  return await onStage({ recipients, say }, async stage => {
    const { pool, keys, number, sink, started, folder } = stage
    const settings = {
      ...stage.settings,
      MAIL_CONNECTIONS: String(CONNECTIONS),
      ...(values.unsigned ? {} : { DKIM_DOMAIN: 'hessen.example', DKIM_KEY_FILE: await writeKey(folder) })
    }
    const env = environment(settings)
    const config = readConfig(settings)
    const { size } = await (await copyMaker(pool, config, number))()
    say(`a mail has ${size} bytes`)
    const mailer = await startMailer(started, env, values.profile)
    const rivals = values.alone
      ? { pooled: null, limit: null, source: null }
      : {
          pooled: await startRival(started, 'pooled', number, env),
          limit: values.unsigned ? null : await startRival(started, 'limit', number, env),
          source: smtpSource(sink.port, CONNECTIONS, size)
        }
    const { batchSize } = config.delivery
    const plan = async (): Promise<number | null> =>
      await planIssue({ pool, clock: systemClock, log, batchSize }, number)
    const signUp = values['sign-ups'] ? signUps(pool, keys) : null
    const databaseDirectory = join(folder, 'postgres')
    const measured = await measure({ pool, number, recipients, plan, mailer, sink, rivals, databaseDirectory, signUp })
    const result = resultOf({ recipients, signed: !values.unsigned }, measured)
    const taken = await sink.taken(config.sender.from.address)
    printReport(say, measured, { sink: sink.what, taken })
    const broken = brokenPromises(result, measured, taken)
    for (const promise of broken) say(`BROKEN: ${promise}`)
    if (values.json) say(JSON.stringify(result))
    return broken.length === 0
  })
}
