import { readFile } from 'node:fs/promises'
import type { Email } from 'postal-mime'
import t from 'tap'
import { signedIn } from '../../support/desk.js'
import { testDatabase } from '../../support/database.js'
import { linkPath, postForm, receive, testService, type TestService } from '../../support/service.js'
import { eraseUnnamedFiles } from '../../../src/issue/file/erase-unnamed-files.js'
import { packagePath } from '../../../src/platform/package-path.js'
import { publishingAt } from '../../archive/publishing.js'
import { filled, seen } from '../drafts/writing.js'

const PAGE = '/redaktion/einstellungen/herausgeber'

/** The form as it stands, with some of it typed anew. */
function form ({ config }: TestService, version: number, typed: Record<string, string> = {}): Record<string, string> {
  return { ...config.newsletter.publisher, ...typed, version: String(version) }
}

t.test('what is set of the publisher stands on every page and in every mail, in other processes, too', async t => {
  const database = await testDatabase(t)
  const service = await testService(t, {}, { database })
  const other = await testService(t, {}, { database })
  const eva = await signedIn(service, { name: 'Eva', roles: ['administer'] })
  await publishingAt(service).publish({ slug: 'wege' })
  const pages = ['/impressum', '/datenschutz', '/barrierefreiheit', '/abonnieren', '/einbetten']
  const archive = ['/ausgaben', '/ausgaben/wege']
  for (const page of [...pages, ...archive]) for (const { app } of [service, other]) await app.inject(page)
  await postForm(service.app, '/abonnieren', { email: 'vorher@beispiel.example' })

  const typed = { organisation: 'Amt für Neues', phone: '0611 4711', newsletter: 'Neuer Brief' }
  const saved = await eva.post(PAGE, form(service, 0, typed))
  t.equal(saved.statusCode, 303)
  t.match(seen((await eva.get(String(saved.headers.location))).body), /Gespeichert\..*Zuletzt geändert: Eva, /s)
  for (const page of pages) t.match((await service.app.inject(page)).body, 'Neuer Brief', page)
  t.match((await service.app.inject('/impressum')).body, /Amt für Neues[\s\S]*0611 4711/)
  t.match((await service.app.inject('/gibt-es-nicht')).body, 'Neuer Brief', 'the page of an error')

  other.clock.travel({ minutes: 0.1 })
  for (const page of pages) t.match((await other.app.inject(page)).body, 'Neuer Brief', `${page} in another process`)
  service.clock.travel({ minutes: 0.2 })
  for (const page of archive) t.match((await service.app.inject(page)).body, 'Neuer Brief', page)

  await postForm(service.app, '/abonnieren', { email: 'nachher@beispiel.example' })
  const { rows: wordings } = await service.pool.query('select wording from consent_text order by id')
  t.equal(wordings.length, 2, 'readers agree to a new wording')
  t.match(wordings[1].wording, /Neuer Brief.*Amt für Neues/)
  await service.work()
  const mails = await receive(service.catcher, 2)
  for (const mail of mails) t.match(mail.text, /Telefon: 0611 4711/)
  t.match((await service.app.inject(linkPath(mails[0], 'bestaetigen'))).body, 'Neuer Brief')
})

t.test('the audit says which fields were changed, and not a word of what they hold', async t => {
  const service = await testService(t)
  const eva = await signedIn(service, { roles: ['administer'] })
  await eva.post(PAGE, form(service, 0, { phone: '0611 4711', street: 'Gasse 1' }))
  t.equal((await eva.post(PAGE, form(service, 1, { phone: '0611 4711', street: 'Gasse 1' }))).statusCode, 303)
  const { rows } = await service.pool.query(
    "select details from audit where action = 'setting.publisher'")
  t.same(rows.map(({ details }) => details), [{ fields: ['street', 'phone'] }], 'nothing changed is no change')
  t.match(seen((await eva.get('/redaktion/protokoll')).body),
    /Angaben zum Herausgeber geändert.*Felder: Straße und Hausnummer und Telefon/s)
})

