import { once } from 'node:events'
import { createHash, randomUUID } from 'node:crypto'
import t from 'tap'
import { createKeyring, newMasterKey } from '../../../src/platform/crypto/keyring.js'
import { sealedSubscribers } from '../../../src/subscription/sealed-subscribers.js'
import { beginDraft } from '../../../src/issue/draft/create-draft.js'
import { judgeReason, beginExport } from '../../../src/privacy/export/export.js'
import { takeArchive, takenBefore } from '../../../src/privacy/export/take-archive.js'
import { NOTHING_TAKEN } from '../../../src/privacy/export/taking.js'
import { verifyArchive } from '../../../src/privacy/export/verify-archive.js'
import { eraseSuppressions } from '../../../src/subscription/erase-ended.js'
import { findSuppression, liftSuppression, suppress } from '../../../src/subscription/suppression.js'
import { reseal } from '../../../src/subscription/reseal.js'
import { addIssue, addReaders, someAddresses } from '../../support/readers.js'
import { read } from '../import/importing.js'
import { archiveOf, contentsOf, fileOf, installation, LOCK, move, type Installation } from './exporting.js'

const PICTURE = Buffer.from('a picture')
const NAME = `${createHash('sha256').update(PICTURE).digest('hex')}.png`

/** Fills an installation with some of everything. */
async function fill (from: Installation): Promise<void> {
  const { pool, clock } = from
  const ids = await addReaders(from, ['Anna@beispiel.example', 'berta@beispiel.example', 'weg@beispiel.example'])
  await pool.query('update consent_text set first_shown_at = $1', [clock.now()])
  await pool.query('insert into consent_source (hash, source, first_noted_at) values ($1, $2, $3)',
    [Buffer.from('x'), 'Messe 2024', clock.now()])
  await pool.query('update subscriber set consent_source_id = 1, mail_sent_at = $2 where id = $1',
    [ids[1], clock.now()])
  await pool.query(`insert into consent_proof (subscriber_id, address_index, key_version, consent_text_id, asked_at,
    mailed_at, mail_sha256, confirmed_at)
    select id, address_index, 1, 1, requested_at, $2, sha256('mail'), confirmed_at from subscriber where id = $1`,
  [ids[0], clock.now()])
  await pool.query('delete from subscriber where id = $1', [ids[2]])
  await suppress({ db: pool, ...from }, { canonical: 'gesperrt@beispiel.example', reason: 'complaint' })
  await pool.query(`insert into subscriber (id, address_index, address_sealed, state, consent_text_id, requested_at)
    values ($1, 'x', '\\x01', 'pending', 1, now())`, [randomUUID()])
  const number = await addIssue(from)
  await pool.query(
    'update issue set state = \'published\', published_at = $2, content_hash = sha256(\'x\') where number = $1',
    [number, clock.now()])
  await pool.query('insert into correction (issue_number, text, corrected_at) values ($1, $2, $3)',
    [number, 'Es war Montag.', clock.now()])
  await pool.query('insert into withdrawal (issue_number, reason, withdrawn_at) values ($1, $2, $3)',
    [number, 'Ein Irrtum.', clock.now()])
  await pool.query('insert into picture (name, type, bytes) values ($1, \'image/png\', $2)', [NAME, PICTURE])
  await pool.query('insert into document (name, type, file_name, bytes, kept_at) values ($1, $2, $3, $4, now())',
    [NAME.replace('.png', '.pdf'), 'application/pdf', 'Antrag.pdf', PICTURE])
  const block = { kind: 'article', fields: { headline: 'Ein Titel', text: 'Ein Text' } }
  await beginDraft({ clock, editor: null }, pool, { head: { title: 'Entwurf', subject: 'Betreff' }, blocks: [block] })
  for (const setting of Object.values(from.house.settings)) {
    const values = { accent: '#005a9c', 'privacy-text': 'Ein Absatz.', 'sender-name': 'Der Brief' }
    const value = (values as Record<string, string>)[setting.name] ?? setting.first
    const change = { base: 0, value: value as never, details: {} }
    await from.house.change({ ...from, editor: null }, setting as never, change)
  }
}

async function audit ({ pool }: Installation): Promise<unknown[]> {
  const { rows } = await pool.query<{ action: string, details: object }>(
    'select action, details from audit order by number')
  return rows.filter(({ action }) => !action.startsWith('setting.')).map(({ action, details }) => [action, details])
}

