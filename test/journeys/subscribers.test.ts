import t from 'tap'
import { systemClock } from '../../src/platform/clock.js'
import { createKeyring, formatMasterKeys, newMasterKey } from '../../src/platform/crypto/keyring.js'
import { inTransaction } from '../../src/platform/database/pool.js'
import { subscribe } from '../../src/subscription/subscribe.js'
import { suppress } from '../../src/subscription/suppression.js'
import { runProgram, type Ended } from '../support/cli.js'
import { testDatabase } from '../support/database.js'
import { addReaders } from '../support/readers.js'

const masterKey = newMasterKey()
const keys = createKeyring([masterKey])

t.test('the help desk finds and erases an address that it reads from standard input', async t => {
  const { url: DATABASE_URL, pool } = await testDatabase(t)
  const settings = { DATABASE_URL, KEYS: formatMasterKeys([masterKey]) }
  const run = async (command: string, input: string, ...args: string[]): Promise<Ended> =>
    await runProgram(t, ['subscribers', command, ...args], settings, input)
  const parts = { pool, keys, clock: systemClock }
  await addReaders(parts, ['max.muster@gmx.beispiel.example', 'bleibt@beispiel.example'])
  await subscribe({ ...parts, consentTextId: async () => 1, mailsPerMinute: 600 }, [{
    address: 'anna@beispiel.example',
    canonical: 'anna@beispiel.example'
  }])
  const today = systemClock.now().toISOString().slice(0, 10)

  const found = await run('find', 'Max Muster <Max.Muster@gmx.beispiel.example>\n')
  t.equal(found.stdout, `M…r@g…l.example is active: asked on ${today}, confirmed on ${today}.\n`)
  t.equal(found.code, 0)
  const pending = await run('find', 'anna@beispiel.example')
  t.equal(pending.stdout, `a…a@b…l.example is pending: asked on ${today}, no confirmation mail has left yet.\n`)

  const unknown = await run('find', 'niemand@beispiel.example\n')
  t.match(unknown, { code: 3, stdout: 'Nothing is stored under n…d@b…l.example.\n' })
  t.equal((await run('erase', 'niemand@beispiel.example\n', '--yes')).code, 3)

  const unasked = await run('erase', 'anna@beispiel.example\n')
  t.equal(unasked.code, 1)
  t.match(unasked.stderr, '--yes')
  t.equal((await pool.query('select from subscriber')).rowCount, 3, 'nobody is erased without a yes')

  const ended = [found, pending, unknown, unasked]
  for (const address of ['anna@beispiel.example', 'max.muster@gmx.beispiel.example']) {
    const erased = await run('erase', `${address}\n`, '--yes')
    t.equal(erased.code, 0)
    t.match(erased.stdout, 'is erased.')
    t.equal((await run('find', address)).code, 3)
    ended.push(erased)
  }
  t.equal((await pool.query('select from subscriber')).rowCount, 1)
  t.equal((await pool.query('select from mail_request')).rowCount, 0)
  const { rows: audit } = await pool.query<{ line: string }>(
    "select actor || ' ' || action || ' ' || details as line from audit order by number")
  const [yes, no] = ['{"found":true}', '{"found":false}']
  t.same(audit.slice(0, 5).map(({ line }) => line.replace('command line subscriber.', '')), [
    `searched ${yes}`, `searched ${yes}`, `searched ${no}`, `searched ${no}`, `searched ${yes}`
  ])
  t.equal(audit.filter(({ line }) => line === 'command line subscriber.erased {}').length, 2)

  const counted = await run('count', '', '--days', '1', '--json')
  t.match(JSON.parse(counted.stdout), { signedUp: 1, confirmed: 0, departed: 1, unconfirmedErased: 1, active: null })
  const table = (await run('count', '')).stdout.split('\n')
  t.equal(table[0], '       day   signed up   confirmed    departed  erased unconfirmed  active at the end')
  t.match(table.at(-2), /^20\d\d-\d\d-\d\d +1 +0 +1 +1 +-$/)
  t.equal(table.at(-2)?.length, table[0]?.length)
  t.equal(table.length, 1 + 30 + 1)
  t.equal((await run('count', '', '--days', '0')).code, 1)
  for (const { stdout, stderr } of ended) {
    t.notMatch(stdout + stderr, /@beispiel\.example|muster@/i, 'no line holds an address')
  }
})

