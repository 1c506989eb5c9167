import t from 'tap'
import { EVENTS } from '../../src/platform/log/events.js'
import { readColumns } from '../../src/privacy/retention/columns.js'
import { NOBODYS } from '../../src/privacy/retention/nobody.js'
import { RULES } from '../../src/privacy/retention/rules.js'
import { findStale, findUncovered, type Places } from '../../src/privacy/retention/uncovered.js'
import { settings } from '../../src/settings.js'
import { testDatabase } from '../support/database.js'

const { pool } = await testDatabase(t)

const places = async (): Promise<Places> => (
  { columns: await readColumns({ pool }), settings: Object.keys(settings.shape), events: EVENTS }
)

t.test('each column, setting and log field that could hold personal data has a rule or is nobody\'s', async t => {
  t.same(findUncovered(await places()), [])
  t.same(findStale(await places()), [], 'and no rule is about something that is gone')
  t.same(NOBODYS.filter(({ because }) => because === ''), [])
})

t.test('a column, a setting and a log field that nobody has thought of are each found', async t => {
  await pool.query(`alter table subscriber add column nickname text, add column born date;
    create table visit (ip inet, pages text[], seen jsonb, who uuid, at timestamptz, count integer);
    create schema elsewhere; create table elsewhere.note (photo bytea)`)
  const here = await places()
  t.same(findUncovered({
    columns: here.columns,
    settings: [...here.settings, 'MAIL_ADMIN'],
    events: { ...here.events, reader_left: { fields: { address: 'string', count: 'number', err: 'error' } } }
  }), [
    'column elsewhere.note.photo', 'column subscriber.nickname',
    'column visit.ip', 'column visit.pages', 'column visit.seen', 'column visit.who',
    'setting MAIL_ADMIN', 'log field reader_left.address', 'log field reader_left.err'
  ])
  await pool.query('drop table visit; drop schema elsewhere cascade; alter table subscriber drop column nickname')
  t.same(findUncovered(await places()), [])
})

t.test('a rule that is about something that is gone is found', async t => {
  const { columns, ...rest } = await places()
  t.same(findStale({ ...rest, columns: columns.filter(({ name }) => name !== 'correction.text') }), ['correction.text'])
})

t.test('each rule, and each job, has a name of its own, and says all that people must know', async t => {
  const names = RULES.map(({ name }) => name)
  const jobs = RULES.flatMap(({ erasedBy }) => 'job' in erasedBy ? [erasedBy.job] : [])
  for (const all of [names, jobs]) t.equal(new Set(all).size, all.length)
  for (const { name, what, why, keeps, erasedBy } of RULES) {
    for (const text of [what, why, 'until' in keeps ? keeps.until : keeps.from]) t.match(text, /^[^.]{5,}$/, name)
    if (!('job' in erasedBy)) t.match(erasedBy.act, /\.$/, name)
    const isElsewhere = ['networks', 'journal'].includes(name)
    t.equal('job' in erasedBy, 'period' in keeps && !isElsewhere, `${name}: a period in the database needs a job`)
  }
})