t.test('what one installation exports stands in another one with other keys, all of it', async t => {
  const [from, to] = [await installation(t), await installation(t)]
  await fill(from)
  const before = await contentsOf(from)
  const archive = await archiveOf(from)
  t.equal(archive.toString('latin1').search(/Anna|berta|Messe|Montag/), -1, 'nothing in it can be read')
  const taken = await move(to, archive)
  t.match(taken, { ...NOTHING_TAKEN, added: 2, suppressions: 1, files: 2, issues: 1, drafts: 1, settings: 5 })
  t.equal(before.subscribers.length, 2)
  t.strictSame(await contentsOf(to), before)
  const { rowCount } = await to.pool.query('select from subscriber where state = \'pending\'')
  t.equal(rowCount, 0, 'nobody unconfirmed came')
  t.match(await audit(from), [['export.begun', {
    form: 'archive', reason: 'Umzug', subscribers: 2, suppressions: 1, issues: 1, pictures: 1, documents: 1, drafts: 1
  }]])
  t.match(await audit(to), [['archive.taken', { added: 2 }]])
  t.match(from.lines().join(), /export_done/)
  t.equal(from.pool.idleCount, from.pool.totalCount, 'every connection is given back')
})

t.test('who was suppressed stays suppressed, although nobody knows the address', async t => {
  const master = newMasterKey()
  const [from, to] = [await installation(t), await installation(t)]
  const third = await installation(t, { keys: createKeyring([master]) })
  const canonical = 'gesperrt@beispiel.example'
  await suppress({ db: from.pool, ...from }, { canonical, reason: 'complaint' })
  const first = await findSuppression({ db: from.pool, ...from }, canonical)
  await move(to, await archiveOf(from))
  t.same(await findSuppression({ db: to.pool, ...to }, canonical), first)
  t.equal(await findSuppression({ db: to.pool, ...to }, 'anna@beispiel.example'), null)

  const importing = { ...to, publicDomainsOnly: false, editor: null, consentTextId: async () => 1 }
  const list = await read(importing, `E-Mail\n${canonical}\nanna@beispiel.example\n`)
  t.same([list.countNew, list.countSuppressed], [1, 1], 'a list does not bring them back')

  t.comment('also after a second move, and with a new key')
  await move(third, await archiveOf(to))
  t.same(await findSuppression({ db: third.pool, ...third }, canonical), first)
  t.same([...await sealedSubscribers.count(third.pool)], [[1, 1]], 'the moved key is sealed by the first key')
  const rotated = { ...third, keys: createKeyring([newMasterKey([master]), master]) }
  await reseal(rotated)
  t.same([...await sealedSubscribers.count(third.pool)], [[2, 1]], 'and then by the new one')
  t.same(await findSuppression({ db: third.pool, ...rotated }, canonical), first)

  t.comment('their own new sign-up lifts it, and then the key is not needed any more')
  t.ok(await liftSuppression({ db: to.pool, ...to }, canonical))
  await eraseSuppressions(to)
  t.equal((await to.pool.query('select from moved_key')).rowCount, 0)
  third.clock.travel({ days: 3 * 365 })
  await eraseSuppressions(third)
  t.equal((await third.pool.query('select from moved_key')).rowCount, 0, 'nor when its time is over')
})

t.test('nobody and nothing that is there is changed, and nobody is added who is suppressed there', async t => {
  const [from, to] = [await installation(t), await installation(t)]
  await fill(from)
  await addReaders(to, ['anna@Beispiel.example'])
  await suppress({ db: to.pool, ...to }, { canonical: 'berta@beispiel.example', reason: 'reader' })
  const own = await addIssue(to)
  await to.pool.query('update issue set slug = (select $1::text) where number = $2',
    [(await from.pool.query('select slug from issue')).rows[0].slug, own])
  await to.house.change({ ...to, editor: null }, to.house.settings.accent, { base: 0, value: '#7a1f5c', details: {} })
  const before = await contentsOf(to)
  const taken = await move(to, await archiveOf(from))
  t.match(taken, { added: 0, known: 1, suppressed: 1, issues: 0, issuesTaken: 1, settings: 4, settingsKept: 1 })
  t.strictSame((await contentsOf(to)).subscribers, before.subscribers)
  const { rows } = await to.pool.query('select value from kept_setting where name = \'accent\'')
  t.same(rows, [{ value: '#7a1f5c' }])
})

t.test('an issue gets another number where its own is taken', async t => {
  const [from, to] = [await installation(t), await installation(t)]
  await fill(from)
  const { rows: [{ number }] } = await from.pool.query('select number from issue')
  await to.pool.query(`insert into issue (number, slug, content, content_hash, state, approved_at)
    values ($1, 'andere', '{}', 'andere', 'approved', now())`, [number])
  t.match(await move(to, await archiveOf(from)), { issues: 1, issuesTaken: 0 })
  t.equal((await to.pool.query('select from issue where state = \'published\' and number > $1', [number])).rowCount, 1)
})

