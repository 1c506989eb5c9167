import t, { type Test } from 'tap'
import { inTransaction } from '../../src/platform/database/pool.js'
import { createKeyring, formatMasterKeys, newMasterKey, type Keyring } from '../../src/platform/crypto/keyring.js'
import { fingerprints, openAddress } from '../../src/platform/crypto/seal.js'
import { confirm } from '../../src/subscription/confirm.js'
import { confirmToken, unsubscribeToken } from '../../src/subscription/links.js'
import { reseal } from '../../src/subscription/reseal.js'
import { subscribe } from '../../src/subscription/subscribe.js'
import { postForm, testService, type TestService } from '../support/service.js'
import { damageSeals } from '../support/readers.js'

const one = newMasterKey()
const two = newMasterKey([one])
const before = createKeyring([one])
const without = createKeyring([two])
const back = createKeyring([two, one])

interface Row { id: string, state: string, address_index: Buffer, address_sealed: Buffer }

/**
 * A service whose key was taken away and brought back; `signUp` puts an address in as a process
 * with these keys does.
 */
async function setUp (t: Test) {
  const service = await testService(t, { KEYS: formatMasterKeys([two, one]) })
  await service.pool.query(
    'insert into consent_text (hash, wording, first_shown_at) values (\'\\x00\', \'test\', now())'
  )
  async function signUp (keys: Keyring, address: string, confirmed: boolean): Promise<string> {
    const canonical = address.toLowerCase()
    await subscribe({ ...service, keys, consentTextId: async () => 1, mailsPerMinute: 600 }, [{ address, canonical }])
    const { rows: [row] } = await service.pool.query<{ id: string }>(
      'select id from subscriber where address_index = any ($1)',
      [fingerprints(keys, canonical)]
    )
    const id = row?.id as string
    if (confirmed) await confirm({ ...service, consentProof: false }, { id, expiresAt: new Date(4e12) })
    service.clock.travel({ hours: 1 })
    return id
  }
  return Object.assign(service, {
    signUp,
    rows: async () => (
      await service.pool.query<Row>(
        'select id, state, address_index, address_sealed from subscriber order by requested_at'
      )
    ).rows
  })
}

const merges = ({ lines }: TestService): number[] =>
  lines().map(line => (
    JSON.parse(line) as { event?: string, count: number }
  )).filter(({ event }) => event === 'subscribers_merged').map(({ count }) => count)

t.test('a reader who is stored twice after a key was missing becomes one again, with the older consent', async t => {
  const service = await setUp(t)
  const older = await service.signUp(before, 'Anna@beispiel.example', true)
  const younger = await service.signUp(without, 'anna@beispiel.example', true)
  t.not(older, younger)
  await service.signUp(before, 'berta@beispiel.example', true)
  t.equal(await reseal({ ...service, keys: back }), 2)
  const rows = await service.rows()
  t.equal(rows.length, 2)
  t.equal(rows[0]?.id, older)
  t.equal(openAddress(without, older, rows[0]?.address_sealed as Buffer), 'Anna@beispiel.example')
  t.ok(rows[0]?.address_index.equals(fingerprints(without, 'anna@beispiel.example')[0]))
  t.same(merges(service), [1])
  t.equal(await reseal({ ...service, keys: back }), 0)
  t.same(merges(service), [1], 'once')
})

t.test('the unsubscribe links of either row end the one subscription', async t => {
  for (const which of [0, 1]) {
    const service = await setUp(t)
    const ids = [
      await service.signUp(before, 'anna@beispiel.example', true),
      await service.signUp(without, 'anna@beispiel.example', true)
    ]
    const links = ids.map((id, index) => (
      `/abmelden/${unsubscribeToken(index === 0 ? before : without, { id, issue: 1 })}`
    ))
    await reseal({ ...service, keys: back })
    t.equal((await postForm(service.app, links[which] as string)).statusCode, 200)
    t.same(await service.rows(), [])
    t.equal((await service.pool.query('select from merged_subscriber')).rowCount, 0, 'nothing of the double is left')
  }
})

