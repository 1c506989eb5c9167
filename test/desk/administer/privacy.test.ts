import t from 'tap'
import { signedIn } from '../../support/desk.js'
import { testService } from '../../support/service.js'

const PAGE = '/redaktion/datenschutz'

t.test('the pages on privacy', async t => {
  const service = await testService(t)

  t.test('who administers sees how retention stands, and what is late is red', async t => {
    const { pool, clock } = service
    const boss = await signedIn(service, { roles: ['administer'] })
    const before = (await boss.get(PAGE)).body
    t.match(before, /Alle Löschfristen sind eingehalten\./)
    t.match(before, /Zuletzt gelaufen: noch nie\./)
    await pool.query('insert into mail_request values (decode(repeat(\'07\', 32), \'hex\'), array[$1::timestamptz])', [
      new Date(clock.now().getTime() - 3 * 86_400_000)
    ])
    await pool.query(`insert into retention_run (rule, known_since, begun_at, finished_at, fault)
      values ('failures', $1, $1, $1, 'x'), ('links', $1, $1, $1, null)`, [new Date(clock.now().getTime() - 3_600_000)])
    const { body } = await boss.get(PAGE)
    t.match(body, /<title>Fehler: Datenschutz/)
    t.match(body, /kern-alert--danger/)
    t.match(body, /Zu spät: Etwas ist seit \d+\u00a0Stunden länger gespeichert, als es sein darf\./)
    t.match(body, /das Älteste ist 3\u00a0Tage alt/)
    t.match(body, /Der letzte Lauf ist gescheitert\. Er wird wiederholt\./)
    t.match(body, /Zu spät: Der Auftrag ist seit 50\u00a0Minuten überfällig\./)
    await pool.query('delete from mail_request; delete from retention_run; create table visit (ip inet)')
    t.match((await boss.get(PAGE)).body, /Ohne Löschfrist.*<code>column visit\.ip<\/code>/s)
    t.match((await boss.get(`${PAGE}/verzeichnis`)).body, /keine Regel:<\/p>\s*<ul>\s*<li>column visit\.ip/)
    await pool.query('drop table visit')
  })

  t.test('the documents are made of the rules and of what the house says of itself', async t => {
    const boss = await signedIn(service, { roles: ['administer'] })
    const { organisation } = service.config.newsletter.publisher
    const titles = { verzeichnis: 'Verzeichnis von Verarbeitungstätigkeiten', loeschkonzept: 'Löschkonzept' }
    for (const [path, title] of Object.entries(titles)) {
      const { statusCode, body } = await boss.get(`${PAGE}/${path}`)
      t.equal(statusCode, 200)
      t.match(body, `<h1>${title}</h1>`)
      t.match(body, organisation)
    }
  })

  t.test('others do not see it', async t => {
    const writer = await signedIn(service)
    for (const path of ['', '/verzeichnis', '/loeschkonzept']) {
      t.equal((await writer.get(`${PAGE}${path}`)).statusCode, 403)
    }
  })

  t.test('readers see what is stored of them and for how long, by the same rules', async t => {
    const { body } = await service.app.inject('/datenschutz')
    t.match(body, /Bestätigen Sie nicht, löschen wir alles 48\u00a0Stunden, nachdem wir/)
    t.match(body, /Wir löschen ihn 7\u00a0Tage nach dem Ende des Versands/)
  })
})
