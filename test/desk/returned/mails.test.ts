import t from 'tap'
import { verpSender } from '../../../src/delivery/verp.js'
import { findSuppressionOf } from '../../../src/subscription/help-desk.js'
import { letter } from '../../bounce/act/reports.js'
import { DOMAIN, PAGE, returning, see, wordsOf } from './returning.js'

const TO = `x@${DOMAIN}`

const service = await returning(t)
const { addReader, sentIssue, waiting, stored, lastAudit } = service
const boss = await service.boss()

t.beforeEach(service.forget)

t.test('the list of mails tells nothing of who wrote them; one is opened with everything, as plain text', async t => {
  const path = await waiting([
    'From: =?utf-8?q?J=C3=BCrgen?= <juergen@amt.example>', `To: <x@${DOMAIN}>`, 'Date: Mon, 2 Mar 2026 09:30:00 +0000',
    'Subject: =?utf-8?q?Gr=C3=BC=C3=9Fe?= <b>', 'Content-Type: text/plain; charset=utf-8', '',
    'Wann ist der <script>Termin</script>?', 'https://spion.example/x.png', ''
  ].join('\r\n'))
  const list = (await boss.get(PAGE)).body
  t.match(wordsOf(list), 'Eine Mail wartet.')
  t.match(await see(boss, '/redaktion'), 'Eine Mail möchte gelesen werden.')
  t.notMatch(list, /juergen|Grüße/)
  const { body, headers } = await boss.get(path)
  t.match(wordsOf(body), 'Von Jürgen &lt;juergen@amt.example&gt; An &lt;x@')
  t.match(wordsOf(body), 'Datum 02.03.2026, 10:30 Betreff Grüße &lt;b&gt;')
  t.match(body, 'Wann ist der &lt;script&gt;Termin&lt;/script&gt;?')
  t.notMatch(body, /(?:src|href)="https:\/\/spion/)
  t.match(wordsOf(body), 'Die Absenderadresse juergen@amt.example ist bei uns nicht gespeichert.')
  t.match(headers['cache-control'], 'no-store')
  t.match(body, '<meta name="robots" content="noindex">')
  t.match(await lastAudit(), { action: 'bounces.mail_read', details: {} })
})

t.test('a long text is cut, and characters that turn it around are left out', async t => {
  const path = await waiting([
    'From: x <x@y.example\u202e>', '', `\u202eAnfang ${'a'.repeat(30_000)} Ende`
  ].join('\r\n'))
  const { body } = await boss.get(path)
  t.match(body, 'Anfang a')
  t.notMatch(body, /\u202e| Ende/)
  t.match(body, 'Der Text geht noch weiter.')
})

t.test('a wish to leave is believed when somebody has read it', async t => {
  const { address } = await addReader()
  const path = await waiting(letter({ to: TO, from: address, subject: 'Bitte abmelden' }), 'unsubscribe')
  const { body } = await boss.get(path)
  t.match(wordsOf(body), 'Die Absenderadresse leser1@amt.example bekommt den Newsletter oder hat sich angemeldet. ')
  t.same([...body.matchAll(/name="art" value="([^"]+)"/g)].map(([, value]) => value), ['unsubscribe', 'ignored'])
  const done = await boss.post(path, { art: 'unsubscribe' })
  t.match(done.headers.location, `${PAGE}?erledigt=mail-eingeordnet`)
  t.equal(await stored(), 0)
  t.equal(await findSuppressionOf(service, address), null, 'they may come back')
  t.match(await lastAudit(), { action: 'bounces.mail_classed' })
  t.match(await see(boss, '/redaktion/protokoll'), 'Eingeordnet als: Abmeldung')
  const again = await boss.post(path, { art: 'unsubscribe' })
  t.equal(again.statusCode, 409)
  t.match(again.body, 'Diese Mail wurde inzwischen eingeordnet.')
})

t.test('a wish to leave of an address that is not stored needs nothing', async t => {
  const path = await waiting(letter({ to: TO, from: 'niemand@amt.example', subject: 'abmelden' }), 'unsubscribe')
  const { headers: { location = '' } } = await boss.post(path, { art: 'unsubscribe' })
  t.match(await see(boss, location), 'Zu tun war nichts: Die Adresse ist bei uns nicht gespeichert.')
})

t.test('a mail with our mark can be classed as anything, and acts on its reader', async t => {
  const { id, address } = await addReader()
  const to = verpSender(service.keys, DOMAIN, { id, issue: await sentIssue() })
  const path = await waiting(letter({ to, from: 'mailer-daemon@amt.example', subject: '?', text: 'Tja.' }))
  const { body } = await boss.get(path)
  t.match(wordsOf(body), 'Die Mail trägt ein Kennzeichen von uns.')
  t.match(body, 'value="hard"')
  await boss.post(path, { art: 'hard' })
  t.equal(await stored(), 0)
  t.match(await findSuppressionOf(service, address), { reason: 'hard_bounce' })
})

t.test('without a choice, or with one that nothing proves, the form says what to do and nothing is done', async t => {
  const { address } = await addReader()
  const path = await waiting(letter({ to: TO, from: address, subject: 'Hm' }))
  for (const fields of [{}, { art: 'quatsch' }]) {
    const { statusCode, body } = await boss.post(path, fields as Record<string, string>)
    t.equal(statusCode, 422)
    t.match(body, /<title>Fehler: .*aria-describedby="art-error".*Bitte wählen Sie aus, was diese Mail ist\./s)
  }
  const { statusCode, body } = await boss.post(path, { art: 'complaint' })
  t.equal(statusCode, 422)
  t.match(wordsOf(body), 'In der Mail steht nichts, was beweist, zu wem sie gehört.')
  t.equal(await stored(), 1)
  t.equal((await boss.get(path)).statusCode, 200, 'it still waits')
  await boss.post(path, { art: 'ignored' })
  t.equal(await stored(), 1)
  t.equal((await boss.get(path)).statusCode, 404)
})

t.end()
