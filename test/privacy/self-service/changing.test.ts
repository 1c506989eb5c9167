import t from 'tap'
import { eraseImported } from '../../../src/subscription/import/add-imported.js'
import { confirmChange } from '../../../src/subscription/own-data/confirm-change.js'
import { eraseChanges, eraseUsedLinks } from '../../../src/subscription/erase-ended.js'
import { findRecipients } from '../../../src/subscription/recipients.js'
import { readChangeToken, unsubscribeToken } from '../../../src/subscription/links.js'
import { fingerprints, openAddress } from '../../../src/platform/crypto/seal.js'
import { inTransaction } from '../../../src/platform/database/pool.js'
import { hold } from '../../../src/subscription/subscribe.js'
import { suppress } from '../../../src/subscription/suppression.js'
import { mailboxOfReader } from '../../../src/subscription/mailboxes.js'
import { idle } from '../../support/queue.js'
import { until } from '../../support/service.js'
import { CONFIRM_LINK, DATA_LINK, mailedPath, selfService, STOP_LINK, words } from './reading.js'

const service = await selfService(t, { CONSENT_PROOF: 'on' })
const { pool, keys, clock, get, post, mailsTo } = service
let people = 0

/** A reader who asked for another address; the mails to both have come. */
async function changing (to = `neu${people}@beispiel.example`) {
  const from = `alt${people++}@beispiel.example`
  const id = await service.reader(from)
  const link = await service.linkOf(from)
  const before = mailsTo(to)
  const answer = await post(`${link}/adresse`, { email: to })
  await until(() => mailsTo(to) > before && mailsTo(from) === 2)
  return {
    id,
    from,
    to,
    link,
    answer,
    confirm: await mailedPath(service, to, CONFIRM_LINK),
    stop: await mailedPath(service, from, STOP_LINK)
  }
}

const stored = async (address: string) => (await pool.query(
  'select * from subscriber where address_index = any ($1)', [fingerprints(keys, address)])).rows

t.test('a new address is confirmed by its own mail, and the subscription goes on with its consent', async t => {
  const { id, from, to, confirm, answer } = await changing('Neu@beispiel.example')
  t.equal(answer.statusCode, 200)
  t.match(words(answer.body), /Sehen Sie bitte in das Postfach von Neu@beispiel\.example/)
  const [old] = await stored(from)
  t.equal((await get(confirm)).statusCode, 200)
  t.equal((await stored(from)).length, 1, 'looking changes nothing')
  t.equal((await post(confirm)).statusCode, 200)
  const [row, ...more] = await stored('neu@beispiel.example')
  t.same(more, [])
  t.equal(openAddress(keys, row.id, row.address_sealed), to)
  const kept = ({ state, consent_text_id: text, requested_at: asked, confirmed_at: confirmed }: typeof row) =>
    ({ state, text, asked, confirmed })
  t.same(kept(row), kept(old))
  t.not(row.id, id, 'the old row is erased: a journal of erased ids knows it')
  t.equal((await post(confirm)).statusCode, 410, 'a second time')
})

t.test('what a list brought goes on as the reader’s own: its consent stays, undoing the list does not', async t => {
  const { rows: [source] } = await pool.query(
    'insert into consent_source (hash, source, first_noted_at) values (\'x\', \'Fachtag\', now()) returning id')
  for (const [number, known] of [[71, false], [72, true]] as const) {
    const { id, to, confirm } = await changing()
    await pool.query(
      'update subscriber set import_id = $2, consent_source_id = $3 where id = $1', [id, number, source.id])
    if (known) {
      const other = await service.reader(to)
      await pool.query(
        `update subscriber set state = 'pending', confirmed_at = null, import_id = $2, ask_after = now()
         where id = $1`, [other, number])
    }
    t.equal((await post(confirm)).statusCode, 200)
    await eraseImported({ db: pool, clock }, number, 10)
    t.match(await stored(to), [{ state: 'active', consent_source_id: source.id, import_id: null, ask_after: null }])
  }
})

t.test('no table holds a trace of the old address', async t => {
  const { id, from, confirm } = await changing()
  await post(confirm)
  const { signUp, ownData } = mailboxOfReader(keys, from)
  const traces = [...fingerprints(keys, from), signUp, ownData].map(trace => trace.toString('hex'))
  const { rows: tables } = await pool.query<{ name: string }>(
    `select quote_ident(table_schema) || '.' || quote_ident(table_name) as name from information_schema.tables
     where table_schema = 'public'`)
  for (const { name } of tables) {
    const { rows } = await pool.query<{ text: string }>(`select x::text as text from ${name} x`)
    t.notOk(rows.some(({ text }) => traces.some(trace => text.includes(trace)) || text.includes(from)), name)
  }
  t.same((await pool.query('select from subscriber where id = $1', [id])).rows, [])
})

t.test('the old address is told at once, and can stop it; afterwards the new one is not stored', async t => {
  const { from, to, confirm, stop } = await changing()
  const shown = await get(stop)
  t.match(words(shown.body), /bleibt alles, wie es ist/)
  t.notMatch(shown.body, /@beispiel/)
  t.equal(await service.count('address_change'), 1)
  t.equal((await post(stop)).statusCode, 200)
  t.equal(await service.count('address_change'), 0)
  t.equal((await post(stop)).statusCode, 410)
  t.equal((await post(confirm)).statusCode, 410)
  t.equal((await stored(from)).length, 1)
  t.equal((await stored(to)).length, 0)
})

