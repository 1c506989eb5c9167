import fc from 'fast-check'
import t from 'tap'
import { resume } from '../../src/delivery/control.js'
import { planIssue } from '../../src/delivery/plan.js'
import { readProgress } from '../../src/delivery/progress.js'
import { addIssue, addReaders, someAddresses } from '../support/readers.js'
import { testRelay } from '../support/relay.js'
import { testService, until } from '../support/service.js'

const CHANGED = { message: /^issue \d+ is not sent: its mail is not the one that was approved$/ }
const MAIL = { subject: 'Ausgabe für alle', html: '<p>Grüße aus Hessen 😀</p>', body: 'Grüße aus Hessen\n' }

t.test('whatever letter of an approved mail is changed, the issue is not planned', async t => {
  const service = await testService(t)
  await addReaders(service, someAddresses(3))
  const number = await addIssue(service, MAIL)
  const changed = fc.record({
    field: fc.constantFrom('subject', 'html', 'body'),
    place: fc.nat(),
    letter: fc.constantFrom('x', ' ', 'ä', 'A', '\n', '')
  })
  await fc.assert(fc.asyncProperty(changed, async ({ field, place, letter }) => {
    const text = [...MAIL[field as keyof typeof MAIL]]
    const at = place % text.length
    fc.pre(text[at] !== letter)
    const wrong = text.toSpliced(at, 1, letter).join('')
    await service.pool.query(`update edition set ${field} = $2 where issue_number = $1`, [number, wrong])
    await t.rejects(planIssue({ ...service, batchSize: 10 }, number), CHANGED)
    await service.pool.query(`update edition set ${field} = $2 where issue_number = $1`, [number, text.join('')])
  }), { numRuns: 40 })
  t.same((await service.pool.query('select state from issue')).rows, [{ state: 'approved' }])
  t.equal((await service.pool.query('select from delivery')).rowCount, 0)
  t.equal(await planIssue({ ...service, batchSize: 10 }, number), 3)
})

t.test('a mail that was changed after it was planned does not leave, until it is as it was approved', async t => {
  const service = await testService(t)
  const relay = await testRelay(t)
  await addReaders(service, someAddresses(5))
  const number = await addIssue(service, MAIL)
  await planIssue({ ...service, batchSize: 2 }, number)
  const setHtml = async (html: string): Promise<void> => {
    await service.pool.query('update edition set html = $2 where issue_number = $1', [number, html])
  }
  await setHtml('<p>Etwas anderes</p>')
  await service.work(relay.target)
  await until(async () => (await readProgress(service, number)).state === 'paused')
  t.match(await readProgress(service, number), { pauseReason: 'not-approved', sent: 0, failed: 0, mayHaveRepeated: 0 })
  t.equal(relay.taken.length, 0)

  await setHtml(MAIL.html)
  t.match(await resume(service, number), { reason: 'not-approved' })
  await until(async () => (await readProgress(service, number)).finishedAt !== null)
  t.equal(relay.taken.length, 5)
})

t.test('an approval cannot be made to name another mail, and without one nothing is sent', async t => {
  const service = await testService(t)
  const number = await addIssue(service, MAIL)
  await t.rejects(service.pool.query('update approval set mail_hash = sha256(\'\')'), /never changed/)
  await service.pool.query('delete from approval')
  await t.rejects(planIssue({ ...service, batchSize: 10 }, number), CHANGED)
})

t.test('a mail whose approval was withdrawn after it was planned does not leave', async t => {
  const service = await testService(t)
  const relay = await testRelay(t)
  await addReaders(service, someAddresses(5))
  const number = await addIssue(service, MAIL)
  await planIssue({ ...service, batchSize: 2 }, number)
  await service.pool.query('insert into approval_withdrawal (approval_id, withdrawn_at) select id, now() from approval')
  await service.work(relay.target)
  await until(async () => (await readProgress(service, number)).state === 'paused')
  t.match(await readProgress(service, number), { pauseReason: 'not-approved', sent: 0 })
  t.equal(relay.taken.length, 0)
})