t.test('what is wrong with a field stands beside it, and all that was typed stays', async t => {
  const service = await testService(t)
  const eva = await signedIn(service, { roles: ['administer'] })
  const typed = { city: ' ', phone: '0611\u202e4711', email: 'amt.example', claim: 'x'.repeat(301), street: 'Gasse 1' }
  const answer = await eva.post(PAGE, form(service, 0, typed))
  t.equal(answer.statusCode, 422)
  const page = seen(answer.body)
  t.match(page, /Bei 4 Feldern steht, was zu tun ist/)
  const errorOf = (field: string): string =>
    seen(new RegExp(`id="${field}-error">(.*?)</p>`, 's').exec(answer.body)?.[1] ?? '')
  t.match(errorOf('city'), 'Bitte füllen Sie dieses Feld aus.')
  t.match(errorOf('phone'), 'unsichtbare Zeichen')
  t.match(errorOf('email'), 'keine E-Mail-Adresse')
  t.match(errorOf('claim'), 'höchstens 300 Zeichen')
  t.match(answer.body, /id="street"[^>]* value="Gasse 1"/)
  t.match(answer.body, /id="email"[^>]* value="amt.example"[^>]* aria-describedby="email-error email-hint"/)
  t.equal((await service.pool.query('select from kept_setting')).rowCount, 0)
})

t.test('who is slower is told so, sees what holds now, and can save what was typed', async t => {
  const service = await testService(t)
  const eva = await signedIn(service, { name: 'Eva', roles: ['administer'] })
  const kim = await signedIn(service, { name: 'Kim', roles: ['administer'] })
  await kim.post(PAGE, form(service, 0, { phone: '0611 1' }))
  const late = await eva.post(PAGE, form(service, 0, { phone: '0611 2' }))
  t.equal(late.statusCode, 409)
  t.match(seen(late.body), /Jemand war schneller.*Inzwischen gilt eine Fassung von Kim, /s)
  t.match(late.body, /id="phone"[^>]* value="0611 2"/)
  t.match(seen(late.body), /Jetzt gilt: 0611 1/)
  t.match(late.body, /name="version" value="1"/)
  t.equal((await eva.post(PAGE, form(service, 1, { phone: '0611 2' }))).statusCode, 303)
  t.match((await service.app.inject('/impressum')).body, '0611 2')
})

t.test('every version stays and can be put back, the one that the server began with, too', async t => {
  const service = await testService(t)
  const { phone } = service.config.newsletter.publisher
  const eva = await signedIn(service, { name: 'Eva', roles: ['administer'] })
  await eva.post(PAGE, form(service, 0, { phone: '0611 1' }))
  await eva.post(PAGE, form(service, 1, { phone: '0611 2' }))
  const page = seen((await eva.get(PAGE)).body)
  t.match(page, /Frühere Fassungen.*Fassung 1.*Eva, .*Telefon.*0611 1.*Grundeinstellung/s)
  const put = async (fassung: string, version: string) => await eva.post(`${PAGE}/fassung`, { fassung, version })
  t.equal((await put('1', '2')).statusCode, 303)
  t.match((await service.app.inject('/impressum')).body, '0611 1')
  t.equal((await put('2', '2')).statusCode, 409, 'it has changed meanwhile')
  t.equal((await put('7', '3')).statusCode, 404)
  t.equal((await put('0', '3')).statusCode, 303)
  t.match((await service.app.inject('/impressum')).body, phone)
  const { rows } = await service.pool.query(
    "select details from audit where action = 'setting.publisher' order by number")
  t.same(rows[2].details, { fields: ['phone'], restored: 1 })
})

t.test('the pages of the house are for those who administer and have proved it lately', async t => {
  const service = await testService(t)
  const kim = await signedIn(service, { roles: ['write', 'approve'] })
  t.equal((await kim.get(PAGE)).statusCode, 403)
  t.equal((await kim.post(PAGE, form(service, 0, { phone: '1' }))).statusCode, 403)
  const eva = await signedIn(service, { roles: ['administer'] })
  service.clock.travel({ minutes: 11 })
  const where = `/redaktion/konto/bestaetigen?weiter=${encodeURIComponent(PAGE)}`
  t.match((await eva.get(PAGE)).headers.location, where, 'before anything is typed')
  t.match((await eva.post(PAGE, form(service, 0, { phone: '1' }))).headers.location, where)
  t.equal((await service.pool.query('select from kept_setting')).rowCount, 0)
})

