import t from 'tap'
import { confirmToken, ownDataToken, unsubscribeToken } from '../../../src/subscription/links.js'
import { linkPath, postForm, receive, until } from '../../support/service.js'
import { idle } from '../../support/queue.js'
import { addIssue } from '../../support/readers.js'
import { selfService, words } from './reading.js'

const service = await selfService(t, { CONSENT_PROOF: 'on' })
const { app, clock, keys, get, post, pool } = service

/** A reader who signed up and confirmed, as people do. */
async function signedUp (address: string): Promise<void> {
  await postForm(app, '/abonnieren', { email: address })
  await until(() => service.mailsTo(address) > 0)
  const mail = (await receive(service.catcher, 0)).find(({ caught }) => caught.to === address)
  await idle(service)
  await postForm(app, linkPath(mail, 'bestaetigen'))
}

t.test('the mailed link shows everything in German, for an hour, and nobody keeps it', async t => {
  const address = 'Anna@beispiel.example'
  await signedUp(address)
  const link = await service.linkOf(address)
  const answer = await get(link)
  t.equal(answer.statusCode, 200)
  t.equal(answer.headers['cache-control'], 'no-store')
  t.equal(answer.headers['referrer-policy'], 'no-referrer')
  const page = words(answer.body)
  t.match(page, /E-Mail-Adresse Anna@beispiel\.example/)
  t.match(page, /Stand bestätigt: Sie erhalten jede Ausgabe/)
  t.match(page, /Angemeldet am 2\. März 2026, 10:00 Uhr/)
  t.match(page, /Ihre E-Mail-Adresse wird verschlüsselt gespeichert und nur dafür verwendet/)
  t.match(page, /Nachweis Ihrer Einwilligung/)
  t.match(page, /Um gespeicherte Daten zu sehen 4\. März 2026/)
  clock.travel({ minutes: 59 })
  t.equal((await get(link)).statusCode, 200)
  clock.travel({ minutes: 1 })
  for (const path of [link, `${link}/daten.json`, `${link}/loeschen`]) {
    const late = await get(path)
    t.equal(late.statusCode, 410)
    t.notMatch(late.body, /anna@/i)
  }
  t.equal((await post(`${link}/loeschen`)).statusCode, 410)
  t.equal((await post(`${link}/adresse`, { email: 'neu@beispiel.example' })).statusCode, 410)
})

t.test('the file says the same as the page, for programs', async t => {
  const address = 'berta@beispiel.example'
  await signedUp(address)
  const { rows: [row] } = await pool.query('select id from subscriber order by requested_at desc limit 1')
  const number = await addIssue(service)
  await pool.query(
    `with d as (
       insert into delivery (issue_number, round, state, planned, started_at)
       values ($1, 1, 'sending', 1, now()) returning id
     )
     insert into batch (delivery_id, ordinal, size, recipients, sent, failed, skipped)
     select id, 1, 1, array[$2::uuid], B'0', B'0', B'0' from d`, [number, row.id])
  await pool.query(
    `insert into delivery_failure (delivery_id, subscriber_id, status, failed_at)
     select id, $1, '5.2.2', $2 from delivery`, [row.id, clock.now()])
  const link = await service.linkOf(address)
  const answer = await get(`${link}/daten.json`)
  t.match(answer.headers, {
    'content-type': 'application/json; charset=utf-8',
    'content-disposition': /^attachment; filename="meine-daten\.json"/,
    'cache-control': 'no-store'
  })
  const data = answer.json()
  t.match(data, {
    format: 'integrationsbrief-own-data',
    version: 1,
    subscription: { id: row.id, address, state: 'active', earlier_ids: [], fingerprint: /^[\da-f]{64}$/ },
    consent: { wording: /Integrationsbrief/, asked_at: String, mail_sent_at: String, confirmed_at: String },
    consent_proofs: [{ mail_sha256: /^[\da-f]{64}$/, left_at: null }],
    address_change: null,
    suppression: null,
    deliveries: [{ issue: number, outcome: 'waiting' }],
    failures: [{ issue: number, status: '5.2.2' }]
  })
  const page = words((await get(link)).body)
  t.match(page, new RegExp(`Ausgabe ${number}: geht noch an Sie`))
  t.match(page, /technischer Fehlercode 5\.2\.2/)
  t.match(page, data.subscription.fingerprint)
})

