import t from 'tap'
import { remindApprovers } from '../../../src/issue/approval/submit.js'
import { tellEditor } from '../../../src/editor/tell.js'
import { atDesk } from '../drafts/writing.js'
import { receive } from '../../support/service.js'
import { approving } from './approving.js'

const onOneLine = (mail: { text?: string | undefined } | undefined): string => mail?.text?.replace(/\s+/g, ' ') ?? ''

t.test('who is asked to approve gets a mail, is reminded once, and who submitted hears of a return', async t => {
  const service = await approving(t)
  const { pool, clock, catcher, work, path, draft, submit } = service
  const { rows: [{ id }] } = await pool.query("select id from editor where name = 'Eva'")
  await submit(id)
  await work()
  const [asked] = await receive(catcher, 1)
  t.match(asked?.subject, /^Bitte freigeben: /)
  t.match(onOneLine(asked), /Kim bittet Sie, die Ausgabe „.*“ freizugeben\./)
  t.match(asked?.text, `/redaktion/entwuerfe/${draft}/freigabe`)
  t.match(asked?.headers.find(({ key }) => key === 'auto-submitted')?.value, 'auto-generated')

  const remind = async (): Promise<number> => await remindApprovers({ ...service, tell: tellEditor })
  t.equal(await remind(), 0, 'not before a day is over')
  clock.travel({ hours: 25 })
  t.same([await remind(), await remind()], [1, 0])
  const reminder = (await receive(catcher, 2)).at(-1)
  t.match(onOneLine(reminder), /Sie wartet noch\. Wir erinnern nur einmal\./)

  const ina = await atDesk(service, { name: 'Ina', roles: ['approve'] })
  await ina.post(`${path}/zurueckgeben`, { grund: 'Der geheime Grund' })
  const returned = (await receive(catcher, 3)).at(-1)
  t.match(returned?.subject, /^Zurückgegeben: /)
  t.match(onOneLine(returned), /Ina hat die Ausgabe „.*“ zurückgegeben\./)
  t.notMatch(returned?.text, /Der geheime Grund/, 'it is read at the desk')
  t.match(returned?.text, /\/redaktion\/entwuerfe\/[0-9a-f-]+\/freigabe\n/, 'where it stands on top')
  clock.travel({ hours: 48 })
  t.equal(await remind(), 0, 'what was returned does not wait')
})

t.test('two drafts that somebody is asked to approve in one second are two mails', async t => {
  const service = await approving(t)
  const { pool, catcher, work, kim, path } = service
  const { rows: [{ id }] } = await pool.query("select id from editor where name = 'Eva'")
  const { headers: { location } } = await kim.post('/redaktion/entwuerfe/beispiel')
  const other = String(location).replace(/\?.*/, '')
  await service.retitle('Ein anderer Titel')
  for (const draft of [path, other]) await kim.post(`${draft}/einreichen`, { an: id })
  for (const draft of [path, other]) await kim.post(`${draft}/testmail`, { an: 'mich' })
  await work()
  const mails = await receive(catcher, 4)
  t.equal(new Set(mails.map(({ messageId }) => messageId)).size, 4)
})