t.test('an active row wins over a pending one, and the younger of two pending ones; confirm links work', async t => {
  const service = await setUp(t)
  const expires = new Date('2026-03-04T09:00:00Z')
  const press = async (id: string): Promise<string> => (
    await postForm(service.app, `/bestaetigen/${confirmToken(back, { id, expiresAt: expires })}`)
  ).body
  const pending = await service.signUp(before, 'anna@beispiel.example', false)
  const active = await service.signUp(without, 'anna@beispiel.example', true)
  const first = await service.signUp(before, 'berta@beispiel.example', false)
  const second = await service.signUp(without, 'berta@beispiel.example', false)
  await reseal({ ...service, keys: back })
  t.same((await service.rows()).map(({ id, state }) => ({ id, state })), [
    { id: active, state: 'active' },
    { id: second, state: 'pending' }
  ])
  t.match(await press(pending), 'Sie sind schon dabei')
  t.match(await press(first), 'Ihre Anmeldung ist bestätigt')
  t.same((await service.rows()).map(({ state }) => state), ['active', 'active'])
})

t.test('a row that stands three times, over two losses of a key, becomes one, and every link finds it', async t => {
  const service = await setUp(t)
  const three = newMasterKey([two])
  const rings = [before, without, createKeyring([three])] as const
  const ids: string[] = []
  for (const keys of rings) ids.push(await service.signUp(keys, 'anna@beispiel.example', true))
  await reseal({ ...service, keys: createKeyring([two, one]) })
  t.equal((await service.rows()).length, 2)
  await reseal({ ...service, keys: createKeyring([three, two, one]) })
  t.same((await service.rows()).map(({ id }) => id), [ids[0]])
  t.same(
    (
      await service.pool.query('select id from merged_subscriber where subscriber_id = $1 order by id', [ids[0]])
    ).rows.map(({ id }) => id),
    ids.slice(1).sort()
  )
})

t.test('two rows under old keys are merged though neither is sealed with the primary one', async t => {
  const service = await setUp(t)
  const three = newMasterKey([two])
  const older = await service.signUp(before, 'anna@beispiel.example', true)
  await service.signUp(without, 'anna@beispiel.example', true)
  await reseal({ ...service, keys: createKeyring([three, two, one]) })
  t.same((await service.rows()).map(({ id }) => id), [older])
})

t.test('neither a damaged seal nor a row that someone is changing holds up the others', async t => {
  const service = await setUp(t)
  const damaged = await service.signUp(before, 'kaputt@beispiel.example', true)
  await damageSeals(service, 'id = $1', [damaged])
  await service.signUp(before, 'anna@beispiel.example', true)
  const younger = await service.signUp(without, 'anna@beispiel.example', true)
  await service.signUp(before, 'berta@beispiel.example', true)
  const told = new Set<string>()
  await inTransaction(service.pool, async client => {
    await client.query('select from subscriber where id = $1 for update', [younger])
    t.equal(await reseal({ ...service, keys: back, told }), 1)
  })
  t.equal((await service.rows()).length, 4)
  t.equal(await reseal({ ...service, keys: back, told }), 1)
  t.equal((await service.rows()).length, 3)
  t.equal(service.lines().filter(line => line.includes('seals_damaged')).length, 1, 'a damaged seal is told once')
})

t.test('if the row that stays cannot be opened, it takes the address over from the other', async t => {
  const service = await setUp(t)
  await service.signUp(before, 'anna@beispiel.example', false)
  const active = await service.signUp(without, 'anna@beispiel.example', true)
  await damageSeals(service, 'id = $1', [active])
  await reseal({ ...service, keys: back })
  const [row] = await service.rows()
  t.equal(openAddress(without, active, row?.address_sealed as Buffer), 'anna@beispiel.example')
})
