import { pino } from 'pino'
import t from 'tap'
import { readPublishedLines } from '../../src/issue/published.js'
import { summarise } from '../../src/issue/summary.js'
import { migrate } from '../../src/platform/database/migrate.js'
import { testDatabase } from '../support/database.js'
import { migrationFolder } from '../support/migrations.js'
import { demoIssue } from '../issue/sample.js'

t.test('older issues get the title and date of their pages from their content, or the best there is', async t => {
  const { pool } = await testDatabase(t, { migrated: false })
  const { folder, copy } = await migrationFolder(t)
  const log = pino({ level: 'silent' })
  const page = '015_public_page.sql'
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

t.test('older issues get what the archive tells of them from their content, or the best there is', async t => {
  const { pool } = await testDatabase(t, { migrated: false })
  const { folder, copy } = await migrationFolder(t)
  const log = pino({ level: 'silent' })
  const archive = '029_archive.sql'
  await copy(name => name < archive)
  await migrate({ pool, log, folder })
  const demo = await demoIssue()
  for (const [index, stored] of [demo, [], { blocks: 'x' }, { blocks: [{}, 'x', { type: 'event' }] }].entries()) {
    await pool.query(
      `insert into issue (number, slug, content, content_hash, state, approved_at, published_at)
       values ($1, $2, $3, $4, 'published', '2026-06-30T23:30:00Z', '2026-06-30T23:30:00Z')`,
      [index + 1, `ausgabe-${index + 1}`, JSON.stringify(stored), Buffer.from([index])])
    await pool.query(
      `insert into edition (issue_number, subject, html, body, page, title, date)
       values ($1, 'Betreff', '', '', '<p>Ein Text</p>', 'Titel', $2)`, [index + 1, `2026-05-0${9 - index}`])
  }
  await copy(name => name === archive)
  await migrate({ pool, log, folder })
  const { lines } = await readPublishedLines({ db: pool }, { except: [], limit: 10, offset: 0 })
  const [first, ...others] = lines.map(({ summary }) => summary)
  const { topics, categories, events, preheader } = summarise(demo)
  t.equal(first?.preheader, preheader)
  t.same(new Set(first?.categories), new Set(categories))
  t.same(first?.topics.filter(({ label }) => label !== null), topics.filter(({ label }) => label !== null))
  t.same(first?.events, events.map(event => ({ ...event, description: '' })), 'without their descriptions')
  const nothing = { preheader: '', topics: [], categories: [], events: [], picture: null }
  t.same(others.slice(0, 2), [nothing, nothing])
  t.same(others[2]?.events, [])
})