const senderOf = (mail: Email | undefined): string => `${mail?.from?.name ?? ''} <${mail?.from?.address ?? ''}>`

t.test('the name of the sender stands in every mail, and its page shows how it arrives', async t => {
  const page = '/redaktion/einstellungen/absender'
  const service = await testService(t)
  const { address } = service.config.sender.from
  const eva = await signedIn(service, { roles: ['administer', 'write'] })
  t.match(seen((await eva.get(page)).body), `So kommt er an: „Integrationsbrief <${address}>“`)
  for (const [name, says] of [
    ['', 'Bitte füllen'], ['x'.repeat(61), 'höchstens 60 Zeichen'], ['a@b', 'zweite Adresse'],
    ['Brief\u202e', 'unsichtbare Zeichen'], ['Brief\u0007', 'unsichtbare Zeichen']
  ] as const) {
    const answer = await eva.post(page, { name, version: '0' })
    t.equal(answer.statusCode, 422, says)
    t.match(seen(answer.body), says)
  }
  const name = 'Amt für "Vielfalt", Wiesbaden'
  t.equal((await eva.post(page, { name, version: '0' })).statusCode, 303)
  await service.work()
  await postForm(service.app, '/abonnieren', { email: 'anna@beispiel.example' })
  const [mail] = await receive(service.catcher, 1)
  t.equal(senderOf(mail), `${name} <${address}>`)
  await eva.post('/redaktion/entwuerfe/beispiel')
  const { rows: [draft] } = await service.pool.query('select id from draft')
  await eva.post(`/redaktion/entwuerfe/${String(draft.id)}/testmail`, { an: 'mich' })
  t.equal(senderOf((await receive(service.catcher, 2))[1]), `${name} <${address}>`, 'a test')
})

t.test('what the house adds on privacy stands below what the program says, and is only text', async t => {
  const page = '/redaktion/einstellungen/datenschutz'
  const service = await testService(t)
  const eva = await signedIn(service, { roles: ['administer'] })
  const before = (await service.app.inject('/datenschutz')).body
  t.notMatch(before, 'Ergänzende Angaben')
  const wrong = await eva.post(page, { text: 'Mehr [dort](javascript:alert(1)).', version: '0' })
  t.equal(wrong.statusCode, 422)
  t.match(wrong.body, /<textarea[^>]* aria-invalid="true">\nMehr \[dort\]\(javascript:alert\(1\)\)/)
  const text = '# Rechenzentrum\r\n\r\nUnser **Rechenzentrum** ist die <b>HZD</b>.'
  t.equal((await eva.post(page, { text, version: '0' })).statusCode, 303)
  const after = (await service.app.inject('/datenschutz')).body
  t.match(after, /<h2>Ergänzende Angaben<\/h2>\s*<h3[^>]*>Rechenzentrum<\/h3>/)
  t.match(after, /Unser <strong>Rechenzentrum<\/strong> ist die &lt;b&gt;HZD/)
  t.equal((await eva.post(page, { text: '', version: '1' })).statusCode, 303)
  t.equal((await service.app.inject('/datenschutz')).body, before, 'without it, the page is as it was')
})

