import { randomUUID } from 'node:crypto'
import t from 'tap'
import { COMMAND_LINE } from '../../../src/editor/audit/line.js'
import { verifyAudit, witnessOf } from '../../../src/editor/audit/audit.js'
import { inTransaction } from '../../../src/platform/database/pool.js'
import { addEditor, signedIn } from '../../support/desk.js'
import { testService } from '../../support/service.js'

t.test('those who administer read the audit, verify and export it; others do not', async t => {
  const service = await testService(t)
  const boss = await signedIn(service, { name: 'Chefin Muster', roles: ['administer'] })
  await boss.post('/redaktion/konten/einladen', { address: 'neu@amt.example', rechte: 'write' })
  const witness = witnessOf(service, COMMAND_LINE)
  await inTransaction(service.pool, async db => { await witness(db, 'probe', { wording: '<b>' }) })
  const page = (await boss.get('/redaktion/protokoll')).body
  t.match(page, /Einladung verschickt<\/strong>, Chefin Muster/)
  t.match(page, /Kommandozeile/)
  t.match(page, 'Konto: eingeladen, noch ohne Namen, Rechte: Schreiben')
  t.match(page, 'wording: &lt;b&gt;', 'what has no word yet stands as it was written')
  t.notMatch(page, /neu@amt|<b>/)
  t.match((await boss.get('/redaktion/protokoll/pruefung')).body, /unverändert/)
  const lines = (await boss.get('/redaktion/protokoll/export')).body.trim().split('\n')
  t.equal(lines.length, 2)
  t.equal(JSON.parse(lines[1] ?? '').action, 'probe')
  await service.pool.query('alter table audit disable trigger audit_is_append_only')
  await service.pool.query('update audit set action = \'other\' where number = 2')
  t.match((await boss.get('/redaktion/protokoll/pruefung')).body, /verändert.*Zeile 2/s)
  t.equal((await verifyAudit(service.pool)).ok, false)
  const writer = await signedIn(service)
  for (const path of ['', '/pruefung', '/export']) {
    t.equal((await writer.get(`/redaktion/protokoll${path}`)).statusCode, 403)
  }
})

t.test('the audit is read without opening an address, and tells apart who is gone and who has not joined', async t => {
  const service = await testService(t)
  const boss = await signedIn(service, { name: 'Chefin Muster', roles: ['administer'] })
  const witness = witnessOf(service, COMMAND_LINE)
  const [gone, invited] = [randomUUID(), (await addEditor(service, { name: '' })).id]
  await inTransaction(service.pool, async db => {
    for (const account of [boss.editor.id, gone, invited]) await witness(db, 'account.disabled', { account })
  })
  await service.pool.query('update editor set address_sealed = set_byte(address_sealed, 40, 0)')
  const page = (await boss.get('/redaktion/protokoll')).body
  t.same(page.match(/(?<=>Konto: )[^<]+/g), ['eingeladen, noch ohne Namen', 'Ehemaliges Konto', 'Chefin Muster'])
})
