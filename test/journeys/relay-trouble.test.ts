import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { planIssue } from '../../src/delivery/plan.js'
import { systemClock } from '../../src/platform/clock.js'
import { createKeyring, formatMasterKeys, newMasterKey } from '../../src/platform/crypto/keyring.js'
import { certificateKey, certificates } from '../support/certificates.js'
import { dataFolder, runProgram, startProgram } from '../support/cli.js'
import { testDatabase } from '../support/database.js'
import { testLog } from '../support/log.js'
import { addIssue, addReaders, someAddresses } from '../support/readers.js'
import { testRelay } from '../support/relay.js'
import { until } from '../support/service.js'

const REASONS = {
  expired: ['certificate-expired', 'its certificate has expired'],
  notYetValid: ['certificate-not-yet-valid', 'its certificate is not valid yet'],
  wrongName: ['certificate-wrong-name', 'its certificate is for another host name'],
  selfSigned: ['certificate-self-signed', 'its certificate is self-signed'],
  unknownAuthority: ['certificate-unknown-authority', 'its certificate is from an authority that is not trusted here']
} as const

t.test('why relays are refused stands in the log once, and in the status of the issue until it is mended', async t => {
  const { url: DATABASE_URL, pool } = await testDatabase(t)
  const { log } = testLog(t)
  const authority = join(t.testdir(), 'authority.pem')
  writeFileSync(authority, certificates.authority)
  const names = Object.keys(REASONS) as Array<keyof typeof REASONS>
  const relays = await Promise.all(
    names.map(async name => await testRelay(t, {}, { secure: true, key: certificateKey, cert: certificates[name] }))
  )
  const plain = await testRelay(t)
  const keys = [newMasterKey()]
  const settings = {
    DATABASE_URL,
    DATA_DIR: await dataFolder(t),
    KEYS: formatMasterKeys(keys),
    NODE_EXTRA_CA_CERTS: authority,
    // Relays on loopback may do without TLS; smtps:// asks for it.
    SMTP_URL: [
      ...relays.map(({ target }) => `smtps://127.0.0.1:${target.port}`),
      `smtps://127.0.0.1:${plain.target.port}`
    ].join(',')
  }
  const parts = { pool, keys: createKeyring(keys), clock: systemClock, log }
  await addReaders(parts, someAddresses(3))
  const number = await addIssue(parts)
  await planIssue({ ...parts, batchSize: 10 }, number)

  const mailer = startProgram(t, ['work'], settings)
  let logged = ''
  mailer.process.stderr?.on('data', (text: string) => { logged += text })
  const errors = (): Array<{ event: string, reason: string, relay: string }> =>
    logged.split('\n').filter(line => line.includes('"level":"error"')).map(line => JSON.parse(line))
  await until(() => errors().length >= 6)
  for (const [index, name] of names.entries()) {
    t.match(
      errors().find(({ relay }) => relay === `127.0.0.1:${relays[index]?.target.port}`),
      { event: 'relay_certificate_refused', reason: REASONS[name][0] },
      name
    )
  }
  t.match(errors().find(({ relay }) => relay === `127.0.0.1:${plain.target.port}`), {
    event: 'relay_tls_refused',
    reason: 'tls-missing'
  })

  const status = async (): Promise<string> => (
    await runProgram(t, ['issue', 'status', String(number)], settings)
  ).stdout
  const wrong = await status()
  t.match(wrong, `Issue ${number} is sending`)
  for (const [index, name] of names.entries()) {
    t.match(wrong, `127.0.0.1:${relays[index]?.target.port} cannot be used, ${REASONS[name][1]} (since 2`)
  }

  const watcher = startProgram(t, ['issue', 'status', String(number), '--watch'], settings)
  await watcher.says(REASONS.expired[1])
  for (const relay of relays) relay.secure({ key: certificateKey, cert: certificates.good })
  t.match((await watcher.ended).stdout, `Issue ${number} is finished: 3 planned, 3 sent`)
  t.notMatch(await status(), 'cannot be used')
  t.equal(errors().length, 6, 'each is said once')
  t.match(logged, '"event":"relay_reached"')
  await mailer.end('SIGTERM')
})

t.test('that a relay is not there stands in the status as well', async t => {
  const { url: DATABASE_URL, pool } = await testDatabase(t)
  const { log } = testLog(t)
  const gone = await testRelay(t)
  await gone.stop()
  const keys = [newMasterKey()]
  const parts = { pool, keys: createKeyring(keys), clock: systemClock, log }
  await addReaders(parts, someAddresses(3))
  const number = await addIssue(parts)
  await planIssue({ ...parts, batchSize: 10 }, number)
  const settings = {
    DATABASE_URL,
    DATA_DIR: await dataFolder(t),
    KEYS: formatMasterKeys(keys),
    SMTP_URL: `smtp://127.0.0.1:${gone.target.port}`
  }
  startProgram(t, ['work'], settings)
  await until(async () => (await pool.query('select from relay_trouble')).rowCount === 1)
  const { stdout } = await runProgram(t, ['issue', 'status', String(number)], settings)
  t.match(stdout, `127.0.0.1:${gone.target.port} cannot be used, it refuses connections`)
})
