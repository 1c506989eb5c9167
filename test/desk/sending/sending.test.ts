import t, { type Test } from 'tap'
import { follow, seen } from '../drafts/writing.js'
import { approving } from '../approval/approving.js'
import { addReaders, someAddresses } from '../../support/readers.js'
import { heldRelay, testRelay } from '../../support/relay.js'
import { receive, until } from '../../support/service.js'

const PAGE = '/redaktion/ausgaben/1'

/** An approved issue, and so many readers. */
async function approved (t: Test, readers = 3) {
  const service = await approving(t)
  await addReaders(service, someAddresses(readers))
  await service.submit()
  await service.approve()
  const { eva, kim } = service
  return {
    ...service,
    page: async (who = eva) => seen((await who.get(PAGE)).payload),
    send: async (fields: Record<string, string> = {}, who = eva) =>
      await who.post(`${PAGE}/senden`, { wann: 'jetzt', gesehen: String(readers), ...fields }),
    act: async (action: string, who = eva) => await who.post(`${PAGE}/${action}`),
    kim
  }
}

t.test('an approved issue is sent, watched, and ends in a report', async t => {
  const { clock, eva, catcher, work, page, send } = await approved(t)
  t.match(await page(), /An 3 Leserinnen und Leser senden/)
  t.match(seen(await follow(eva, await send())), /Der Versand beginnt in 5 Minuten/)
  await work()
  clock.travel({ minutes: 5 })
  await receive(catcher, 3)
  await until(async () => /Bericht\b/.test(await page()))
  const report = await page()
  t.match(report, /versandt/)
  t.match(report, /Geplant 3 Versandt 3 Fehlgeschlagen 0/)
  t.match(report, /Versand: 02\.03\.2026, 10:05 bis 10:\d\d Uhr\. Freigegeben von Eva, 02\.03\.2026, 10:00 Uhr\./)
  const bar = (await eva.get(PAGE)).payload
  t.match(bar, /<progress [^>]*value="100" max="100" aria-label="Fortschritt des Versands"/)
  t.match(seen((await eva.get('/redaktion')).payload), /1: .* versandt/)
})

t.test('in the grace, one button stops it, and the issue stays approved', async t => {
  const { eva, page, send, act } = await approved(t)
  await send()
  t.match(await page(), /Anhalten/)
  const lifted = seen(await follow(eva, await act('planung-aufheben')))
  t.match(lifted, /Nichts ist hinausgegangen, und die Ausgabe bleibt freigegeben/)
  t.match(await page(), /An 3 Leserinnen und Leser senden/)
  const again = seen(await follow(eva, await act('planung-aufheben')))
  t.match(again, /Die Planung war schon aufgehoben\. Nichts ist hinausgegangen/, 'from another window')
})

t.test('a plan that is lifted a moment too late stops what has begun', async t => {
  const { clock, eva, work, send, act, pool } = await approved(t, 30)
  const relay = await heldRelay(t)
  await send()
  clock.travel({ minutes: 5 })
  await work(relay.target)
  await until(async () => (await pool.query("select from delivery where state = 'sending'")).rowCount === 1)
  const page = seen(await follow(eva, await act('planung-aufheben')))
  t.match(page, /Der Versand hatte eben begonnen und ist jetzt angehalten/)
  t.match(page, /Fortsetzen/)
  await act('abbrechen')
  t.equal((await act('planung-aufheben')).statusCode, 409)
  relay.letOn()
})

t.test('a time is planned, and the list says so', async t => {
  const { eva, page, send, act } = await approved(t)
  await send({ wann: 'spaeter', tag: '2026-06-09', uhrzeit: '09:30' })
  t.match(await page(), /Dienstag, 9\. Juni 2026, 9:30 Uhr \(in 99 Tagen\)/)
  t.match(seen((await eva.get('/redaktion')).payload), /geplant für 09\.06\.2026, 09:30/)
  await act('planung-aufheben')
  for (const [fields, said] of [
    [{ tag: '', uhrzeit: '' }, /Bitte wählen Sie Tag und Uhrzeit/],
    [{ tag: '2026-02-01', uhrzeit: '09:30' }, /Diese Zeit ist schon vorbei/],
    [{ tag: '2026-03-29', uhrzeit: '02:30' }, /Diesen Tag oder diese Uhrzeit gibt es nicht/],
    [{ tag: '2099-03-30', uhrzeit: '02:30' }, /mehr als ein Jahr/]
  ] as const) {
    const answer = await send({ wann: 'spaeter', ...fields })
    t.equal(answer.statusCode, 422)
    t.match(seen(answer.payload), said)
    if (fields.tag !== '') t.match(answer.payload, `value="${fields.tag}"`, 'what was typed stays')
  }
})

