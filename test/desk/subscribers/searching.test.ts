import t, { type Test } from 'tap'
import { readAudit } from '../../../src/editor/audit/audit.js'
import { sealField } from '../../../src/platform/crypto/sealed-field.js'
import { signedIn } from '../../support/desk.js'
import { forgetJobs } from '../../support/queue.js'
import { addReaders } from '../../support/readers.js'
import { linkPath, postForm, receive, testService, until } from '../../support/service.js'
import { seen } from '../drafts/writing.js'

const PAGE = '/redaktion/leserinnen'
const MAX = 'Max.Muster@beispiel.example'

const fieldOn = (html: string): string => /name="gefunden" value="([^"]+)"/.exec(html)?.[1] ?? ''

/** A service with a reader, and somebody who helps; `audit` is what was written down of it. */
async function helping (t: Test) {
  const service = await testService(t)
  await addReaders(service, [MAX])
  const eva = await signedIn(service, { name: 'Eva', roles: ['administer'] })
  return {
    ...service,
    eva,
    search: async (adresse: string) => await eva.post(`${PAGE}/suche`, { adresse }),
    audit: async () => {
      const lines = []
      for await (const portion of readAudit(service.pool)) lines.push(...portion)
      return lines.filter(({ action }) => action.startsWith('subscriber.'))
        .map(({ actor, action, details }) => [actor === eva.editor.id, action, details])
    },
    readers: async () => (await service.pool.query('select from subscriber')).rowCount
  }
}

t.test('one address is found exactly, and shown masked with its state and dates', async t => {
  const service = await helping(t)
  const found = await service.search(' "Muster, Max" <max.muster@BEISPIEL.example> ')
  t.equal(found.statusCode, 200)
  t.match(seen(found.body), /m…r@b…l\.example/)
  t.match(seen(found.body), /Stand bestätigt, bekommt den Newsletter/)
  t.match(seen(found.body), /Angemeldet 2. März 2026, 10:00 Uhr Bestätigt 2. März 2026, 10:00 Uhr/)
  t.notMatch(found.body, /erneut senden/)
  t.notMatch(found.body, /muster@/i, 'the address is nowhere on the page')
  for (const name of ['max.muste@beispiel', 'max.muster+brief@beispiel', 'max.muster@beispiele']) {
    const near = `${name}.example`
    const nothing = await service.search(near)
    t.equal(nothing.statusCode, 200)
    t.match(seen(nothing.body), /Unter dieser Adresse ist nichts gespeichert/, near)
    t.notMatch(nothing.body, /Löschen …/)
  }
})

t.test('the audit holds that somebody searched and whether it was found, and nothing about whom', async t => {
  const service = await helping(t)
  await service.search(MAX)
  await service.search('niemand@beispiel.example')
  await service.search('niemand')
  t.same(await service.audit(), [
    [true, 'subscriber.searched', '{"found":true}'], [true, 'subscriber.searched', '{"found":false}']
  ])
  const { body } = await service.eva.get('/redaktion/protokoll')
  t.match(seen(body), /Nach einer Adresse gesucht , Eva Zeile 2, [^G]*Gefunden: nein/)
  t.notMatch(service.lines().join('\n'), /muster|niemand/i, 'no line of the log holds what was typed')
})

t.test('what is not an address gets a sentence that says what to do, and what was typed stays', async t => {
  const service = await helping(t)
  const faults: Array<[typed: string, says: RegExp]> = [
    ['', /Bitte geben Sie die E-Mail-Adresse ein, nach der Sie suchen/],
    ['max', /fehlt das @/],
    ['a@b.de, c@d.de', /genau eine E-Mail-Adresse/]
  ]
  for (const [typed, says] of faults) {
    const answer = await service.search(typed)
    t.equal(answer.statusCode, 422)
    t.match(seen(answer.body), says)
    t.match(answer.body, `value="${typed}"`)
  }
  t.same(await service.audit(), [])
})

