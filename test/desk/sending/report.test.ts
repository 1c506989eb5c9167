import t from 'tap'
import { atDesk, seen } from '../drafts/writing.js'
import { publishing, type Publishing } from '../../archive/publishing.js'
import type { JudgedTest } from '../../support/test.js'

/** Issues 2 to 15, which went to a million readers each, and somebody who may look at them. */
async function sent (t: JudgedTest): Promise<Publishing & { look: (path: string) => Promise<string> }> {
  const service = await publishing(t)
  await service.copy(await service.publish({ slug: 'erste' }), 14)
  // Somebody who signs in for it: a session ends while time passes.
  return { ...service, look: async path => (await (await atDesk(service)).get(path)).payload }
}

async function leave ({ pool }: Pick<Publishing, 'pool'>, issue: number, days: Record<string, number>): Promise<void> {
  for (const [day, count] of Object.entries(days)) {
    await pool.query('insert into issue_departure (issue_number, day, slot, departures) values ($1, $2, 1, $3)',
      [issue, day, count])
  }
}

t.test('a report tells who left by the issue, by day, and no figure that could name somebody', async t => {
  const service = await sent(t)
  t.match(seen(await service.look('/redaktion/ausgaben/3')), 'Noch keine Zahl')
  await leave(service, 3, { '2026-02-26': 41, '2026-02-27': 7, '2026-02-28': 1_204 })
  const page = await service.look('/redaktion/ausgaben/3')
  t.match(seen(page), /1\.245 oder mehr in den ersten 4 Tagen/)
  t.match(seen(page), /Do\., 26\.2\. 41 Fr\., 27\.2\. weniger als 10 Sa\., 28\.2\. 1\.204 So\., 1\.3\. weniger als 10/)
  const name = 'Abmeldungen über den Link dieser Ausgabe an 4 Tagen: 1.245 oder mehr.'
  t.ok(page.includes(`role="img" aria-label="${name}"`), 'the chart says in one sentence what it shows')
  t.equal(page.match(/class="chart__untold"/g)?.length, 2)
  t.notMatch(page, />7</)
})

t.test('a report names days where an end is on another one, and the approver as they were called', async t => {
  const service = await sent(t)
  const course = async (): Promise<string> =>
    /<h2 id="verlauf">.*<\/h2>\s*<p>([^<]*)/.exec(await service.look('/redaktion/ausgaben/3'))?.[1] ?? ''
  await service.pool.query(`delete from approval;
    update delivery set started_at = '2026-02-26T22:50Z', finished_at = '2026-02-26T23:10Z'`)
  const times = 'Versand: 26.02.2026, 23:50 bis 27.02.2026, 00:10 Uhr.'
  t.equal(await course(), times)
  async function approve (approver: string, { emergency = '', byCommand = false } = {}): Promise<void> {
    await service.pool.query(`
      insert into approval (issue_number, mail_hash, approver, approved_at, emergency, by_command)
      values (3, sha256('x'), $1, '2026-02-26T09:00Z', nullif($2, ''), $3)`, [approver, emergency, byCommand])
  }
  await approve('unknown: before approvals were recorded')
  t.equal(await course(), times, 'of old issues, nobody knows')
  await approve('Ina Muster', { byCommand: true })
  t.match(await course(), /Am Server freigegeben im Namen von Ina Muster.*: ohne Prüfung durch eine zweite Person\.$/)
  await approve('Ina Muster')
  t.match(await course(), /Freigegeben von Ina Muster, 26\.02\.2026, 10:00 Uhr\.$/, 'though she has no account')
  await approve('Ina Muster', { emergency: 'Niemand sonst war da.' })
  t.match(await course(), /Im Notfall ohne zweite Person freigegeben von Ina Muster/)
  await service.pool.query('update delivery set finished_at = null where issue_number = 3')
  t.match(await course(), /^Versand seit 26\.02\.2026, 23:50 Uhr\. Im Notfall/)
})

t.test('issues are compared side by side, with what became of their mails in all rounds', async t => {
  const service = await sent(t)
  await service.pool.query(`update delivery set sent = 999000, failed = 1000 where issue_number = 15;
    insert into delivery (issue_number, round, state, planned, sent, failed, started_at, finished_at)
    values (15, 2, 'sent', 1000, 400, 600, now(), now());
    update delivery set state = 'paused', pause_reason = 'manual', finished_at = null where issue_number = 14`)
  await leave(service, 13, { '2026-02-27': 25, '2026-02-28': 11 })
  service.clock.travel({ days: 20 })
  const page = await service.look('/redaktion/ausgaben/vergleich')
  t.match(seen(page), /15: Ausgabe 15 .*? 999\.400 von 1\.000\.000 600 0,1 %/)
  t.notMatch(seen(page), '14: Ausgabe 14', 'what is not over yet')
  t.match(seen(page), /13: Ausgabe 13 .*? 1\.000\.000 von 1\.000\.000 0 0 % 36 oder mehr/)
  t.match(page, 'Versandte Mails: von 1.000.000 bei Ausgabe 4 auf 999.400 bei Ausgabe 15.')
  t.match(page, 'href="/redaktion/ausgaben/vergleich?vor=4"')
  const older = await service.look('/redaktion/ausgaben/vergleich?vor=4')
  t.match(seen(older), '3: Ausgabe 3')
  t.notMatch(older, 'vergleich?vor=')
})

t.test('with nothing sent there is nothing to compare', async t => {
  const service = await publishing(t)
  const kim = await atDesk(service)
  t.match(seen((await kim.get('/redaktion/ausgaben/vergleich')).payload), 'Noch ist keine Ausgabe fertig versandt.')
  t.equal((await kim.get('/redaktion/ausgaben/vergleich?vor=x')).statusCode, 200)
})
