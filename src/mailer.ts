import { firstValues, retentionTimes, type Config } from './config.js'
import { bounceJobs } from './bounce/jobs.js'
import { openDoors } from './bounce/open-doors.js'
import { deliveryJobs } from './delivery/jobs.js'
import { witnessOf } from './editor/audit/audit.js'
import { MAILER } from './editor/audit/line.js'
import { editorJobs } from './editor/jobs.js'
import { issueJobs } from './issue/jobs.js'
import { tellEditor, tellNotSent } from './editor/tell.js'
import { createDraftPreview } from './issue/draft/preview-draft.js'
import type { Context } from './platform/context.js'
import type { LaneName, RoomJobs } from './platform/jobs/job.js'
import { startLanes } from './platform/jobs/lanes.js'
import { createHouse } from './platform/newsletter/house.js'
import { privacyJobs } from './privacy/jobs.js'
import type { Journal } from './privacy/journal/journal.js'
import { replay } from './privacy/journal/replay.js'
import { createRelays, type Relays } from './platform/smtp/relays.js'
import type { RelayTarget } from './platform/smtp/relay-url.js'
import type { FillTemplate } from './platform/templates.js'
import { importJobs } from './privacy/import/jobs.js'
import { subscriptionJobs } from './subscription/jobs.js'

interface RoomsDeps extends Context { config: Config, fill: FillTemplate, journal: Journal }

export interface MailerDeps extends RoomsDeps {
  /** Where mails go. */
  targets: readonly RelayTarget[]
  /** True if no other mailer can be alive on this database. */
  exclusive: boolean
}

export interface RunningMailer { stop: () => Promise<void> }

/**
 * When the program is to end, a relay has this long to answer for the mails that are on their way.
 */
const GRACE_MS = 6_000

/**
 * How many jobs a lane runs at once. One batch keeps all connections busy, and a crash repeats at
 * most one mail per connection. Two batches were at most 3 % faster, and a suspended mailer that
 * wakes up could repeat mails of both.
 */
const CONCURRENCY: Readonly<Record<LaneName, number>> = { issue: 1, mail: 5, background: 2 }

/**
 * The mail process: every room's jobs and timers. `more` are jobs beside those of the rooms. Before
 * it takes the first one, it holds the database against the journal. Throws a `JournalFault` if
 * that is missing or damaged: then nothing is sent.
 */
export async function startMailer (deps: MailerDeps, more: readonly RoomJobs[] = []): Promise<RunningMailer> {
  const { config, pool, log, targets, exclusive } = deps
  await replay(deps)
  const name = new URL(config.newsletter.publicUrl).hostname
  const relays = createRelays({ pool, log, targets, name, timeoutMs: config.relay.timeoutMs })
  const witness = witnessOf(deps, MAILER)
  const doors = await openDoors({ ...deps, witness, writeJournal: deps.journal.write }, config.bounce)
  const jobs = [...roomJobs(deps, relays), ...more]
  const lanes = await startLanes({ pool, log, exclusive }, jobs, CONCURRENCY).catch(async (error: unknown) => {
    await doors.stop()
    throw error
  })
  log.info({ event: 'mailer_running', connections: config.delivery.connections }, 'mailer is running')
  return {
    async stop () {
      const impatient = setTimeout(relays.abort, GRACE_MS)
      await Promise.all([doors.stop(), lanes.stop()])
      clearTimeout(impatient)
      relays.close()
    }
  }
}

function roomJobs (deps: RoomsDeps, relays: Relays): RoomJobs[] {
  const { config, pool, keys, clock, log, fill, journal } = deps
  const { sender, newsletter, subscription, delivery, relay } = config
  const house = createHouse({ pool, clock, first: firstValues(deps.config) })
  const shared = { pool, keys, clock, log, fill, relays, sender, newsletter, house, writeJournal: journal.write }
  const { retryAfterSeconds } = relay
  const witness = witnessOf({ clock }, MAILER)
  // A failover is not a restore: what it lost is settled, and mailers go on.
  const replayJournal = async (): Promise<unknown> => await replay({ pool, clock, log, journal }, { pauses: false })
  const previewDraft = createDraftPreview({ pool, clock, fill, house, ...newsletter })
  return [
    deliveryJobs(
      { ...shared, witness, previewDraft, tell: tellNotSent, replayJournal }, { ...delivery, retryAfterSeconds }
    ),
    subscriptionJobs(shared, { ...subscription, retryAfterSeconds }),
    importJobs({ ...shared, publicDomainsOnly: config.production }),
    bounceJobs(shared),
    editorJobs(shared),
    issueJobs({ ...shared, tell: tellEditor }),
    privacyJobs({ ...shared, witness, times: retentionTimes(config), journal, ...config.journal })
  ]
}
