import { randomBytes } from 'node:crypto'
import t from 'tap'
import { countDomains } from '../../src/bounce/act/domains.js'
import { keepUnreadMail } from '../../src/bounce/act/unread-mail.js'
import { letter } from '../bounce/act/reports.js'
import { launchBrowser } from '../support/browser.js'
import { addEditor, sessionOf } from '../support/desk.js'
import { addIssue, addReaders, someAddresses } from '../support/readers.js'
import { deskPage, testStates, type State } from './support/desk-page.js'
import { deskService } from './support/desk-service.js'

// The pages about what comes back, in every state. A state may need the one before it.

const service = await deskService(t)
const { pool, keys, clock, home } = service
const browser = await launchBrowser(t)
const desk = await deskPage(browser, home)
const { page, open, press, follow, unfold } = desk
const { id } = await addEditor(service, { name: 'Eva Muster', roles: ['write', 'administer'] })
await page.context().addCookies([{ name: 'redaktion', value: await sessionOf(service, id), url: home }])

/** An issue in doubt, thirty readers, a mailbox out of reach, and two mails that wait. */
async function fill (): Promise<void> {
  const now = clock.now()
  const issue = await addIssue(service)
  await pool.query('update issue set state = \'published\', published_at = $1', [now])
  await pool.query(`insert into delivery
    (issue_number, state, started_at, finished_at, guard_settled, planned, sent, returned_hard)
    values ($1, 'sent', $2, $2, 600, 600, 600, 30)`, [issue, now])
  const readers = await addReaders(service, someAddresses(30))
  await pool.query('insert into bounce select unnest($1::uuid[]), $2, $3::date, \'hard\'', [readers, issue, now])
  await pool.query(`insert into bounce_count values
    ($1::date - 9, $2, 'hard', 'counted', 1204), ($1::date - 2, $2, 'complaint', 'counted', 3),
    ($1::date - 2, $2, 'policy', 'gone', 7), ($1::date, 0, 'hard', 'unowned', 31),
    ($1::date, $2, 'soft', 'repeated', 2)`, [now, issue])
  const { rows } = await pool.query('select id, address_sealed as "addressSealed" from subscriber')
  await countDomains({ db: pool, keys, now }, rows.map(reader => ({ kind: 'hard', reader })))
  await pool.query('insert into bounce_door values (\'mailbox\', \'login-refused\', 3, $1, $1, $1)', [now])
  const mail = { to: `x@${'rueck.'.repeat(20)}example`, from: 'leser1@beispiel.example', subject: 'Bitte abmelden' }
  for (const kind of ['unsubscribe', 'unknown'] as const) {
    const raw = Buffer.from(letter({ ...mail, text: 'Guten Tag, '.repeat(400) }))
    await keepUnreadMail({ db: pool, keys, clock }, { identity: randomBytes(32), kind, raw, size: raw.length })
  }
}

const states: State[] = [
  { name: 'nothing that came back', heading: 'Rückmeldungen', reach: async () => await open('/rueckmeldungen') },
  {
    name: 'the start page while something waits',
    heading: 'Ausgaben',
    reach: async () => {
      await fill()
      await open('')
      await page.getByText('2 Mails möchten gelesen werden').waitFor()
    }
  },
  {
    name: 'what came back, and what waits',
    heading: 'Rückmeldungen',
    reach: async () => {
      await follow('Rückmeldungen ansehen')
      await unfold()
    }
  },
  { name: 'the report of an issue', heading: 'Ausgabe 1', reach: async () => await follow('Ausgabe 1 ansehen') },
  {
    name: 'the step before erasing',
    heading: 'Adressen löschen',
    reach: async () => {
      await follow('Entscheiden Sie')
      await follow('Adressen löschen …')
    }
  },
  {
    name: 'that step while more came back',
    heading: 'Adressen löschen',
    reach: async () => {
      await page.evaluate('document.querySelector("input[name=gesehen]").value = 2')
      await press('Endgültig löschen')
      await page.getByText('Inzwischen sind es mehr').waitFor()
    }
  },
  {
    name: 'what came back, after erasing',
    heading: 'Rückmeldungen',
    reach: async () => {
      await press('Endgültig löschen')
      await page.getByText('Die Adressen sind gelöscht und gesperrt').waitFor()
    }
  },
  { name: 'a mail', heading: 'Eine Mail einordnen', reach: async () => await follow('Wunsch, sich abzumelden') },
  {
    name: 'a mail without a choice',
    heading: 'Eine Mail einordnen',
    reach: async () => {
      await press('Einordnen')
      await page.getByText('Bitte wählen Sie aus, was diese Mail ist').waitFor()
    }
  },
  {
    name: 'what came back, after a mail was classed',
    heading: 'Rückmeldungen',
    reach: async () => {
      await page.getByLabel('Nichts davon').check()
      await press('Einordnen')
      await page.getByText('Die Mail ist eingeordnet').waitFor()
    }
  },
  {
    name: 'a mail that does not wait any more',
    heading: 'Diese Mail wartet nicht mehr',
    reach: async () => await open('/rueckmeldungen/mails/11111111-1111-4111-8111-111111111111')
  }
]

testStates(t, desk, states)

t.end()
