import t, { type Test } from 'tap'
import { readAudit } from '../../../src/editor/audit/audit.js'
import { askImported } from '../../../src/subscription/import/ask-imported.js'
import { openAddress } from '../../../src/platform/crypto/seal.js'
import { linkPath, postForm, receive, testService, until, type TestService } from '../../support/service.js'
import { atDesk, seen, type DeskUser } from '../drafts/writing.js'

const PAGE = '/redaktion/leserinnen/import'
const LIST = 'E-Mail;Name\nanna@beispiel.example;Anna Geheim\nfalsch;Berta\nanna@beispiel.example;Anna\n'
const CONSENT = 'E-Mail;Anmeldezeitpunkt;Einwilligung;Quelle\n' +
  'anna@beispiel.example;1.3.2024 9:30;Ich möchte den Brief.;Messe 2024\n' +
  'berta@beispiel.example;;Ich möchte den Brief.;Messe 2024\n' +
  'carla@beispiel.example;2024-03-02 10:00;Ich möchte den Brief.;carla@beispiel.example\n'

function fileForm (content: string | Buffer): FormData {
  const form = new FormData()
  form.set('datei', new Blob([content]), 'liste.csv')
  return form
}

async function importing (t: Test, settings: Record<string, string> = {}) {
  const service = await testService(t, settings)
  const eva = await atDesk(service, { name: 'Eva', roles: ['administer'] })
  return {
    ...service,
    eva,
    upload: async (content: string | Buffer) => (await eva.upload(PAGE, fileForm(content))).headers.location as string,
    settled: async (page: string) => {
      await until(async () => !(await eva.get(page)).payload.includes('data-renew'))
      return seen((await eva.get(page)).payload)
    },
    audit: async () => {
      const lines = []
      for await (const portion of readAudit(service.pool)) lines.push(...portion)
      return lines.filter(({ action }) => action.startsWith('import.')).map(({ action, details }) => [action, details])
    }
  }
}

async function stored ({ pool, keys }: TestService): Promise<string[]> {
  const { rows } = await pool.query<{ id: string, address_sealed: Buffer, state: string }>('select * from subscriber')
  return rows.map(row => `${openAddress(keys, row.id, row.address_sealed)} ${row.state}`).sort()
}

const askDeps = (service: TestService) =>
  ({ ...service, mailsPerMinute: 600, consentTextId: async () => 1 })

t.test('a list is uploaded, looked at, checked and taken over; everybody in it is asked once', async t => {
  const service = await importing(t)
  const { eva, upload, settled, work, catcher, app, pool } = service
  const page = await upload(LIST)
  const first = (await eva.get(page)).payload
  t.notMatch(first, /anna@|Geheim/, 'values are masked')
  t.match(seen(first), /Spalte 1: E-Mail/)
  t.match(first, 'a…a@b…l.example')
  t.equal((await eva.post(`${page}/pruefen`, { email: '0', kopfzeile: 'ja', art: 'fragen' })).statusCode, 303)
  await work()
  const report = await settled(page)
  t.match(report, /Neu 1 Schon dabei 0 Nicht gültig 1 Doppelt 1 Gesperrt 0/)
  t.match(report, /In der Adresse fehlt das @-Zeichen\. Zeile 3/)
  const refused = await eva.get(`${page}/nicht-uebernommen`)
  t.match(refused.headers['content-disposition'], 'import-1-nicht-uebernommen.csv')
  t.equal(refused.payload, '\ufeffE-Mail;Name;Grund\nfalsch;Berta;In der Adresse fehlt das @-Zeichen.\n' +
    'anna@beispiel.example;Anna;Die Adresse steht weiter oben in der Datei schon einmal.\n')
  t.same(await stored(service), [])
  await eva.post(`${page}/starten`)
  t.match(await settled(page), /Übernommen 1 Noch zu fragen 1/)
  await askImported(askDeps(service))
  t.equal(await askImported(askDeps(service)), 0, 'nobody is asked twice')
  const [mail] = await receive(catcher, 1)
  t.match(mail?.subject, /^Möchten Sie den .* bekommen\?$/)
  t.match(mail?.text, /Ohne Bestätigung erhalten Sie/)
  t.equal((await postForm(app, linkPath(mail, 'bestaetigen'))).statusCode, 200)
  t.same(await stored(service), ['anna@beispiel.example active'])
  t.match(seen((await eva.get(page)).payload), /Bestätigt 1/)
  t.same(await service.audit(), [
    ['import.uploaded', '{"import":1}'], ['import.refused_downloaded', '{"import":1}'],
    ['import.started', '{"import":1,"addresses":1}']
  ])
  t.notMatch(service.lines().join('\n'), /anna|geheim/i, 'no line of the log holds an address')
  const { rows: [day] } = await pool.query('select sum(signed_up)::int as s, sum(confirmed)::int as c from day_count')
  t.same(day, { s: 1, c: 1 })
})

