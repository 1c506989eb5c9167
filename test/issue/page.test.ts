import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import t from 'tap'
import { planIssue } from '../../src/delivery/plan.js'
import { cancel, pause } from '../../src/delivery/control.js'
import { approve } from '../../src/issue/approval/approve-content.js'
import { migrate } from '../../src/platform/database/migrate.js'
import { packagePath } from '../../src/platform/package-path.js'
import { addReaders, someAddresses } from '../support/readers.js'
import { testDatabase } from '../support/database.js'
import { testService, type TestService } from '../support/service.js'
import { content, issue, parts } from './sample.js'

async function approved (service: TestService): Promise<number> {
  return await approve({ ...service, ...parts }, { content: content(issue()), pictures: [], approver: 'Eva Muster' })
}

t.test('an issue has its page from its start on, whatever becomes of its delivery', async t => {
  const service = await testService(t)
  const status = async (): Promise<number> => {
    // Later than what is in memory stays fresh.
    service.clock.travel({ minutes: 1 })
    return (await service.app.inject('/ausgaben/ein-titel')).statusCode
  }
  await addReaders(service, someAddresses(3))
  const number = await approved(service)
  t.equal(await status(), 404, 'approved is not public')
  await planIssue({ ...service, batchSize: 10 }, number)
  t.equal(await status(), 200)
  await pause(service, number)
  t.equal(await status(), 200)
  await cancel(service, number)
  t.equal(await status(), 200)
  await service.pool.query('delete from delivery')
  t.equal(await status(), 200)
})

t.test('an issue is read from memory, and is gone within seconds once it is withdrawn', async t => {
  const { app, pool, clock, ...service } = await testService(t)
  const read = async (headers = {}) => await app.inject({ url: '/ausgaben/ein-titel', headers })
  const number = await approved({ app, pool, clock, ...service })
  await planIssue({ ...service, pool, clock, batchSize: 10 }, number)
  const { headers } = await read()
  t.equal(headers['cache-control'], 'public, max-age=60')
  t.match(headers.etag, /^"/)
  t.equal((await read({ 'if-none-match': headers.etag })).statusCode, 304)
  await pool.query('delete from issue')
  t.equal((await read()).statusCode, 200, 'nobody asked the database')
  clock.travel({ minutes: 0.2 })
  const gone = await read()
  t.equal(gone.statusCode, 404)
  t.equal(gone.headers['cache-control'], 'no-store')
})

t.test('a page shows what was frozen, whatever model its content has', async t => {
  const service = await testService(t)
  const number = await approved(service)
  await planIssue({ ...service, batchSize: 10 }, number)
  const { body } = await service.app.inject('/ausgaben/ein-titel')
  t.match(body, '<title>Ein Titel, Ausgabe 1')
  t.match(body, 'Ausgabe 1 vom 10. Februar 2027')
  for (const older of [{ model: 0, headline: 'x', sections: [{ kind: 'hologram' }] }, [], null, 'x']) {
    await service.pool.query('update issue set content = $1', [JSON.stringify(older)])
    service.clock.travel({ minutes: 1 })
    const answer = await service.app.inject('/ausgaben/ein-titel')
    t.equal(answer.statusCode, 200)
    t.equal(answer.body, body)
  }
})

t.test('older issues get the title and date of their pages from their content, or the best there is', async t => {
  const { pool } = await testDatabase(t, { migrated: false })
  const folder = await mkdtemp(join(tmpdir(), 'integrationsbrief-migrate-'))
  t.after(async () => await rm(folder, { recursive: true }))
  const copy = async (isWanted: (name: string) => boolean): Promise<void> => {
    for (const name of (await readdir(packagePath('sql', 'migrations'))).filter(isWanted)) {
      await writeFile(join(folder, name), await readFile(packagePath('sql', 'migrations', name)))
    }
  }
  const log = pino({ level: 'silent' })
  const [page = ''] = (
    await readdir(packagePath('sql', 'migrations'))
  ).filter(name => name.endsWith('_public_page.sql'))
  await copy(name => name < page)
  await migrate({ pool, log, folder })
  for (const [number, stored] of [
    { title: 'Alt', date: '2026-05-04' },
    { headline: 'x', date: 'Mai' },
    { title: 'Null', date: '0000-01-01' },
    []
  ].entries()) {
    await pool.query(
      `insert into issue (number, slug, content, content_hash, state, subject, html, body, page, approved_at)
       values ($1, $2, $3, $4, 'approved', 'Betreff', '', '', '', '2026-06-30T23:30:00Z')`,
      [number, `ausgabe-${number}`, JSON.stringify(stored), Buffer.from([number])])
  }
  await copy(name => name === page)
  await migrate({ pool, log, folder })
  t.same((await pool.query('select title, date::text from issue order by number')).rows, [
    { title: 'Alt', date: '2026-05-04' },
    { title: 'Betreff', date: '2026-07-01' },
    { title: 'Null', date: '2026-07-01' },
    { title: 'Betreff', date: '2026-07-01' }
  ])
})