t.test('what is proven and suppressed is told as text and as JSON, never with the address', async t => {
  const { url: DATABASE_URL, pool } = await testDatabase(t)
  const settings = { DATABASE_URL, KEYS: formatMasterKeys([masterKey]) }
  const run = async (command: string, input: string, ...args: string[]): Promise<Ended> =>
    await runProgram(t, ['privacy', command, ...args], settings, input)
  const anna = 'anna@beispiel.example'
  await addReaders({ pool, keys, clock: systemClock }, [anna])
  await pool.query(
    `insert into consent_proof (subscriber_id, address_index, key_version, consent_text_id, asked_at, mailed_at,
       mail_sha256, confirmed_at)
     select id, address_index, 1, consent_text_id, requested_at, requested_at, sha256('x'), confirmed_at
     from subscriber`)
  const erased = await run('erase', anna, '--yes', '--json')
  t.match(JSON.parse(erased.stdout), { address: 'a…a@b…l.example', erased: true })
  const proven = await run('proof', anna)
  t.equal(proven.code, 0)
  t.match(proven.stdout, /Proof of a subscription that has ended[^]* {2}left: 20[^]*first shown on 20[^]*test\n$/)
  t.match(JSON.parse((await run('proof', anna, '--json')).stdout), {
    subscriptions: [], proofs: [{ wording: 'test', mail_sha256: /^[\da-f]{64}$/, left_at: String }]
  })
  t.equal((await run('proof', 'niemand@beispiel.example')).code, 3)

  await inTransaction(pool, async db =>
    await suppress({ db, keys, clock: systemClock }, { canonical: anna, reason: 'complaint' }))
  t.match((await run('find', anna)).stdout, /^a…a@b…l\.example is suppressed \(complaint\) from 20/)
  const found = await run('find', anna, '--json')
  t.match(JSON.parse(found.stdout), { subscriptions: [], suppression: { reason: 'complaint' } })
  t.equal(found.code, 0)
  t.match((await run('find', 'x', anna)).stderr, 'never from the command line')
  t.notMatch(proven.stdout + found.stdout, anna)
})

t.test('an address on the command line, several at once, or wrong keys are refused, with the reason', async t => {
  const { url: DATABASE_URL, pool } = await testDatabase(t)
  await addReaders({ pool, keys, clock: systemClock }, ['anna@beispiel.example'])
  const settings = { DATABASE_URL, KEYS: formatMasterKeys([masterKey]) }
  const faults: Array<[given: Ended, line: RegExp]> = [
    [
      await runProgram(t, ['subscribers', 'erase', 'anna@beispiel.example', '--yes'], settings, ''),
      /never from the command line/
    ],
    [
      await runProgram(
        t,
        ['subscribers', 'erase', '--yes'],
        settings,
        'anna@beispiel.example\nberta@beispiel.example\n'
      ),
      /more than one line/
    ],
    [await runProgram(t, ['subscribers', 'find'], settings, 'anna'), /not a mail address: the @ is missing$/m],
    [
      await runProgram(
        t,
        ['subscribers', 'find'],
        { ...settings, KEYS: formatMasterKeys([newMasterKey()]) },
        'anna@beispiel.example'
      ),
      /check KEYS/
    ],
    [
      await runProgram(t, ['subscribers', 'find'], { DATABASE_URL, DATA_DIR: t.testdir() }, 'anna@beispiel.example'),
      /KEYS is not set/
    ]
  ]
  for (const [{ code, stdout, stderr }, line] of faults) {
    t.equal(code, 1)
    t.match(stderr, line)
    t.equal(stderr.split('\n').length, 2, 'one line')
    t.notMatch(stdout + stderr, '@beispiel.example')
  }
  t.equal((await pool.query('select from subscriber')).rowCount, 1)
})

t.test('its help says where the address comes from and what it ends with', async t => {
  const { stdout } = await runProgram(t, ['subscribers', 'erase', '--help'], {})
  t.match(stdout, 'standard input')
  t.match(stdout, 'Ends with 0 if it was found, with 3')
})