t.test('an account searches thirty times an hour, whichever process it asks, and is told when it goes on', async t => {
  const service = await helping(t)
  for (let count = 0; count < 30; count++) t.equal((await service.search(MAX)).statusCode, 200)
  const refused = await service.search(MAX)
  t.equal(refused.statusCode, 429)
  t.equal(refused.headers['retry-after'], '3600')
  t.match(seen(refused.body), /in 60 Minuten weiter/)
  t.equal((await service.audit()).length, 30, 'nothing was looked up')
  const kim = await signedIn(service, { roles: ['administer'] })
  t.equal((await kim.post(`${PAGE}/suche`, { adresse: MAX })).statusCode, 200, 'another account may')
  service.clock.travel({ minutes: 60 })
  const later = await signedIn(service, { roles: ['administer'] })
  t.equal((await later.post(`${PAGE}/suche`, { adresse: MAX })).statusCode, 200)
})

t.test('searching takes all factors lately; afterwards one comes back to the form', async t => {
  const service = await helping(t)
  const { body } = await service.search(MAX)
  service.clock.travel({ minutes: 9 })
  t.equal((await service.eva.get(`${PAGE}/suche`)).statusCode, 200)
  service.clock.travel({ minutes: 2 })
  t.equal((await service.eva.get(PAGE)).statusCode, 200, 'figures need no proof')
  const { location } = (await service.eva.get(`${PAGE}/suche`)).headers
  t.match(location, /konto\/bestaetigen\?weiter=%2Fredaktion%2Fleserinnen%2Fsuche$/)
  for (const path of ['suche', 'erneut', 'loeschen', 'loeschen/ja']) {
    const answer = await service.eva.post(`${PAGE}/${path}`, { adresse: MAX, gefunden: fieldOn(body) })
    t.equal(answer.statusCode, 303)
    t.match(answer.headers.location, /konto\/bestaetigen\?weiter=%2Fredaktion%2Fleserinnen%2Fsuche%3Ferledigt/, path)
    t.notMatch(answer.headers.location, /muster/i)
  }
  t.equal(await service.readers(), 1)
})

t.test('an address is erased in two steps, once, and the second click says that it is gone', async t => {
  const service = await helping(t)
  const gefunden = fieldOn((await service.search(MAX)).body)
  const asked = await service.eva.post(`${PAGE}/loeschen`, { gefunden })
  t.match(seen(asked.body), /m…r@b…l\.example|M…r@b…l\.example/)
  t.match(seen(asked.body), /Das lässt sich nicht rückgängig machen/)
  t.equal(await service.readers(), 1, 'the first step erases nothing')
  const clicks = await Promise.all([1, 2].map(async () => await service.eva.post(`${PAGE}/loeschen/ja`, { gefunden })))
  t.same(clicks.map(({ headers }) => headers.location).sort(), [
    `${PAGE}/suche?erledigt=adresse-fort`, `${PAGE}/suche?erledigt=adresse-geloescht`
  ])
  t.equal(await service.readers(), 0)
  t.match(seen((await service.eva.get(`${PAGE}/suche?erledigt=adresse-geloescht`)).body), /ist gelöscht/)
  t.same((await service.audit()).map(([, action, details]) => [action, details]), [
    ['subscriber.searched', '{"found":true}'], ['subscriber.erased', '{}']
  ])
  t.match((await service.eva.get(`${PAGE}/loeschen/ja`)).headers.location, `${PAGE}/suche`)
})

