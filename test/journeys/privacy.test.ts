import t from 'tap'
import { runProgram } from '../support/cli.js'
import { testDatabase } from '../support/database.js'

t.test('operators see how retention stands, and get the documents', async t => {
  const { pool, url } = await testDatabase(t)
  const run = async (...args: string[]) => await runProgram(t, ['privacy', ...args], { DATABASE_URL: url })
  const fine = await run('status', '--json')
  t.equal(fine.code, 0, fine.stderr)
  t.match(JSON.parse(fine.stdout), { ok: true, withoutRule: [] })

  await pool.query(`insert into mail_request values (decode(repeat('07', 32), 'hex'), array[now() - interval '3 days']);
    create table visit (ip inet)`)
  const late = await run('status')
  t.equal(late.code, 1)
  t.match(late.stdout, /^mail_requests +never +- +3 d +LATE: overdue$/m)
  t.match(late.stdout, /^WITHOUT A RULE: column visit\.ip$/m)

  const { code, stdout } = await run('record')
  t.equal(code, 0)
  t.match(stdout, /^# Verzeichnis von Verarbeitungstätigkeiten\n.*^# Löschkonzept\n/ms)
  t.match(stdout, /keine Regel:\n\n- column visit\.ip/)
  t.match(JSON.parse((await run('record', '--json')).stdout), {
    record: { sections: [{ heading: 'Verantwortlicher' }] }, concept: { title: 'Löschkonzept' }
  })
})
