import t from 'tap'
import { addEditor, signedIn } from '../../support/desk.js'
import { addReaders, someAddresses } from '../../support/readers.js'
import { receive } from '../../support/service.js'
import { follow, seen, writing } from './writing.js'

t.test('a test goes to oneself or to the test list as well, while there is no table of subscribers', async t => {
  const service = await writing(t, 0)
  const { kim, pool, catcher, work, app } = service
  await addReaders(service, someAddresses(2))
  const ada = await signedIn(service, { name: 'Ada', roles: ['administer'], address: 'ada@amt.example' })
  const udo = await addEditor(service, { name: 'Udo', address: 'udo@amt.example' })
  const list = await ada.post('/redaktion/einstellungen/testliste', { konten: [udo.id, ada.editor.id], version: '0' })
  t.equal(list.statusCode, 303)
  const imported = await kim.post('/redaktion/entwuerfe/beispiel')
  const path = String(imported.headers.location).replace(/\?.*/, '')
  await pool.query('alter table subscriber rename to subscriber_away')

  const toMyself = await kim.post(`${path}/testmail`, { an: 'mich' })
  t.match(seen(await follow(kim, toMyself)), /Die Testmail ist an Sie unterwegs/)
  const mailer = await work()
  const [own] = await receive(catcher, 1)
  t.match(own?.subject, /^\[Test\] Integrationsbrief 1: /)
  t.match(own?.headers.map(({ key }) => key), ['dkim-signature'], 'signed as all mails are')
  t.ok(own?.headers.some(({ key }) => key === 'list-unsubscribe'))
  await kim.post(`${path}/testmail`, { an: 'liste' })
  const mails = await receive(catcher, 4)
  t.same(mails.slice(1).map(({ caught }) => caught.to.replace(/^[0-9a-f-]{36}/, 'kim')).sort(),
    ['ada@amt.example', 'kim@amt.example', 'udo@amt.example'])
  await mailer.stop()
  await pool.query('alter table subscriber_away rename to subscriber')

  const link = /\/abmelden\/[\w-]+/.exec(own?.text ?? '')?.[0] ?? ''
  t.match((await app.inject({ url: link })).payload, /Dieser Link funktioniert leider nicht/, 'its link is nobody’s')
  t.same((await pool.query("select details from audit where action = 'draft.test_sent' order by number")).rows
    .map(({ details }) => details.accounts), [1, 3])
})

t.test('what is not one of the two buttons is refused, and a draft that is not there has no test', async t => {
  const { kim, path, pool } = await writing(t, 0)
  t.equal((await kim.post(`${path}/testmail`, { an: 'alle' })).statusCode, 400)
  const nobody = '/redaktion/entwuerfe/11111111-1111-4111-8111-111111111111/testmail'
  t.equal((await kim.post(nobody, { an: 'mich' })).statusCode, 404)
  t.equal((await pool.query("select from graphile_worker.jobs where task_identifier = 'send_test'")).rowCount, 0)
})