t.test('an archive is taken over once, in as many runs as it takes; who left meanwhile stays away', async t => {
  const [from, to] = [await installation(t), await installation(t)]
  await addReaders(from, someAddresses(5_000))
  const archive = await archiveOf(from)
  const file = fileOf(archive)
  const facts = await verifyArchive(file)
  const kill = (looked: number): void => { if (looked === 3_000) throw new Error('killed') }
  await t.rejects(takeArchive(to, file, facts, kill), /killed/)
  const { rows: half } = await to.pool.query<{ id: string }>('select id from subscriber order by id')
  t.ok(half.length > 0 && half.length < 5_000, `${half.length} are added`)
  t.equal(await takenBefore(to, facts), null)
  await to.pool.query('delete from subscriber where id = $1', [half[0]?.id])
  const again = { ...to, erased: new Set([half[0]?.id ?? '']) }
  const taken = await takeArchive(again, file, facts)
  t.match(taken, { added: 5_000 - half.length, known: half.length - 1, gone: 1 })
  const { rows: [counted] } = await to.pool.query('select count(*)::int as all from subscriber')
  t.same(counted, { all: 4_999 })
  t.ok(await takenBefore(to, facts) instanceof Date, 'the command does not take it over a second time')
})

t.test('an export shows one moment, whatever happens while it runs', async t => {
  const from = await installation(t)
  const ids = await addReaders(from, someAddresses(3_000))
  const { bytes } = await beginExport(from, { form: 'csv', reason: 'Zählung' })
  const lines = bytes[Symbol.asyncIterator]() as AsyncIterator<Buffer>
  let text = String((await lines.next()).value)
  await from.pool.query('delete from subscriber where id = any ($1)', [ids.slice(0, 1_500)])
  for (let next = await lines.next(); next.done !== true; next = await lines.next()) text += String(next.value)
  t.equal(text.trimEnd().split('\r\n').length, 3_001)
})

t.test('an export that nobody reads to its end lets go of the database, and says so', async t => {
  const from = await installation(t)
  await addReaders(from, someAddresses(5_000))
  for (const order of [{ form: 'csv', reason: 'x' }, { form: 'archive', lock: LOCK, reason: 'x' }] as const) {
    const { bytes } = await beginExport(from, order)
    t.equal(from.pool.idleCount, from.pool.totalCount - 1)
    bytes.destroy()
    while (from.pool.idleCount < from.pool.totalCount) await new Promise(resolve => setImmediate(resolve))
  }
  t.equal(from.lines().filter(line => line.includes('export_failed')).length, 2)
})

t.test('a seal that does not open is left out and told; a key that is missing stops the export', async t => {
  const from = await installation(t)
  const [first] = await addReaders(from, ['anna@beispiel.example', 'berta@beispiel.example'])
  await from.pool.query('update subscriber set address_sealed = set_byte(address_sealed, 20, 0) where id = $1', [first])
  await from.pool.query('update subscriber set address_sealed = set_byte(address_sealed, 21, 0) where id = $1', [first])
  const archive = await archiveOf(from)
  t.match((await verifyArchive(fileOf(archive))).records, { subscriber: 1 })
  t.match(from.lines().join(), /"export_lacks".*"count":1/)
  const { version } = newMasterKey([{ version: 6, secret: Buffer.alloc(0) }])
  const other = { ...from, keys: createKeyring([{ ...newMasterKey(), version }]) }
  await t.rejects(archiveOf(other), /key version 1 is not in KEYS/)
})

t.test('the table is safe for spreadsheets', async t => {
  const from = await installation(t)
  await addReaders(from, ['=cmd@beispiel.example', 'anna@beispiel.example'])
  await from.pool.query('update consent_text set wording = $1', ['+1 "ja"; @hier\nund'])
  const { bytes } = await beginExport(from, { form: 'csv', reason: 'Zählung' })
  const text = Buffer.concat(await bytes.toArray()).toString()
  const [head, ...rows] = text.split('\r\n')
  t.equal(head, '\ufeff"E-Mail-Adresse";"Angemeldet am";"Bestätigt am";"Wortlaut der Einwilligung";' +
    '"Anlass der Einwilligung"')
  t.match(rows.sort().join('|'), /"'=cmd@beispiel\.example"/)
  t.match(rows.join('|'), '"\'+1 ""ja""; @hier\nund"')
})

t.test('a reason is given, and holds no address', async t => {
  t.equal(judgeReason('  '), 'none')
  t.equal(judgeReason('für eva@amt.example'), 'address')
  t.equal(judgeReason('x'.repeat(501)), 'long')
  t.equal(judgeReason('Umzug in das neue Rechenzentrum'), null)
})

t.test('an export that loses its snapshot ends, although nobody reads it', async t => {
  const from = await installation(t)
  await addReaders(from, someAddresses(500))
  const { bytes } = await beginExport(from, { form: 'csv', reason: 'Umzug' })
  const ended = t.rejects(once(bytes, 'close'), /terminating connection/)
  // As PostgreSQL does after ten minutes in which nothing was read.
  await from.pool.query(`select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and state = 'idle in transaction'`)
  await ended
  t.match(from.lines().join('\n'), /"export_failed","form":"csv","reason":"terminating connection/)
})
