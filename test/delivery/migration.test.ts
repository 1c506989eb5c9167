import { copyFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Pool } from 'pg'
import { pino } from 'pino'
import t from 'tap'
import { resume } from '../../src/delivery/control.js'
import { planIssue } from '../../src/delivery/plan.js'
import { readDeliveries, readFailures, readProgress, type Progress } from '../../src/delivery/progress.js'
import { createKeyring, formatMasterKeys, newMasterKey } from '../../src/platform/crypto/keyring.js'
import { migrate } from '../../src/platform/database/migrate.js'
import { messageId } from '../../src/platform/mail/message-id.js'
import { packagePath } from '../../src/platform/package-path.js'
import { unsubscribeToken } from '../../src/subscription/links.js'
import { travelClock } from '../support/clock.js'
import { testDatabase } from '../support/database.js'
import { addReaders, someAddresses } from '../support/readers.js'
import { testRelay } from '../support/relay.js'
import { postForm, testService, until } from '../support/service.js'

// A database from before editions and deliveries had tables of their own is brought up to date.

const log = pino({ level: 'silent' })
const MIGRATIONS = packagePath('sql', 'migrations')
const [FINISHED, PAUSED, CANCELLED, APPROVED, SENDING, RETRYING, REPLACED] = [1, 2, 3, 4, 5, 6, 7] as const
const READERS = 30

/** Applies the migrations before 018, copied into a folder of the test. */
async function migrateToBefore (pool: Pool, folder: string): Promise<void> {
  for (const name of await readdir(MIGRATIONS)) {
    if (name < '018') await copyFile(join(MIGRATIONS, name), join(folder, name))
  }
  await migrate({ pool, log, folder })
}

async function insertIssue (pool: Pool, number: number, columns: Record<string, unknown>): Promise<void> {
  const row = {
    number,
    slug: `ausgabe-${number}`,
    content: '{}',
    content_hash: Buffer.from([number]),
    subject: `Betreff ${number}`,
    html: '<p>Guten Tag</p>',
    body: 'Guten Tag\n',
    page: `<p>Seite ${number}</p>`,
    title: `Titel ${number}`,
    date: '2026-03-02',
    approved_at: '2026-03-01T08:00:00Z',
    started_at: columns['state'] === 'approved' ? null : '2026-03-02T08:00:00Z',
    ...columns
  }
  const names = Object.keys(row)
  const places = names.map((_, index) => `$${index + 1}`)
  await pool.query(`insert into issue (${names.join()}) values (${places.join()})`, Object.values(row))
}

/** A batch whose first recipients are sent and whose next ones failed. */
async function insertBatch (pool: Pool, batch: unknown[], recipients: string[], sent = 0, failed = 0): Promise<void> {
  const size = recipients.length
  const bits = (from: number, to: number): string =>
    [...recipients].map((_, at) => at >= from && at < to ? '1' : '0').join('')
  await pool.query(
    `insert into batch (issue_number, ordinal, failed_before, size, recipients, sent, failed, skipped, token)
     values ($1, $2, $3, $4, $5, $6::text::varbit, $7::text::varbit, $8::text::varbit, 77)`,
    [...batch, size, recipients, bits(0, sent), bits(sent, sent + failed), bits(0, 0)])
}

async function insertFailure (pool: Pool, number: number, id: string | undefined, status: string): Promise<void> {
  await pool.query('insert into delivery_failure values ($1, $2, $3, now())', [number, id, status])
}

/** One issue in every state that one can be in. */
async function insertIssues (pool: Pool, ids: string[]): Promise<void> {
  const ended = { finished_at: '2026-03-02T09:00:00Z' }
  await insertIssue(pool, FINISHED, {
    state: 'sent',
    planned: 30,
    sent: 28,
    failed: 1,
    skipped: 1,
    may_have_repeated: 2,
    ...ended
  })
  await insertFailure(pool, FINISHED, ids[0], '5.1.1')
  await insertIssue(pool, PAUSED, {
    state: 'paused', pause_reason: 'policy', planned: 30, guard_settled: 200, guard_refused: 20, accepted_hard: 0.02
  })
  await insertBatch(pool, [PAUSED, 0, false], ids.slice(0, 10), 9, 1)
  await insertFailure(pool, PAUSED, ids[9], '5.7.1')
  await insertBatch(pool, [PAUSED, 1, false], ids.slice(10, 20), 4)
  await insertBatch(pool, [PAUSED, 2, false], ids.slice(20))
  await insertIssue(pool, CANCELLED, { state: 'cancelled', planned: 30, sent: 10, skipped: 20, ...ended })
  await insertIssue(pool, APPROVED, { state: 'approved' })
  await insertIssue(pool, SENDING, { state: 'sending', planned: 20 })
  await insertBatch(pool, [SENDING, 0, false], ids.slice(0, 10), 10)
  await insertBatch(pool, [SENDING, 1, false], ids.slice(10, 20), 3)
  await pool.query('select enqueue_batch($1, 1, now())', [SENDING])
  await insertIssue(pool, RETRYING, {
    state: 'sending',
    planned: 30,
    sent: 26,
    failed: 1,
    skipped: 0,
    may_have_repeated: 1
  })
  await insertBatch(pool, [RETRYING, 1, true], ids.slice(0, 3), 1)
  await pool.query('select enqueue_batch($1, 1, now())', [RETRYING])
  await insertIssue(pool, REPLACED, {
    state: 'sent', content_hash: Buffer.from([CANCELLED]), planned: 30, sent: 30, ...ended
  })
}

