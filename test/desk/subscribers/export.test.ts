import { Readable } from 'node:stream'
import t, { type Test } from 'tap'
import type { Role } from '../../../src/editor/account/role.js'
import { readAudit } from '../../../src/editor/audit/audit.js'
import { inTransaction } from '../../../src/platform/database/pool.js'
import { verifyArchive } from '../../../src/privacy/export/verify-archive.js'
import { addReaders, someAddresses } from '../../support/readers.js'
import { addEditor, sessionOf } from '../../support/desk.js'
import { testService, until } from '../../support/service.js'
import { atDesk, seen } from '../drafts/writing.js'

const PAGE = '/redaktion/leserinnen/export'
const PASSPHRASE = 'sieben mal sieben Zwerge'
const ARCHIVE = { art: 'archive', grund: 'Umzug nach Kassel', passphrase: PASSPHRASE, nochmal: PASSPHRASE }

async function exporting (t: Test, { roles = ['export'], readers = ['anna@beispiel.example'] }: {
  roles?: Role[], readers?: string[]
} = {}) {
  const service = await testService(t)
  await addReaders(service, readers)
  return {
    ...service,
    eva: await atDesk(service, { name: 'Eva', roles }),
    audit: async () => {
      const lines = []
      for await (const portion of readAudit(service.pool)) lines.push(...portion)
      return lines.filter(({ action }) => action.startsWith('export.'))
        .map(({ action, details }) => [action, JSON.parse(details)])
    }
  }
}

t.test('who has the right, and has just given all factors, gets everything encrypted', async t => {
  const { eva, audit, lines } = await exporting(t)
  t.match(seen((await eva.get(PAGE)).payload), /Archiv für einen Umzug/)
  const answer = await eva.post(PAGE, ARCHIVE)
  t.equal(answer.statusCode, 200)
  t.match(answer.headers, {
    'cache-control': 'no-store',
    'content-type': 'application/octet-stream',
    'content-disposition': 'attachment; filename="leserinnen-und-leser-2026-03-02.age"'
  })
  const open = (): Readable => Readable.from([answer.rawPayload], { objectMode: false })
  t.match((await verifyArchive({ open, opener: { passphrase: PASSPHRASE } })).records, { subscriber: 1, setting: 5 })
  t.match(await audit(), [['export.begun', { form: 'archive', reason: 'Umzug nach Kassel', subscribers: 1 }]])
  t.notMatch(JSON.stringify(await audit()) + lines().join(), /anna|Zwerge/)
})

t.test('the table is a file for spreadsheets', async t => {
  const { eva, audit } = await exporting(t)
  const answer = await eva.post(PAGE, { art: 'csv', 'grund-tabelle': 'Zählung' })
  t.match(answer.headers, {
    'cache-control': 'no-store',
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': 'attachment; filename="leserinnen-und-leser-2026-03-02.csv"'
  })
  t.match(answer.payload, /^\ufeff"E-Mail-Adresse";.*\r\n"anna@beispiel\.example";"2026-03-02T09:00:00\.000Z";/)
  t.match(await audit(), [['export.begun', { form: 'csv', reason: 'Zählung', subscribers: 1 }]])
})

t.test('whatever a reason holds, the audit can be read', async t => {
  const { eva, audit } = await exporting(t, { roles: ['export', 'administer'] })
  t.equal((await eva.post(PAGE, { art: 'csv', 'grund-tabelle': 'Um\0zug' })).statusCode, 200)
  t.match(await audit(), [['export.begun', { reason: 'Um\ufffdzug' }]])
  const page = await eva.get('/redaktion/protokoll')
  t.equal(page.statusCode, 200)
  t.match(seen(page.payload), 'Um\ufffdzug')
})