t.test('a colour that cannot be read is refused, says what it lacks and offers the nearest that can', async t => {
  const page = '/redaktion/einstellungen/aussehen'
  const service = await testService(t)
  const eva = await signedIn(service, { roles: ['administer', 'write'] })
  t.equal((await eva.post(page, { accent: 'blau', version: '0' })).statusCode, 422)
  const low = await eva.post(page, { accent: '#E06060', version: '0' })
  t.equal(low.statusCode, 422)
  t.match(seen(low.body), /Auf dem Grund #e5ebf7 hat sie einen Kontrast von 2,\d\s:\s1\..* braucht sie 4,5\s:\s1\./)
  const nearest = /name="ersatz" value="(#[0-9a-f]{6})"/.exec(low.body)?.[1] ?? ''
  const look = await eva.post(page, { accent: '#880000', version: '0', ansehen: '1' })
  t.equal(look.statusCode, 200)
  t.match(look.body, /<img src="data:image\/svg\+xml,[^"]*fill%3D%22%23880000/)
  t.equal((await service.pool.query('select from kept_setting')).rowCount, 0, 'seen, and not saved')
  t.equal((await eva.post(page, { accent: '#E06060', version: '0', ersatz: nearest })).statusCode, 303)
  const draft = String((await eva.post('/redaktion/entwuerfe/beispiel')).headers.location).replace(/\?.*/, '')
  t.match((await eva.get(`${draft}/vorschau/mail`)).body, nearest)
})

t.test('a logo stands in the head of each issue, says what it shows, and can be taken away', async t => {
  const page = '/redaktion/einstellungen/logo'
  const service = await testService(t)
  const { cookies, ...eva } = await signedIn(service, { roles: ['administer', 'write'] })
  const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const post = async (fields: Record<string, string>, bytes?: Buffer, fileName = 'logo.png') => {
    const form = filled(fields)
    if (bytes !== undefined) form.set('picture', new Blob([new Uint8Array(bytes)]), fileName)
    const { headers, body } = new Request('http://localhost', { method: 'POST', body: form })
    return await service.app.inject({
      method: 'POST',
      url: page,
      headers: { cookie, 'sec-fetch-site': 'same-origin', 'content-type': headers.get('content-type') ?? '' },
      payload: Buffer.from(await new Response(body).arrayBuffer())
    })
  }
  const draft = String((await eva.post('/redaktion/entwuerfe/beispiel')).headers.location).replace(/\?.*/, '')
  const mail = async (): Promise<string> => (await eva.get(`${draft}/vorschau/mail`)).body
  const before = await mail()
  const picture = await readFile(packagePath('templates', 'demo', 'bilder', 'bruecke.png'))

  t.match((await post({ version: '0', alt: 'Ein Logo' })).body, 'Bitte wählen Sie ein Bild aus.')
  const silent = await post({ version: '0', alt: ' ' }, picture)
  t.equal(silent.statusCode, 422)
  t.match(silent.body, /id="alt-error"/, 'nobody who cannot see it is left without its words')
  const broken = await post({ version: '0', alt: 'Ein Logo' }, Buffer.from('<svg onload="alert(1)"/>'), 'logo.svg')
  t.equal(broken.statusCode, 422)
  t.match(broken.body, 'ist kein Bild im Format')
  t.match(broken.body, 'value="Ein Logo"')
  t.equal((await post({ version: 'x', alt: 'Ein Logo' }, picture)).statusCode, 400)
  t.equal(await mail(), before, 'nothing was changed')

  t.equal((await post({ version: '0', alt: 'Land & Leute' }, picture)).statusCode, 303)
  const shown = /\/bilder\/([0-9a-f]{64}\.\w+)" alt="Land &amp; Leute" width="(\d+)" height="(\d+)"/
  const [, name = '', width = '', height = ''] = shown.exec(await mail()) ?? []
  t.ok(Number(width) <= 280 && Number(height) <= 72, `${width} x ${height}`)
  t.equal((await service.app.inject(`/bilder/${name}`)).statusCode, 200)
  service.clock.travel({ days: 2 })
  await eraseUnnamedFiles(service)
  t.equal((await service.app.inject(`/bilder/${name}`)).statusCode, 200, 'what a setting names is kept')
  const again = await signedIn(service, { roles: ['administer'] })
  t.equal((await again.post(`${page}/fassung`, { version: '1', fassung: '0' })).statusCode, 303)
  t.equal((await again.post(`${page}/fassung`, { version: '2', fassung: '1' })).statusCode, 303, 'and can be put back')
})