/** A service on a database that was migrated with all this in it. */
async function migrated (t: Parameters<typeof testService>[0] & { testdir: () => string }) {
  const database = await testDatabase(t, { migrated: false })
  const { pool } = database
  await migrateToBefore(pool, t.testdir())
  const master = [newMasterKey()]
  const keys = createKeyring(master)
  const ids = await addReaders({ pool, keys, clock: travelClock() }, someAddresses(READERS))
  await insertIssues(pool, ids)
  await migrate({ pool, log })
  const service = await testService(t, { KEYS: formatMasterKeys(master) }, { database })
  const progress = async (number: number): Promise<Progress> => await readProgress(service, number)
  return Object.assign(service, {
    ids,
    progress,
    finished: async (number: number) => (await progress(number)).finishedAt !== null
  })
}

t.test('every issue stands where it stood, and has the page that it had', async t => {
  const service = await migrated(t)
  const { progress } = service
  t.match(await progress(FINISHED), {
    state: 'sent',
    planned: 30,
    sent: 28,
    failed: 1,
    skipped: 1,
    mayHaveRepeated: 2,
    finishedAt: Date
  })
  t.same(await readFailures(service, await progress(FINISHED)), [{ status: '5.1.1', count: 1 }])
  t.match(await progress(PAUSED), {
    state: 'paused',
    pauseReason: 'policy',
    planned: 30,
    sent: 13,
    failed: 1,
    waiting: 16
  })
  t.match(await progress(CANCELLED), { state: 'cancelled', planned: 30, sent: 10, skipped: 20, finishedAt: Date })
  t.match(await progress(APPROVED), { state: 'waiting', planned: 0 })
  t.match(await progress(SENDING), { state: 'sending', planned: 20, sent: 13, waiting: 7 })
  t.match(await readDeliveries(service, RETRYING), [
    { round: 1, state: 'sent', planned: 30, sent: 26, failed: 4, skipped: 0, mayHaveRepeated: 1 },
    { round: 2, state: 'sending', planned: 3, sent: 1, waiting: 2, mayHaveRepeated: 0 }
  ])
  for (const number of [FINISHED, PAUSED, CANCELLED, SENDING, RETRYING, REPLACED]) {
    const { statusCode, body } = await service.app.inject(`/ausgaben/ausgabe-${number}`)
    t.equal(statusCode, 200)
    t.match(body, `<p>Seite ${number}</p>`)
    t.match(body, `<title>Titel ${number}, Ausgabe ${number}`)
  }
  t.equal((await service.app.inject(`/ausgaben/ausgabe-${APPROVED}`)).statusCode, 404)
  const { rows } = await service.pool.query(
    'select number, content_round from issue where content_hash = $1 order by 2',
    [Buffer.from([CANCELLED])]
  )
  t.same(rows, [{ number: CANCELLED, content_round: 0 }, { number: REPLACED, content_round: 1 }])
})

t.test('a paused issue is resumed and finishes: nobody gets it twice, and nobody is left out', async t => {
  const service = await migrated(t)
  const relay = await testRelay(t)
  const old = unsubscribeToken(service.keys, { id: service.ids[29] as string, issue: PAUSED })
  t.match(await resume(service, PAUSED), { reason: 'policy', accepted: { hard: 0.02, refused: 0.1 } })
  await service.work(relay.target)
  await until(async () => (
    await service.finished(PAUSED) && await service.finished(SENDING) && await service.finished(RETRYING)
  ))
  t.match(await service.progress(PAUSED), { state: 'sent', planned: 30, sent: 29, failed: 1, mayHaveRepeated: 0 })
  t.match(await service.progress(SENDING), { state: 'sent', planned: 20, sent: 20, mayHaveRepeated: 0 })
  t.match(await service.progress(RETRYING), { round: 2, state: 'sent', planned: 3, sent: 3 })
  const mails = relay.taken.map(({ to, message }) => ({ to, text: message.toString() }))
  const got = (number: number): string[] =>
    mails.filter(({ text }) => text.includes(`<issue-${number}.`)).map(({ to }) => to).sort()
  const addresses = someAddresses(READERS)
  t.same(got(PAUSED), addresses.slice(14).sort())
  t.same(got(SENDING), addresses.slice(13, 20).sort())
  t.same(got(RETRYING), addresses.slice(1, 3).sort())
  const mail = mails.find(({ to, text }) => to === addresses[29] && text.includes(`<issue-${PAUSED}.`))?.text ?? ''
  t.match(
    mail,
    messageId(service.keys, `issue-${PAUSED}`, service.ids[29] as string, service.config.sender.from.domain)
  )
  t.match(mail, 'Date: Mon, 02 Mar 2026 08:00:00 +0000', 'all copies of an issue carry the same date')
  t.match(mail, `/abmelden/${old}`)
  t.equal(
    (await postForm(service.app, `/abmelden/${old}`)).statusCode,
    200,
    'a link in a mail from before unsubscribes'
  )
  t.equal((await service.pool.query('select from subscriber where id = $1', [service.ids[29]])).rowCount, 0)
})

t.test('an approved issue is planned, and its delivery is another than those from before', async t => {
  const service = await migrated(t)
  t.equal(await planIssue({ ...service, batchSize: 10 }, APPROVED), READERS)
  t.match(await service.progress(APPROVED), { state: 'sending', planned: READERS, waiting: READERS })
  const { rows } = await service.pool.query('select id from delivery order by id')
  t.equal(new Set(rows.map(({ id }) => id)).size, 8)
})