t.test('nobody else gets it, also not who administers, and nobody whose factors were given long ago', async t => {
  const service = await exporting(t, { roles: ['write', 'approve', 'administer'] })
  const { eva, clock, audit } = service
  for (const answer of [await eva.get(PAGE), await eva.post(PAGE, ARCHIVE)]) {
    t.equal(answer.statusCode, 403)
    t.match(seen(answer.payload), 'Nur wer Adressen ausgeben darf, kommt auf diese Seite.')
  }
  t.notMatch((await eva.get('/redaktion/leserinnen')).payload, PAGE)
  const max = await atDesk(service, { name: 'Max', roles: ['export', 'administer'] })
  t.match((await max.get('/redaktion/leserinnen')).payload, PAGE)
  clock.travel({ minutes: 11 })
  const late = await max.post(PAGE, ARCHIVE)
  t.equal(late.statusCode, 303)
  t.match(late.headers.location, /^\/redaktion\/konto\/bestaetigen\?weiter=/)
  t.same(await audit(), [])
})

t.test('what is missing is said at its field, and what was typed stays, but no passphrase', async t => {
  const { eva, audit } = await exporting(t)
  const refused = async (fields: Record<string, string>, words: string): Promise<string> => {
    const answer = await eva.post(PAGE, fields)
    t.equal(answer.statusCode, 422)
    t.match(seen(answer.payload), words)
    t.notMatch(answer.payload, /Zwerge/)
    return answer.payload
  }
  await refused({ ...ARCHIVE, grund: ' ' }, 'Bitte schreiben Sie, wofür die Daten gebraucht werden.')
  await refused({ art: 'csv', 'grund-tabelle': 'für eva@amt.example' }, 'Bitte nennen Sie hier keine E-Mail-Adresse')
  await refused({ ...ARCHIVE, passphrase: 'kurze Zwerge', nochmal: '' }, 'Nehmen Sie mindestens 16 Zeichen')
  await refused({ ...ARCHIVE, nochmal: 'anders' }, 'Die beiden Eingaben sind verschieden.')
  await refused({ ...ARCHIVE, passphrase: '', nochmal: '', schluessel: 'age1falsch' }, 'kein öffentlicher Schlüssel')
  const both = await refused({ ...ARCHIVE, schluessel: 'age1falsch' }, 'Bitte füllen Sie nur eines aus')
  t.match(both, /value="Umzug nach Kassel"/)
  t.equal((await eva.post(PAGE, { art: 'alles' })).statusCode, 400)
  t.same(await audit(), [])
})

t.test('one export runs at a time, and who goes away lets the next one begin', async t => {
  const { eva, pool } = await exporting(t)
  const form = { art: 'csv', 'grund-tabelle': 'Zählung' }
  const both = await inTransaction(pool, async db => {
    // So that the first does not end before the second is there.
    await db.query('select from audit_head for update')
    const both = [eva.post(PAGE, form), eva.post(PAGE, form)]
    const refused = await Promise.race(both)
    t.equal(refused.statusCode, 409)
    t.match(seen(refused.payload), 'Zurzeit läuft schon ein Export.')
    t.match(refused.payload, /Zählung/)
    return both
  })
  t.same((await Promise.all(both)).map(({ statusCode }) => statusCode).sort(), [200, 409])
  t.equal((await eva.post(PAGE, form)).statusCode, 200)
})

t.test('a browser that goes away ends its export, and the next one begins', async t => {
  const service = await exporting(t, { readers: someAddresses(8_000) })
  const { app, eva, lines } = service
  const url = await app.listen({ port: 0, host: '127.0.0.1' })
  const { id } = await addEditor(service, { roles: ['export'] })
  const leaving = new AbortController()
  const answer = await fetch(`${url}${PAGE}`, {
    method: 'POST',
    headers: { cookie: `__Host-redaktion=${await sessionOf(service, id)}`, 'sec-fetch-site': 'same-origin' },
    body: new URLSearchParams({ art: 'csv', 'grund-tabelle': 'Zählung' }),
    signal: leaving.signal
  })
  t.equal(answer.status, 200)
  leaving.abort()
  await until(async () => lines().some(line => line.includes('"export_failed"')))
  t.equal((await eva.post(PAGE, { art: 'csv', 'grund-tabelle': 'Zählung' })).statusCode, 200)
})
