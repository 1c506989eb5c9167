import pino from 'pino'
import t from 'tap'
import { createPool } from '../../../src/platform/database/pool.js'
import { createHouse } from '../../../src/platform/newsletter/house.js'
import { checkSettings, recordSettings } from '../../../src/platform/newsletter/public-settings.js'
import { parts } from '../../issue/sample.js'
import { travelClock } from '../../support/clock.js'
import { testDatabase } from '../../support/database.js'
import { testLog } from '../../support/log.js'

const first = { publisher: parts.publisher, senderName: 'Brief' }
const nobody = { editor: null, witness: async () => {} }
const phoneOf = ({ publisher }: { publisher: { phone: string } }): string => publisher.phone

t.test('a house is read as it is, as it was, and as it was seen a few seconds ago', async t => {
  const { pool } = await testDatabase(t)
  const clock = travelClock()
  const [house, other] = [createHouse({ pool, clock, first }), createHouse({ pool, clock, first })]
  const began = clock.now()
  const before = await other.current()
  t.equal(phoneOf(before), parts.publisher.phone)
  clock.travel({ minutes: 0.02 })
  const value = { ...parts.publisher, phone: '0611 1' }
  t.ok(await house.change({ ...nobody, pool, clock }, house.settings.publisher, { base: 0, value, details: {} }))
  t.equal(phoneOf(await house.current()), '0611 1', 'who changes it sees it at once')
  t.equal(await other.current(), before, 'others have seen it a second ago')
  t.equal(phoneOf(await other.read({ db: pool })), '0611 1')
  t.equal(phoneOf(await other.read({ db: pool }, began)), parts.publisher.phone)
  clock.travel({ minutes: 0.05 })
  const after = await other.current()
  t.equal(phoneOf(after), '0611 1')
  t.not(after.version, before.version)
  clock.travel({ minutes: 1 })
  t.equal(await other.current(), after, 'the same object as long as nothing is changed')
  t.notOk(await house.change({ ...nobody, pool, clock }, house.settings.publisher, { base: 0, value, details: {} }))
})

t.test('while the database is away, what is known holds', async t => {
  const clock = travelClock()
  const url = 'postgres://nobody@127.0.0.1:1/none'
  const pool = createPool({ url, max: 1, name: 'test', log: pino({ level: 'silent' }) })
  const house = createHouse({ pool, clock, first })
  t.equal(phoneOf(await house.current()), parts.publisher.phone)
  await t.rejects(house.read({ db: pool }), 'nothing is approved or sent by what may be old')
})

t.test('another PUBLISHER_FILE matters as long as nobody has set the publisher at the desk', async t => {
  const { pool } = await testDatabase(t)
  const clock = travelClock()
  const { log, lines } = testLog(t)
  const deps = { pool, clock, log }
  const own = { publicUrl: 'https://brief.example', publisher: parts.publisher }
  const another = { ...own, publisher: { ...parts.publisher, phone: '0611 2' } }
  await recordSettings(deps, own)
  await t.rejects(checkSettings(deps, another), /PUBLISHER_FILE has phone/)
  const value = { ...parts.publisher, phone: '0611 1' }
  const house = createHouse({ ...deps, first })
  await house.change({ ...nobody, ...deps }, house.settings.publisher, { base: 0, value, details: {} })
  await t.resolves(checkSettings(deps, another))
  await t.rejects(checkSettings(deps, { ...own, publicUrl: 'https://other.example' }), /PUBLIC_URL/)
  await recordSettings(deps, another)
  t.match(lines().join('\n'), /PUBLISHER_FILE has phone.*that changes nothing, because these data are set at the desk/)
})
