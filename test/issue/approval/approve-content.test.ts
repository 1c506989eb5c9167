import { setTimeout as delay } from 'node:timers/promises'
import t, { type Test } from 'tap'
import { cancel, pause, resume } from '../../../src/delivery/control.js'
import { finish } from '../../../src/delivery/finish.js'
import { planIssue } from '../../../src/delivery/plan.js'
import { approve } from '../../../src/issue/approval/approve-content.js'
import { lastApprover } from '../../../src/issue/approval/standing.js'
import type { IssueContent } from '../../../src/issue/content/content.js'
import { createPool } from '../../../src/platform/database/pool.js'
import type { FillTemplate } from '../../../src/platform/templates.js'
import { testDatabase } from '../../support/database.js'
import { travelClock } from '../../support/clock.js'
import { testLog } from '../../support/log.js'
import { lastDelivery } from '../../support/deliveries.js'
import { content, issue, parts, PUBLIC_URL } from '../sample.js'

const withSlug = (slug: string, title = 'Ein Titel'): IssueContent => content({ ...issue(), slug, title })

async function setUp (t: Test) {
  const { url } = await testDatabase(t)
  const { log } = testLog(t)
  // Whoever waited for a lock would be told so soon.
  const pool = createPool({ url: `${url}?options=-c%20lock_timeout%3D2000`, max: 12, name: 'test', log })
  t.after(async () => await pool.end())
  const deps = { pool, log, clock: travelClock() }
  return {
    ...deps,
    approve: async (what: IssueContent, fill: FillTemplate = parts.fill): Promise<number> =>
      await approve({ ...deps, ...parts, fill }, { content: what, pictures: [], approver: 'Eva Muster' }),
    stored: async () => (
      await pool.query<{ number: number, slug: string, subject: string, body: string }>(
        'select number, slug, subject, body from issue join edition on issue_number = number order by number'
      )
    ).rows
  }
}

/** Templates whose filling waits until it is let on; `begun` resolves when the first is waiting. */
function heldUp (): { fill: FillTemplate, begun: Promise<void>, letOn: () => void } {
  let letOn = (): void => {}
  let begin = (): void => {}
  const open = new Promise<void>(resolve => { letOn = resolve })
  const begun = new Promise<void>(resolve => { begin = resolve })
  return { begun, letOn, fill: async (...args) => { begin(); await open; return await parts.fill(...args) } }
}

t.test('an issue that no draft was written for was approved at the command line', async t => {
  const service = await setUp(t)
  const number = await service.approve(withSlug('eins'))
  t.match(await lastApprover({ db: service.pool }, number), { approver: 'Eva Muster', how: 'by-command' })
})

t.test('while an issue is rendered, others are started, paused, resumed, cancelled, finished and approved', async t => {
  const service = await setUp(t)
  const [first, second] = [await service.approve(withSlug('eins')), await service.approve(withSlug('zwei'))]
  const slow = heldUp()
  const approving = service.approve(withSlug('drei'), slow.fill)
  await slow.begun
  t.equal(await planIssue({ ...service, batchSize: 10 }, first), 0, 'without readers it is finished at once')
  await service.pool.query(
    'insert into delivery (issue_number, state, started_at) values ($1, \'sending\', now())',
    [second]
  )
  const delivery = await lastDelivery(service, second)
  t.equal(await pause(service, second), true)
  t.match(await resume(service, second), { reason: 'manual' })
  await finish(service, delivery)
  await service.pool.query('update delivery set state = \'sending\', finished_at = null where id = $1', [delivery])
  t.equal(await cancel(service, second), true)
  t.same((await service.pool.query('select state from delivery order by issue_number')).rows, [
    { state: 'sent' },
    { state: 'cancelled' }
  ])
  t.equal(await service.approve(withSlug('vier')), 3, 'who is rendered first is first')
  slow.letOn()
  t.same(await approving, 4)
  t.match((await service.stored())[3]?.subject, 'Integrationsbrief 4: ', 'the mail shows the number that it got')
})

t.test('simultaneous approvals get numbers without a gap, each shown in its mail, and slugs of their own', async t => {
  const service = await setUp(t)
  const approvals = await Promise.all(
    Array.from({ length: 6 }, async (_, index) => await service.approve(withSlug('rundbrief', `Titel ${index}`)))
  )
  t.same(approvals.sort(), [1, 2, 3, 4, 5, 6])
  const stored = await service.stored()
  t.equal(new Set(stored.map(({ slug }) => slug)).size, 6)
  for (const { number, slug, subject, body } of stored) {
    t.match(subject, `Integrationsbrief ${number}: `)
    t.match(body, `${PUBLIC_URL}/ausgaben/${slug}\n`)
  }
})

t.test('the same content is stored once, however simultaneously it is approved', async t => {
  const service = await setUp(t)
  const approvals = await Promise.all(
    Array.from({ length: 4 }, async () => await service.approve(withSlug('rundbrief')))
  )
  t.same(approvals, [1, 1, 1, 1])
  t.equal((await service.stored()).length, 1)
})

t.test('an approval that failed to render keeps no number', async t => {
  const service = await setUp(t)
  await t.rejects(
    service.approve(withSlug('eins'), async () => { await delay(0); throw new Error('no template') }),
    { message: 'no template' }
  )
  t.equal(await service.approve(withSlug('zwei')), 1)
})

t.test('a slug that is taken gets the number behind it, and another where that is taken too', async t => {
  const service = await setUp(t)
  let title = 0
  const slugOf = async (slug: string): Promise<string | undefined> => {
    const number = await service.approve(withSlug(slug, `Titel ${++title}`))
    return (await service.stored())[number - 1]?.slug
  }
  const long = `${'lang-'.repeat(15)}lang1`
  t.equal(long.length, 80)
  for (const [wanted, got] of [
    ['x', 'x'], ['x-5', 'x-5'], ['x', 'x-3'], ['x-5-2', 'x-5-2'], ['x', 'x-5-3'], ['x', 'x-6'],
    [long, long],
    [long, `${'lang-'.repeat(15)}lan-8`],
    [long, `${'lang-'.repeat(15)}lan-9`],
    [long, `${'lang-'.repeat(15)}la-10`],
    [`${'lang-'.repeat(15)}l-12`, `${'lang-'.repeat(15)}l-12`],
    [`${'lang-'.repeat(15)}la-12`, `${'lang-'.repeat(15)}la-12`],
    [long, `${'lang-'.repeat(15)}la-13`]
  ] as const) {
    t.equal(await slugOf(wanted), got)
  }
})