t.test('without a question only with every proof in the line and the approval of a second person', async t => {
  const service = await importing(t)
  const { eva, upload, settled, work, clock, pool } = service
  const page = await upload(CONSENT)
  const lacking = await eva.post(`${page}/pruefen`, { email: '0', kopfzeile: 'ja', art: 'aktiv', time: '1' })
  t.equal(lacking.statusCode, 422)
  t.match(seen(lacking.payload), /Bitte wählen Sie alle drei Spalten/)
  const columns = { email: '0', time: '1', wording: '2', source: '3', kopfzeile: 'ja', art: 'aktiv' }
  await eva.post(`${page}/pruefen`, columns)
  await work()
  t.match(await settled(page), /Der Zeitpunkt der Einwilligung fehlt\. Zeile 3 .*Der Anlass enthält ein @-Zeichen/)
  await eva.post(`${page}/starten`)
  t.match(seen((await eva.get(page)).payload), /Deshalb muss eine zweite Person freigeben/)
  t.equal((await eva.post(`${page}/freigabe`)).statusCode, 403)
  t.same(await stored(service), [])
  await t.rejects(pool.query("update subscriber_import set state = 'running', approved_by = created_by"),
    { code: '42501' }, 'the database holds it')
  await t.rejects(pool.query("update subscriber_import set state = 'running'"), { code: '42501' })
  const ida = await atDesk(service, { name: 'Ida', roles: ['administer'] })
  clock.travel({ minutes: 11 })
  t.match((await ida.post(`${page}/freigabe`)).headers.location, /bestaetigen/, 'all factors are asked for again')
  const fresh = await atDesk(service, { name: 'Kim', roles: ['administer'] })
  t.match(seen((await fresh.get(`${page}/freigabe`)).payload), /Eine Adresse freigeben/)
  t.equal((await fresh.post(`${page}/freigabe`)).statusCode, 303)
  await until(async () => (await stored(service)).length > 0)
  t.same(await stored(service), ['anna@beispiel.example active'])
  const { rows: [proof] } = await pool.query(
    `select wording, source, requested_at, confirmed_at from subscriber
     join consent_text c on c.id = consent_text_id join consent_source o on o.id = consent_source_id`)
  const at = new Date('2024-03-01T08:30Z')
  t.same(proof, { wording: 'Ich möchte den Brief.', source: 'Messe 2024', requested_at: at, confirmed_at: at })
  t.match((await service.audit()).at(-1), ['import.approved', '{"import":1,"addresses":1}'])
  await until(async () => (await fresh.get(page)).payload.includes('zuruecknehmen'))
  await fresh.post(`${page}/zuruecknehmen`)
  await until(async () => (await stored(service)).length === 0)
})

t.test('in a house of one, who has uploaded the file approves it where the rule is off', async t => {
  const { eva, upload, settled, work, pool } = await importing(t)
  await pool.query(
    'insert into kept_setting (name, version, value, changed_at) values (\'four-eyes\', 1, \'"off"\', now())')
  const page = await upload(CONSENT)
  await eva.post(`${page}/pruefen`, { email: '0', time: '1', wording: '2', source: '3', kopfzeile: 'ja', art: 'aktiv' })
  await work()
  await settled(page)
  await eva.post(`${page}/starten`)
  t.match(seen((await eva.get(page)).payload), /Sie können selbst freigeben/)
  t.equal((await eva.post(`${page}/freigabe`)).statusCode, 303)
  await settled(page)
  t.equal((await pool.query("select from subscriber where state = 'active'")).rowCount, 1)
})

t.test('what cannot be read gets a sentence that says what to do, and nothing is kept of it', async t => {
  const { eva, upload, pool } = await importing(t)
  const none = await eva.upload(PAGE, new FormData())
  t.equal(none.statusCode, 422)
  t.match(seen(none.payload), /Bitte wählen Sie eine Datei/)
  const empty = await eva.upload(PAGE, fileForm(''))
  t.match(seen(empty.payload), /Die Datei ist leer/)
  t.equal((await pool.query('select from import_chunk')).rowCount, 0)
  const page = await upload(Buffer.from('E-Mail\nm\u00fcller@beispiel.example\n', 'latin1'))
  const wrong = await eva.post(`${page}/pruefen`, { email: '0', kopfzeile: 'ja', zeichensatz: 'utf-8' })
  t.equal(wrong.statusCode, 422)
  t.match(seen(wrong.payload), /Zeile 2: Die Datei ist nicht in UTF-8 geschrieben\. Wahrscheinlich ist es Windows-1252/)
  const nul = await upload(Buffer.concat([Buffer.from('E-Mail\nanna@beispiel.example\n'), Buffer.of(0)]))
  t.match(seen((await eva.get(nul)).payload), /Null-Bytes/)
  await eva.post(`${nul}/zuruecknehmen`)
  await eva.post(`${page}/zuruecknehmen`)
  t.equal((await pool.query('select from import_chunk')).rowCount, 0, 'what is discarded is erased')
})

t.test('only those who administer see imports', async t => {
  const { upload, ...service } = await importing(t)
  const page = await upload(LIST)
  const kim: DeskUser = await atDesk(service, { name: 'Kim', roles: ['write', 'approve'] })
  for (const path of [PAGE, page, `${page}/nicht-uebernommen`]) t.equal((await kim.get(path)).statusCode, 403, path)
  t.equal((await kim.upload(PAGE, fileForm(LIST))).statusCode, 403)
  t.equal((await kim.post(`${page}/zuruecknehmen`)).statusCode, 403)
})