t.test('the confirmation mail is sent again, as one more sign-up would, and its link confirms', async t => {
  const service = await helping(t)
  const { app, catcher, clock, eva, pool } = service
  await service.work()
  await postForm(app, '/abonnieren', { email: 'anna@beispiel.example' })
  await receive(catcher, 1)
  const wording = async (): Promise<number> =>
    (await pool.query("select consent_text_id as id from subscriber where state = 'pending'")).rows[0].id
  const agreedTo = await wording()
  await until(async () => (await pool.query('select from subscriber where mail_sent_at is not null')).rowCount === 1)
  const found = (await service.search('anna@beispiel.example')).body
  t.match(seen(found), /noch nicht bestätigt.*Bestätigungsmail verschickt am 2. März 2026, 10:00 Uhr/)
  const again = async () => await eva.post(`${PAGE}/erneut`, { gefunden: fieldOn(found) })
  t.match(seen((await again()).body), /Nicht gesendet: Die letzte Mail ist keine Viertelstunde alt/)
  clock.travel({ minutes: 15 })
  const kim = await signedIn(service, { roles: ['administer'] })
  const page = (await kim.post(`${PAGE}/suche`, { adresse: 'anna@beispiel.example' })).body
  const sent = await kim.post(`${PAGE}/erneut`, { gefunden: fieldOn(page) })
  t.match(seen(sent.body), /Die Bestätigungsmail ist unterwegs/)
  t.equal(await wording(), agreedTo, 'the consent stays as it was given')
  const mails = await receive(catcher, 2)
  t.equal(mails[1]?.caught.to, 'anna@beispiel.example')
  await postForm(app, linkPath(mails[1], 'bestaetigen'))
  const late = await kim.post(`${PAGE}/erneut`, { gefunden: fieldOn(sent.body) })
  t.match(seen(late.body), /Nicht nötig: Die Anmeldung ist bestätigt/)
  t.equal((await service.audit()).filter(([, action]) => action === 'subscriber.mail_sent_again').length, 1)
})

t.test('a mail that waits is not doubled, three a day are the most, and who has left is not signed up', async t => {
  const service = await helping(t)
  const { app, clock, pool } = service
  const again = async (): Promise<string> => {
    const kim = await signedIn(service, { roles: ['administer'] })
    const gefunden = sealField(service, kim.editor.id, 'anna@beispiel.example')
    return seen((await kim.post(`${PAGE}/erneut`, { gefunden })).body)
  }
  await postForm(app, '/abonnieren', { email: 'anna@beispiel.example' })
  t.match(await again(), /Eine Bestätigungsmail ist schon unterwegs/)
  for (let count = 0; count < 2; count++) {
    await forgetJobs(service)
    clock.travel({ minutes: 15 })
    t.match(await again(), /Die Bestätigungsmail ist unterwegs/)
  }
  await forgetJobs(service)
  clock.travel({ hours: 2 })
  t.match(await again(), /Nicht gesendet: Dieses Postfach hat schon drei Mails bekommen/)
  await pool.query("delete from subscriber where state = 'pending'")
  clock.travel({ days: 2 })
  t.match(await again(), /Nicht gesendet: Die Adresse ist nicht mehr gespeichert/)
  t.equal((await pool.query("select from subscriber where state = 'pending'")).rowCount, 0)
})

t.test('a field that is forged, of another account or too old does nothing', async t => {
  const service = await helping(t)
  const { eva, clock } = service
  const kim = await signedIn(service, { roles: ['administer'] })
  const own = fieldOn((await service.search(MAX)).body)
  const refuse = async (gefunden: string): Promise<void> => {
    for (const path of ['erneut', 'loeschen', 'loeschen/ja']) {
      const answer = await eva.post(`${PAGE}/${path}`, { gefunden })
      t.equal(answer.statusCode, 410, path)
      t.match(seen(answer.body), /Diese Seite ist zu alt.*Bitte suchen Sie die Adresse/)
    }
  }
  const forgeries = ['', 'x', `${own.slice(0, -6)}AAAAAA`, MAX, sealField(service, kim.editor.id, MAX)]
  for (const forged of forgeries) await refuse(forged)
  clock.travel({ minutes: 9 })
  const before = { now: () => new Date(clock.now().getTime() - 600_000) }
  const late = sealField({ ...service, clock: before }, eva.editor.id, MAX)
  await refuse(late)
  t.equal(await service.readers(), 1)
})
