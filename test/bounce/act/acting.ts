import type { Test } from 'tap'
import { readStanding } from '../../../src/bounce/act/standing.js'
import { createTakeIn } from '../../../src/bounce/act/take-in.js'
import type { TakeIn } from '../../../src/bounce/receive/arrived.js'
import { verpSender } from '../../../src/delivery/verp.js'
import { addIssue, addReaders } from '../../support/readers.js'
import { testService, type TestService } from '../../support/service.js'
import { notification, type Notification } from './reports.js'

export const DOMAIN = 'rueck.integrationsbrief.example'

/** A refusal that may pass. */
export const SOFT = { status: '4.4.7', action: 'failed', reply: '451 4.4.1 try again later' } as const

export interface StoredReader { id: string, address: string }

/** A service to which mails come back. Before each test, nothing has come back. */
export interface Acting extends TestService {
  witness: () => Promise<void>
  takeIn: TakeIn
  addReader: () => Promise<StoredReader>
  /** An issue that was sent: how many mailboxes took it, and how its delivery stands. */
  sentIssue: (settled?: number, state?: string) => Promise<number>
  /** A notification to the tag of a reader's copy. */
  report: (id: string, issue: number, parts?: Partial<Notification>) => string
  isStored: (id: string) => Promise<boolean>
  /** Does something while a table cannot be read or written. */
  without: (table: string, act: () => Promise<unknown>) => Promise<void>
  /** How many reports were counted, by kind and fate. */
  fates: () => Promise<Record<string, number>>
}

export async function acting (t: Test): Promise<Acting> {
  const service = await testService(t)
  const { pool, keys, clock } = service
  const deps = { ...service, witness: async () => {} }
  let readers = 0
  t.beforeEach(async () => {
    await pool.query('truncate bounce, bounce_report, bounce_count, bounce_domain, unread_mail')
  })
  return {
    ...deps,
    takeIn: createTakeIn(deps),
    async addReader () {
      const address = `leser${++readers}@amt.example`
      const [id = ''] = await addReaders(service, [address])
      return { id, address }
    },
    async sentIssue (settled = 1_000, state = 'sent') {
      const issue = await addIssue(service)
      await pool.query(`insert into delivery (issue_number, state, started_at, guard_settled)
        values ($1, $2, $3, $4)`, [issue, state, clock.now(), settled])
      return issue
    },
    report: (id, issue, parts = {}) => notification({ to: verpSender(keys, DOMAIN, { id, issue }), ...parts }),
    async without (table, act) {
      await pool.query(`alter table ${table} rename to away`)
      await act()
      await pool.query(`alter table away rename to ${table}`)
    },
    isStored: async id => (await pool.query('select 1 from subscriber where id = $1', [id])).rowCount === 1,
    async fates () {
      const { counts } = await readStanding(deps, { days: 1 })
      return Object.fromEntries(counts.map(({ kind, fate, count }) => [`${kind} ${fate}`, count]))
    }
  }
}