t.test('above a limit, the number of readers is typed', async t => {
  const { pool, page, send } = await approved(t, 51)
  t.match(await page(), /Bitte tippen Sie zur Sicherheit die Zahl ein: 51/)
  for (const anzahl of ['', '50', '510', 'alle']) {
    const answer = await send({ anzahl })
    t.equal(answer.statusCode, 422)
    t.match(seen(answer.payload), /Die Zahl stimmt nicht/)
    t.match(answer.payload, new RegExp(`id="anzahl-jetzt"[^>]*value="${anzahl}" aria-describedby="anzahl-jetzt-error `))
    t.notMatch(answer.payload, 'id="anzahl-spaeter-error"', 'the other form is as it was')
  }
  const nothing = await send({ wann: 'spaeter', tag: '', uhrzeit: '', anzahl: '51' })
  t.match(nothing.payload, /id="tag"[^>]*aria-invalid="true" aria-describedby="zeit-error"/)
  t.match(nothing.payload, /id="anzahl-spaeter"[^>]*value="51"/, 'what was right stays')
  for (const gesehen of ['', '0', '49', '0x10', '1e1']) {
    t.not((await send({ gesehen, anzahl: '' })).statusCode, 303, `the page says ${gesehen}`)
  }
  for (const gesehen of ['1', '999999999']) {
    const old = await send({ gesehen, anzahl: gesehen })
    t.equal(old.statusCode, 422)
    t.match(seen(old.payload), /Die Zahl hat sich geändert, seit Sie die Seite geöffnet haben/)
  }
  t.equal((await pool.query('select from planned_start')).rowCount, 0)
  t.equal((await send({ anzahl: ' 51 ' })).statusCode, 303)
})

t.test('who may not approve watches, and steers nothing', async t => {
  const { kim, page, send, act } = await approved(t)
  t.match(await page(kim), /Senden kann, wer freigeben darf/)
  t.equal((await send({}, kim)).statusCode, 403)
  await send()
  for (const action of ['planung-aufheben', 'anhalten', 'fortsetzen', 'abbrechen', 'wiederholen']) {
    t.equal((await act(action, kim)).statusCode, 403, action)
  }
})

t.test('sending is paused, goes on, and is cancelled, and what is too late changes nothing', async t => {
  const { clock, eva, work, page, send, act, pool } = await approved(t, 30)
  const relay = await heldRelay(t)
  await send()
  clock.travel({ minutes: 5 })
  await work(relay.target)
  await until(async () => /im Versand/.test(await page()))
  t.match(seen(await follow(eva, await act('anhalten'))), /Der Versand wurde von Hand angehalten/)
  t.equal((await act('anhalten')).statusCode, 409)
  t.match(seen(await follow(eva, await act('fortsetzen'))), /Der Versand geht weiter/)
  t.equal((await act('fortsetzen')).statusCode, 409)
  const cancelled = seen(await follow(eva, await act('abbrechen')))
  t.match(cancelled, /abgebrochen/)
  t.notMatch(cancelled, /Anhalten|Endgültig abbrechen/, 'there is nothing to stop any more')
  t.equal((await act('abbrechen')).statusCode, 409)
  t.equal((await act('wiederholen')).statusCode, 409)
  const { rows } = await pool.query("select action from audit where action like 'delivery.%' order by number")
  t.same(rows.map(({ action }) => action),
    ['delivery.scheduled', 'delivery.planned', 'delivery.paused', 'delivery.resumed', 'delivery.cancelled'])
  relay.letOn()
})

t.test('without a reader, an issue is published on the website, and the page says so', async t => {
  const { page, send, clock, app, work } = await approved(t, 0)
  t.match(await page(), /Noch hat niemand den Newsletter bestätigt.* Auf der Website veröffentlichen/)
  t.equal((await send()).statusCode, 303)
  await work()
  clock.travel({ minutes: 5 })
  await until(async () => /Bericht\b/.test(await page()))
  t.equal((await app.inject('/ausgaben/viele-haende-ein-netz')).statusCode, 200)
})

t.test('failures are told in words, and sent again', async t => {
  const { clock, eva, catcher, work, page, send, act } = await approved(t)
  const relay = await testRelay(t, {
    recipient: address => address.startsWith('leser1@') ? [550, '5.1.1 unknown'] : null
  })
  await send()
  clock.travel({ minutes: 5 })
  const mailer = await work(relay.target)
  await until(async () => /Bericht\b/.test(await page()))
  t.match(await page(), /Warum Mails fehlgeschlagen sind Das Postfach gibt es nicht mehr: 1/)
  await mailer.stop()
  t.match(seen(await follow(eva, await act('wiederholen'))), /werden noch einmal versandt/)
  await work()
  await until(async () => /Bericht, 2\. Durchgang/.test(await page()))
  t.equal(catcher.mails().length, 1)
})

t.test('an issue that is not there, or not approved, has no page', async t => {
  const { eva } = await approving(t)
  for (const path of ['1', '99999', '0', '-1', 'x', '1/verlauf']) {
    const { statusCode } = await eva.get(`/redaktion/ausgaben/${path}`)
    t.ok([400, 404].includes(statusCode), `${path}: ${statusCode}`)
  }
})