t.test('whose address came from a list sees from which, on which occasion, and where it still stands', async t => {
  const address = 'carla@beispiel.example'
  const id = await service.reader(address)
  const { rows: [{ index }] } = await pool.query(
    `with source as (
       insert into consent_source (hash, source, first_noted_at) values ('x', 'Fachtag in Gießen', now()) returning id
     )
     update subscriber set import_id = 3, consent_source_id = source.id, ask_after = $2 from source
     where subscriber.id = $1 returning address_index as index`, [id, new Date('2026-05-01T08:00:00Z')])
  const { rows: [list] } = await pool.query(
    `with list as (
       insert into subscriber_import (state, options, key_version, created_at, changed_at)
       values ('read', '{}', 1, now(), now()) returning id
     ), other as (
       insert into subscriber_import (state, options, key_version, created_at, changed_at)
       values ('read', '{}', 1, now(), now()) returning id
     ), stranger as (
       insert into import_row (import_id, address_index, id, address_sealed, kind, line)
       select id, 'y', gen_random_uuid(), 'z', 'new', 1 from other
     )
     insert into import_row (import_id, address_index, id, address_sealed, kind, line)
     select id, $1, gen_random_uuid(), 'z', 'known', 1 from list returning import_id as id`, [index])
  const link = await service.linkOf(address)
  const page = words((await get(link)).body)
  t.match(page, /Aus einer Liste übernommen Übernahme Nummer 3/)
  t.match(page, /Anlass Ihrer Einwilligung Fachtag in Gießen Eingetragen am/)
  t.match(page, /Wir fragen Sie per E-Mail, frühestens 1\. Mai 2026/)
  t.match(page, new RegExp(`geprüft oder übernommen wird: Übernahme Nummer ${list.id}\\.`))
  t.match((await get(`${link}/daten.json`)).json(), {
    consent: { source: 'Fachtag in Gießen' },
    import: { number: 3, ask_after: '2026-05-01T08:00:00.000Z', lists: [list.id] }
  })
})

t.test('a token that was forged, cut, changed or made for something else opens nothing', async t => {
  const id = await service.reader('clara@beispiel.example')
  const expiresAt = new Date(clock.now().getTime() + 3_600_000)
  const good = ownDataToken(keys, { id, expiresAt })
  t.equal((await get(`/meine-daten/${good}`)).statusCode, 200)
  const wrong = [
    'x', good.slice(0, -1), `${good}A`, good.replace(/.$/, good.endsWith('A') ? 'B' : 'A'), 'A'.repeat(51),
    confirmToken(keys, { id, expiresAt })
  ]
  for (const token of wrong) {
    for (const path of ['', '/daten.json', '/loeschen']) {
      const answer = await get(`/meine-daten/${token}${path}`)
      t.equal(answer.statusCode, 404)
      t.notMatch(answer.body, /clara@/)
    }
    for (const path of ['', '/adresse', '/loeschen']) {
      t.equal((await post(`/meine-daten/${token}${path}`, { email: 'x@beispiel.example' })).statusCode, 404)
    }
    for (const path of ['adresse', 'stoppen']) {
      t.equal((await get(`/meine-daten/${path}/${token}`)).statusCode, 404)
      t.equal((await post(`/meine-daten/${path}/${token}`)).statusCode, 404)
    }
  }
  for (const path of ['abmelden', 'bestaetigen']) {
    t.equal((await get(`/${path}/${good}`)).statusCode, 404, `a link to the data works for nothing else: ${path}`)
  }
  t.equal((await get(`/meine-daten/adresse/${unsubscribeToken(keys, { id, issue: 0 })}`)).statusCode, 404)
})

t.test('everything is erased in two steps, from every table, and the link opens nothing afterwards', async t => {
  const address = 'dora@beispiel.example'
  await signedUp(address)
  const link = await service.linkOf(address)
  const before = await service.count('subscriber')
  const asked = await get(`${link}/loeschen`)
  t.match(words(asked.body), /Wir löschen dora@beispiel\.example und alles/)
  t.match(words(asked.body), /Nachweis, dass Sie eingewilligt hatten: drei Jahre lang/)
  t.equal(await service.count('subscriber'), before, 'looking erases nothing')
  const answers = await Promise.all([post(`${link}/loeschen`), post(`${link}/loeschen`)])
  t.same(answers.map(({ statusCode }) => statusCode).sort(), [200, 410], 'the same wish twice at once')
  t.equal(await service.count('subscriber'), before - 1)
  t.equal(await service.count('used_link'), 0)
  t.equal(await service.count('consent_proof where subscriber_id is null and left_at is not null'), 1)
  t.equal((await get(link)).statusCode, 410)
  await service.ask(address)
  await idle(service)
  t.equal(service.mailsTo(address), 2, 'nothing is stored that could be shown')
})

t.test('somebody who has not confirmed sees that, and is told how to take another address', async t => {
  const address = 'emma@beispiel.example'
  await postForm(app, '/abonnieren', { email: address })
  await until(() => service.mailsTo(address) > 0)
  await idle(service)
  const path = await service.ask(address).then(async () => await service.linkOf(address))
  t.match(words((await get(path)).body), /noch nicht bestätigt: Sie erhalten keine Ausgabe/)
  const answer = await post(`${path}/adresse`, { email: 'andere@beispiel.example' })
  t.equal(answer.statusCode, 422)
  t.match(words(answer.body), /melden Sie sich einfach mit der anderen Adresse an/)
})

t.end()
