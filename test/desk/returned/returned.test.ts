import { randomUUID } from 'node:crypto'
import t from 'tap'
import { letter } from '../../bounce/act/reports.js'
import { signedIn, type DeskBrowser } from '../../support/desk.js'
import { DOMAIN, PAGE, returning, see, wordsOf } from './returning.js'

const service = await returning(t)
const { pool, clock, sentIssue, newTag, takeIn, bounceHard, waiting, stored, lastAudit } = service
let boss: DeskBrowser, writer: DeskBrowser

t.beforeEach(async () => {
  await service.forget()
  boss = await service.boss()
  writer = await signedIn(service)
})

t.test('without anything that came back, the page says so', async t => {
  const said = await see(boss, PAGE)
  t.match(said, 'Es kam nichts zurück, was zählt.')
  t.match(said, 'Zurzeit wartet keine.')
  t.match(said, 'Es ist kein Weg eingerichtet.')
  t.notMatch(said, 'Bitte entscheiden Sie')
  t.notMatch(await see(boss, '/redaktion'), 'Rückmeldungen, die auf Sie warten')
})

t.test('who administers sees by kind and by day what came back, and what did not count', async t => {
  const issue = await sentIssue()
  await bounceHard(issue, 2)
  clock.travel({ hours: 48 })
  boss = await service.boss()
  const full = { status: '5.2.2', reply: '552 5.2.2 mailbox full', messageId: '<1@mx.amt.example>' }
  const twice = { ...full, to: await newTag(issue) }
  for (const parts of [twice, twice, { to: `x@${DOMAIN}` }, { to: `y@${DOMAIN}` }]) await takeIn(parts)
  const { body } = await boss.get(PAGE)
  const said = wordsOf(body)
  t.match(said, /Postfach gibt es nicht Die Adresse wird gelöscht und gesperrt\. .* entscheiden Sie\. 2/)
  t.match(said, /Postfach voll [^.]+\. 1/)
  t.match(said, 'Nicht mitgezählt: Eine kam ein zweites Mal. 2 bewiesen nicht')
  t.match(said, /heute 1 0 0 \w+\., \d+\.\d+\. 0 0 0 \w+\., \d+\.\d+\. 2 2 0/)
  t.match(body, /aria-label="Was an den letzten 3 Tagen zurückkam: zusammen 3, das meiste am \d+\. \S+, nämlich 2\."/)
})

t.test('a provider is named from ten mails on', async t => {
  const issue = await sentIssue()
  const soft = async (): Promise<void> => await takeIn({ to: await newTag(issue), status: '4.4.7' })
  for (let times = 0; times < 9; times++) await soft()
  t.notMatch((await boss.get(PAGE)).body, 'amt.example')
  await soft()
  t.match(await see(boss, PAGE), 'amt.example 10 0 0')
})

t.test('a door with a fault is red, says whom to ask, and stands on the start page', async t => {
  await pool.query(`insert into bounce_door values
    ('mailbox', null, 3, $1::timestamptz - interval '2 hours', $1, $1),
    ('listener', null, null, null, null, $1)`, [clock.now()])
  const fine = (await boss.get(PAGE)).body
  t.match(wordsOf(fine), 'Das Programm ist verbunden. 3 Mails sind noch zu lesen. Die älteste ist 2 Stunden alt.')
  t.match(wordsOf(fine), 'Direkter Empfang Das Programm nimmt Mails an.')
  t.notMatch(fine, 'kern-alert--danger')
  const faults = {
    "fault = 'login-refused'": 'Der Mailserver nimmt die Anmeldung nicht an. Vielleicht wurde das Passwort geändert.',
    "fault = 'certificate-expired'": 'Das Zertifikat des Mailservers ist nicht gültig.',
    "fault = 'new-one'": 'Das Programm kann das Postfach nicht lesen.',
    "fault = null, noted_at = noted_at - interval '2 hours'":
      'Das Programm hat zuletzt am 04.03.2026, 08:00 Uhr nachgesehen.',
    "noted_at = noted_at + interval '2 hours', oldest_unread_at = oldest_unread_at - interval '2 days'":
      'Die älteste ungelesene Mail ist 2 Tage alt.'
  }
  for (const [change, sentence] of Object.entries(faults)) {
    await pool.query(`update bounce_door set ${change} where name = 'mailbox'`)
    const { body } = await boss.get(PAGE)
    t.match(body, /<title>Fehler: Rückmeldungen/, change)
    t.match(wordsOf(body), `${sentence} Bitte wenden Sie sich an die Technik.`)
    t.match(await see(boss, '/redaktion'), 'Zurzeit kommen nicht alle Rückmeldungen an.')
  }
  t.notMatch((await writer.get('/redaktion')).body, 'Rückmeldungen')
})

