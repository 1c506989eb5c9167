import { setTimeout as delay } from 'node:timers/promises'
import type { Pool } from 'pg'
import { pino } from 'pino'
import { planIssue } from '../../src/delivery/plan.js'
import { systemClock } from '../../src/platform/clock.js'
import { createKeyring, formatMasterKeys, newMasterKey } from '../../src/platform/crypto/keyring.js'
import { dataFolder } from '../support/cli.js'
import { cuttableProxy, type CuttableProxy } from '../support/cuttable-proxy.js'
import { testDatabase } from '../support/database.js'
import { addIssue, addReaders, someAddresses } from '../support/readers.js'
import type { Test } from '../support/test.js'
import { ownServer, type OwnServer } from './own-server.js'
import type { Standby } from './standby.js'
import type { Scenario } from './scenario.js'
import { seededRandom, type Random } from './random.js'
import { startSink, type Sink } from './sink-process.js'
import type { Fault } from './verdict.js'
import type { Mailer } from './mailers.js'

export interface RoundOptions {
  seed: number
  recipients: number
  /** Connections of each mailer. */
  connections: number
  /** Waits are shortened where that changes nothing but the time they take. */
  quick: boolean
}

/** What a round plays on: a database of its own, a relay, readers, an issue, and later mailers. */
export interface Stage extends RoundOptions {
  t: Test
  random: Random
  pool: Pool
  sink: Sink
  issue: number
  /** Ids of the readers by their addresses. */
  readers: ReadonlyMap<string, string>
  /** Settings of a mailer. */
  settings: Record<string, string>
  /** The mailers' only way to the database, where it can be cut. */
  line: CuttableProxy
  /** Kills every process of the database server and starts it again. */
  restartServer: () => Promise<void>
  /** Kills every process of the database server for good. */
  killServer: () => Promise<void>
  /** What takes over then; only where the scenario asks for it. */
  standby: Standby | null
  mailers: Mailer[]
  /** What happened, for the verdict. */
  faults: Fault[]
  kills: number
  left: Map<string, { opened: boolean, at: number }>
  /** Cuts the issue into batches, which starts it. */
  plan: () => Promise<void>
  /**
   * Waits for a random moment of the run, between two shares of the mails that the relay has taken.
   */
  moment: (from?: number, to?: number) => Promise<void>
}

const log = pino({ level: 'silent' })
/** A deferred mail may come again at once, and more often than anyone meets a fault of the sink. */
const RETRY_AFTER = 'PT1S,PT1S,PT2S,PT2S,PT4S'
/** Ten minutes of patience would make long rounds. */
const SMTP_TIMEOUT = 'PT5S'
const SOME_TEXT = '<p>Sprachkurse, Begegnung und Beratung: was es in diesem Monat gibt.</p>\n'.repeat(60)

/** Sets a round up. Everything on it is gone when `t` ends. */
export async function setStage (
  t: Test, { scenario, ...options }: RoundOptions & { scenario: Scenario }
): Promise<Stage> {
  const { seed, recipients, connections } = options
  const { restartable = false, replicated = false, settings = {} } = scenario
  const random = seededRandom(seed)
  const server = restartable || replicated ? await ownServer(t) : null
  const { pool, url } = server ?? await testDatabase(t)
  const standby = replicated && server !== null ? await server.addStandby() : null
  const sink = await startSink(t, random.between(0, 2 ** 31))
  const { hostname: host, port } = new URL(url)
  const line = await cuttableProxy(t, { host, port: Number(port) })
  const master = [newMasterKey()]
  const parts = { pool, keys: createKeyring(master), clock: systemClock }
  const addresses = someAddresses(recipients)
  const ids = await addReaders(parts, addresses)
  const issue = await addIssue(parts, { html: SOME_TEXT })
  const batchSize = random.pick([100, 250, 500])
  return {
    ...options,
    t,
    random,
    pool,
    sink,
    issue,
    line,
    readers: new Map(addresses.map((address, index) => [address, ids[index] as string])),
    settings: {
      DATABASE_URL: Object.assign(new URL(url), { port: String(line.port) }).href,
      SMTP_URL: sink.url,
      DATA_DIR: await dataFolder(t),
      KEYS: formatMasterKeys(master),
      MAIL_CONNECTIONS: String(connections),
      MAIL_RETRY_AFTER: RETRY_AFTER,
      SMTP_TIMEOUT,
      ...settings,
      TMPDIR: process.env['TMPDIR'] ?? '/tmp'
    },
    restartServer: async () => await own(server).restart(),
    killServer: async () => await own(server).kill(),
    standby,
    mailers: [],
    faults: [],
    kills: 0,
    left: new Map(),
    plan: async () => { await planIssue({ pool, clock: systemClock, log, batchSize }, issue) },
    moment: async (from = 0.02, to = 0.95) => {
      await sink.when(Math.ceil(recipients * (from + random.next() * (to - from))))
      await delay(random.between(0, 15))
    }
  }
}

function own (server: OwnServer | null): OwnServer {
  if (server === null) throw new Error('this round has no server of its own')
  return server
}
