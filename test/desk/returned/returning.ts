import { randomBytes } from 'node:crypto'
import { createTakeIn } from '../../../src/bounce/act/take-in.js'
import { keepUnreadMail } from '../../../src/bounce/act/unread-mail.js'
import { verpSender } from '../../../src/delivery/verp.js'
import { arrived, notification, type Notification } from '../../bounce/act/reports.js'
import { signedIn, type DeskBrowser } from '../../support/desk.js'
import { addIssue, addReaders } from '../../support/readers.js'
import { testService, type TestService } from '../../support/service.js'
import type { JudgedTest } from '../../support/test.js'

export const PAGE = '/redaktion/rueckmeldungen'
export const DOMAIN = 'rueck.integrationsbrief.example'

/** A service to which mails come back, and who looks at them. */
export interface Returning extends TestService {
  boss: () => Promise<DeskBrowser>
  addReader: () => Promise<{ id: string, address: string }>
  /** An issue that 100 mailboxes have taken. */
  sentIssue: () => Promise<number>
  /** Where a mail comes back to that a new reader had got. */
  newTag: (issue: number) => Promise<string>
  /** A report comes in. */
  takeIn: (parts: Notification) => Promise<void>
  /** So many mailboxes are said to be gone. Readers beyond the fifth wait. */
  bounceHard: (issue: number, count: number) => Promise<void>
  /** A mail waits for somebody; the path of its page. */
  waiting: (mail: string, kind?: 'unknown' | 'unsubscribe') => Promise<string>
  /** How many readers are stored. */
  stored: () => Promise<number>
  lastAudit: () => Promise<{ action: string, details: unknown }>
  forget: () => Promise<void>
}

export async function returning (t: JudgedTest): Promise<Returning> {
  const service = await testService(t)
  const { pool, keys, clock } = service
  const take = createTakeIn({ ...service, witness: async () => {} })
  let readers = 0

  async function addReader (): Promise<{ id: string, address: string }> {
    const address = `leser${++readers}@amt.example`
    const [id = ''] = await addReaders(service, [address])
    return { id, address }
  }
  const newTag = async (issue: number): Promise<string> =>
    verpSender(keys, DOMAIN, { id: (await addReader()).id, issue })
  const takeIn = async (parts: Notification): Promise<void> => await take(arrived(notification(parts)))

  return {
    ...service,
    boss: async () => await signedIn(service, { roles: ['administer'] }),
    addReader,
    async sentIssue () {
      const issue = await addIssue(service)
      const now = clock.now()
      await pool.query('update issue set state = \'published\', published_at = $2 where number = $1', [issue, now])
      await pool.query(`insert into delivery
        (issue_number, state, started_at, finished_at, guard_settled, planned, sent)
        values ($1, 'sent', $2, $2, 100, 100, 100)`, [issue, now])
      return issue
    },
    newTag,
    takeIn,
    async bounceHard (issue, count) {
      for (let times = 0; times < count; times++) await takeIn({ to: await newTag(issue) })
    },
    async waiting (mail, kind = 'unknown') {
      const raw = Buffer.from(mail)
      const identity = randomBytes(32)
      await keepUnreadMail({ db: pool, keys, clock }, { identity, kind, raw, size: raw.length })
      const { rows: [row] } = await pool.query('select id from unread_mail where identity = $1', [identity])
      return `${PAGE}/mails/${row.id}`
    },
    stored: async () => (await pool.query('select 1 from subscriber')).rowCount ?? 0,
    lastAudit: async () =>
      (await pool.query('select action, details from audit order by number desc limit 1')).rows[0],
    async forget () {
      await pool.query(`truncate bounce, bounce_report, bounce_count, bounce_domain, bounce_door, unread_mail,
        subscriber cascade`)
    }
  }
}

/** The words of a page, as a browser sees it. */
export async function see (browser: DeskBrowser, path: string): Promise<string> {
  return wordsOf((await browser.get(path)).body)
}

/** The words of a page. */
export function wordsOf (html: string): string {
  return html.replaceAll('&shy;', '').replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
}