t.test('readers of an issue in doubt are erased when somebody believes it, after a second look', async t => {
  const issue = await sentIssue()
  await bounceHard(issue, 7)
  const path = `${PAGE}/ausgaben/${issue}/loeschen`
  t.match(await see(boss, PAGE), `Ausgabe ${issue}: 2 Postfächer soll es nicht mehr geben.`)
  t.match(await see(boss, '/redaktion'), `Ausgabe ${issue}: Ungewöhnlich viele Postfächer`)
  const asked = await boss.get(path)
  t.match(wordsOf(asked.body), 'Die 2 Adressen werden gelöscht')
  t.equal(await stored(), 2, 'asking erases nobody')
  await bounceHard(issue, 1)
  const grown = await boss.post(path, { gesehen: '2' })
  t.equal(grown.statusCode, 409)
  t.match(wordsOf(grown.body), 'Inzwischen sind es mehr, als Sie gesehen haben. Nichts wurde gelöscht.')
  t.equal(await stored(), 3)
  const { headers: { location = '' } } = await boss.post(path, { gesehen: '3' })
  t.equal(await stored(), 0)
  t.match(await lastAudit(), { action: 'bounces.believed' })
  t.match(await see(boss, location), 'Die Adressen sind gelöscht und gesperrt.')
  for (const again of [await boss.get(path), await boss.post(path, { gesehen: '3' })]) {
    t.equal(again.statusCode, 404)
    t.match(again.body, 'Darüber ist schon entschieden')
  }
})

t.test('readers of an issue in doubt are kept when nobody believes it, and the report tells', async t => {
  const issue = await sentIssue()
  await bounceHard(issue, 7)
  const report = await see(writer, `/redaktion/ausgaben/${issue}`)
  t.match(report, 'Was zurückkam Postfach gibt es nicht: 7')
  t.match(report, 'Wer verwalten darf, muss entscheiden')
  t.match((await boss.get(`/redaktion/ausgaben/${issue}`)).body, `<a href="${PAGE}">Entscheiden Sie`)
  const { headers: { location = '' } } = await boss.post(`${PAGE}/ausgaben/${issue}/behalten`)
  t.match(await see(boss, location), 'Die Adressen bleiben.')
  t.equal(await stored(), 2)
  t.match(await lastAudit(), { action: 'bounces.forgiven' })
  t.match(await see(boss, '/redaktion/protokoll'), 'Adressen behalten, deren Postfach es nicht mehr geben soll')
  t.equal((await boss.post(`${PAGE}/ausgaben/${issue}/behalten`)).statusCode, 404)
  t.notMatch(await see(writer, `/redaktion/ausgaben/${issue}`), 'Ungewöhnlich viele')
  t.match(await see(writer, `/redaktion/ausgaben/${await sentIssue()}`), 'Was zurückkam Bisher nichts.')
})

t.test('an id that is unknown or not one, and an issue that is not in doubt, are not found', async t => {
  for (const path of [`mails/${randomUUID()}`, 'mails/1', 'ausgaben/999/loeschen', 'ausgaben/x/loeschen']) {
    t.equal((await boss.get(`${PAGE}/${path}`)).statusCode, 404, path)
  }
})

t.test('others neither see nor decide', async t => {
  const issue = await sentIssue()
  await bounceHard(issue, 6)
  const mail = await waiting(letter({ to: `x@${DOMAIN}`, from: 'eva@amt.example', subject: 'Hm' }))
  for (const path of [PAGE, mail, `${PAGE}/ausgaben/${issue}/loeschen`]) {
    t.equal((await writer.get(path)).statusCode, 403, path)
  }
  for (const path of [mail, `${PAGE}/ausgaben/${issue}/loeschen`, `${PAGE}/ausgaben/${issue}/behalten`]) {
    t.equal((await writer.post(path, { art: 'ignored', gesehen: '1' })).statusCode, 403, path)
  }
  t.equal(await stored(), 1)
})

t.test('reading a mail and erasing addresses take all factors lately', async t => {
  const late = await service.boss()
  const issue = await sentIssue()
  await bounceHard(issue, 6)
  const mail = await waiting(letter({ to: `x@${DOMAIN}`, from: 'eva@amt.example', subject: 'Hm' }))
  clock.travel({ minutes: 11 })
  for (const path of [mail, `${PAGE}/ausgaben/${issue}/loeschen`]) {
    t.match((await late.get(path)).headers.location, `/redaktion/konto/bestaetigen?weiter=${encodeURIComponent(path)}`)
    t.match((await late.post(path, { art: 'ignored', gesehen: '1' })).headers.location, encodeURIComponent(PAGE))
  }
  t.equal(await stored(), 1)
})

t.end()