t.test('a link changes one thing, also if it is used twice at once', async t => {
  const from = `alt${people++}@beispiel.example`
  await service.reader(from)
  const link = await service.linkOf(from)
  // Both have seen that it is not used yet, and wait for one another.
  const inTheWay = await pool.connect()
  await inTheWay.query('begin')
  await hold(inTheWay, [mailboxOfReader(keys, from).signUp])
  const asked = Promise.all(['a', 'b'].map(async name =>
    await post(`${link}/adresse`, { email: `${name}${people}@beispiel.example` })))
  await until(async () =>
    (await pool.query("select from pg_locks where locktype = 'advisory' and not granted")).rowCount === 2)
  await inTheWay.query('commit')
  inTheWay.release()
  const answers = await asked
  t.same(answers.map(({ statusCode }) => statusCode).sort(), [200, 410])
  t.equal((await get(link)).statusCode, 410)
  t.equal((await post(`${link}/loeschen`)).statusCode, 410)
  await idle(service)
  const newer = await service.linkOf(from)
  t.match(words((await get(newer)).body), /Neue Adresse noch nicht bestätigt/)
})

t.test('the stored address, however it is spelled, and what is not an address, are refused with words', async t => {
  const from = `Alt${people++}@Beispiel.example`
  await service.reader(from.replace('Beispiel', 'beispiel'))
  const link = await service.linkOf(from.replace('Beispiel', 'beispiel'))
  for (const [email, says] of [
    [from.toUpperCase(), /schon gespeichert/], [`"Anna" <${from}>`, /schon gespeichert/],
    ['anna', /fehlt das @/], ['', /geben Sie Ihre E-Mail-Adresse ein/]
  ] as const) {
    const answer = await post(`${link}/adresse`, { email })
    t.equal(answer.statusCode, 422)
    t.match(words(answer.body), says)
    t.match(answer.body, 'aria-invalid="true"')
  }
  t.equal((await get(link)).statusCode, 200, 'the link is not used up by that')
})

t.test('somebody else\'s address gets the same answer; who reads both mailboxes has one subscription', async t => {
  const taken = 'vergeben@beispiel.example'
  const other = await service.reader(taken)
  const free = await changing()
  const { id, confirm, answer, from, to } = await changing(taken)
  t.equal(answer.body.replaceAll(to, '…'), free.answer.body.replaceAll(free.to, '…'))
  t.equal((await stored(taken)).length, 1)
  await post(confirm)
  t.same((await stored(taken)).map(({ id }) => id), [other])
  t.same(await stored(from), [])
  const leave = await post(`/abmelden/${unsubscribeToken(keys, { id, issue: 1 })}`)
  t.match(leave.body, 'Sie sind abgemeldet')
  t.same(await stored(taken), [], 'links of the old address mean the one subscription')
})

t.test('a pending sign-up of the new address becomes the subscription', async t => {
  const to = 'wartend@beispiel.example'
  await post('/abonnieren', { email: to })
  await until(() => mailsTo(to) === 1)
  const { confirm, from } = await changing(to)
  const [old] = await stored(from)
  await post(confirm)
  t.match(await stored(to), [{ state: 'active', confirmed_at: old.confirmed_at, consent_text_id: old.consent_text_id }])
})

t.test('who confirms a suppressed address is written to there again', async t => {
  const to = 'gesperrt@beispiel.example'
  await inTransaction(pool, async db => await suppress({ db, keys, clock }, { canonical: to, reason: 'complaint' }))
  const { confirm } = await changing(to)
  t.equal(await service.count('suppression'), 1, 'not before it has confirmed')
  await post(confirm)
  t.equal(await service.count('suppression'), 0)
})

t.test('an issue that is on its way reaches the new address, once', async t => {
  const { id, to, confirm } = await changing()
  await post(confirm)
  const open = (await findRecipients(service, [id])).get(id)
  t.equal(open?.(), to)
  const taken = `beide${people}@beispiel.example`
  const other = await service.reader(taken)
  const second = await changing(taken)
  await post(second.confirm)
  t.same([...(await findRecipients(service, [second.id, other])).keys()], [other], 'not to somebody planned twice')
})

t.test('the links that were mailed to the old address show nothing of the new one', async t => {
  const { link, confirm, from } = await changing()
  clock.travel({ minutes: 16 })
  await service.ask(from)
  await idle(service)
  const second = await mailedPath(service, from, DATA_LINK)
  t.not(second, link)
  t.equal((await get(second)).statusCode, 200)
  await post(confirm)
  for (const path of [link, second]) {
    const answer = await get(path)
    t.equal(answer.statusCode, 410)
    t.notMatch(answer.body, /@beispiel/)
  }
})

t.test('the confirmation at the new address is its proof', async t => {
  const { from, to, confirm } = await changing()
  await post(confirm)
  const proofs = async (address: string) => (await pool.query(
    'select * from consent_proof where address_index = any ($1)', [fingerprints(keys, address)])).rows
  t.same(await proofs(from), [])
  const [proof] = await proofs(to)
  t.same(proof.confirmed_at, clock.now())
  const mail = service.catcher.mails().find(mail => mail.to === to && mail.raw.includes('neue_Adresse'))
  t.ok(mail)
  const { createHash } = await import('node:crypto')
  t.equal(proof.mail_sha256.toString('hex'), createHash('sha256').update(mail?.raw as Buffer).digest('hex'))
})

t.test('a change that nobody confirms in time is erased, and its link says that it is over', async t => {
  const { confirm, from } = await changing()
  clock.travel({ hours: 48 })
  t.equal((await post(confirm)).statusCode, 410)
  const change = readChangeToken(keys, 'confirm', confirm.split('/').at(-1) as string) as string
  t.equal(await confirmChange({ ...service, consentProof: false }, change), 'expired')
  t.ok(await eraseChanges(service) > 0)
  t.ok(await eraseUsedLinks(service) > 0)
  t.equal(await service.count('address_change'), 0)
  t.equal(await service.count('used_link'), 0)
  t.equal((await stored(from)).length, 1)
})

t.end()
