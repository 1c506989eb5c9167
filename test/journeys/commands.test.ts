import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { createKeyring, formatMasterKeys, newMasterKey, parseMasterKeys } from '../../src/platform/crypto/keyring.js'
import { systemClock } from '../../src/platform/clock.js'
import { packagePath } from '../../src/platform/package-path.js'
import { dataFolder, runProgram, startCommand, startProgram } from '../support/cli.js'
import { testDatabase } from '../support/database.js'
import { addReaders, someAddresses } from '../support/readers.js'
import { testRelay } from '../support/relay.js'
import { until } from '../support/service.js'

const APPROVED = ['--approved-by', 'Eva Muster']
const ISSUE = packagePath('templates', 'demo', 'ausgabe-1.yaml')

t.test('an issue is sent by a command that shows its progress, and never twice', async t => {
  const { url: DATABASE_URL, pool } = await testDatabase(t)
  const relay = await testRelay(t)
  const settings = {
    DATABASE_URL,
    SMTP_URL: `smtp://127.0.0.1:${relay.target.port}`,
    DATA_DIR: await dataFolder(t),
    MAIL_BATCH_SIZE: '20'
  }
  const [, KEYS] = /^(.+)\n$/.exec(
    (await runProgram(t, ['keys', 'new'], settings)).stdout
  ) as unknown as [string, string]
  const keyed = { ...settings, KEYS }
  await addReaders({ pool, keys: createKeyring(parseMasterKeys(KEYS)), clock: systemClock }, someAddresses(50))

  const unasked = await runProgram(t, ['issue', 'send', ISSUE], keyed)
  t.equal(unasked.code, 1)
  t.match(unasked.stderr, '--approved-by is missing: it takes the name of the person who has approved the issue')
  t.match((await runProgram(t, ['issue', 'send', ISSUE, ...APPROVED], keyed)).stderr, '--yes')

  const waiting = await runProgram(t, ['issue', 'send', ISSUE, '--yes', ...APPROVED], keyed)
  t.match(waiting.stdout, 'Issue 1 is planned: 50 mails.')
  t.match(waiting.stdout, 'The audit names Eva Muster as its approver. Four eyes were not kept')
  t.match(waiting.stdout, 'No mailer is running')

  const mailer = startProgram(t, ['work'], keyed)
  await mailer.says('The mailer is running.')
  await until(() => relay.taken.length === 50)
  const again = await runProgram(t, ['issue', 'send', ISSUE, '--yes', ...APPROVED], keyed)
  t.match(again.stdout, 'It is not sent a second time.')
  t.match(again.stdout, '50/50  100 %')
  t.match(again.stdout, 'Issue 1 is finished: 50 planned, 50 sent, 0 failed, 0 skipped, 0 waiting')
  t.equal(again.code, 0)
  await mailer.end('SIGTERM')
  t.equal(relay.taken.length, 50)

  const second = packagePath('templates', 'demo', 'ausgabe-2.yaml')
  t.match(
    (await runProgram(t, ['issue', 'send', second, '--yes', ...APPROVED], keyed)).stdout,
    'No mailer is running',
    'the one that has just stopped is no help'
  )
  const watching = startProgram(t, ['issue', 'status', '2', '--watch'], keyed)
  await watching.says('No mailer is running')
  const next = startProgram(t, ['work'], { ...keyed, MAIL_RATE: '10' })
  await watching.says('A mailer is running again.')
  t.match(await watching.ended, { code: 0, stdout: /Issue 2 is finished: 50 planned, 50 sent/ })
  await next.end('SIGTERM')
})

t.test('an issue that was cancelled is called so; it is sent as a new one only if that is wanted', async t => {
  const { url: DATABASE_URL, pool } = await testDatabase(t)
  const relay = await testRelay(t, { sender: () => [550, '5.7.1 not you'] })
  const settings = {
    DATABASE_URL,
    SMTP_URL: `smtp://127.0.0.1:${relay.target.port}`,
    DATA_DIR: await dataFolder(t),
    KEYS: formatMasterKeys([newMasterKey()])
  }
  await addReaders({ pool, keys: createKeyring(parseMasterKeys(settings.KEYS)), clock: systemClock }, someAddresses(5))
  const run = async (...args: string[]) => await runProgram(t, ['issue', ...args], settings)
  t.match((await run('send', ISSUE, '--yes', ...APPROVED)).stdout, 'Issue 1 is planned: 5 mails.')
  t.equal((await run('cancel', '1')).code, 0)
  const known = await run('send', ISSUE, '--yes', ...APPROVED)
  t.equal(known.code, 1)
  t.match(known.stdout, 'This is issue 1, which was cancelled: 0 of 5 readers had got it.')
  t.match(known.stdout, 'issue send --again')
  t.match((await run('send', ISSUE, '--yes', '--again', ...APPROVED)).stdout, 'Issue 2 is planned: 5 mails.')
  t.match(
    (await run('send', ISSUE, '--yes', '--again', ...APPROVED)).stdout,
    'This issue went out before, as issue 2.',
    'again is once'
  )
})

t.test('what is done to an issue at the command line stands in the audit, and a changed line is found', async t => {
  const { url: DATABASE_URL, pool } = await testDatabase(t)
  const settings = { DATABASE_URL, DATA_DIR: await dataFolder(t), KEYS: formatMasterKeys([newMasterKey()]) }
  const keys = createKeyring(parseMasterKeys(settings.KEYS))
  await addReaders({ pool, keys, clock: systemClock }, someAddresses(5))
  const run = async (...args: string[]) => await runProgram(t, args, settings)
  t.equal((await run('audit', 'verify')).stdout, 'The audit is empty.\n')
  t.match((await run('settings', 'show')).stdout, /^sender-name: "Integrationsbrief" \(as the service began\)$/m)
  const shown = JSON.parse((await run('settings', 'show', '--json')).stdout)
  t.match(shown.find(({ name }: { name: string }) => name === 'publisher'), { version: 0, since: null, by: null })
  await run('issue', 'send', ISSUE, '--yes', ...APPROVED)
  for (const command of ['pause', 'pause', 'resume', 'cancel', 'cancel']) await run('issue', command, '1')
  const { stdout } = await run('audit', 'export')
  const lines = stdout.trim().split('\n').map(line => JSON.parse(line))
  const { rows: [{ hash }] } = await pool.query("select encode(mail_hash, 'hex') as hash from approval")
  t.same(lines.map(({ actor, action, details }) => [actor, action, JSON.parse(details)]), [
    ['command line', 'issue.approved', { issue: 1, hash, approver: 'Eva Muster', secondPerson: false }],
    ['command line', 'delivery.planned', { issue: 1, planned: 5 }],
    ['command line', 'delivery.paused', { issue: 1 }],
    ['command line', 'delivery.resumed', { issue: 1, reason: 'manual' }],
    ['command line', 'delivery.cancelled', { issue: 1 }]
  ])
  const verified = await run('audit', 'verify')
  t.equal(verified.code, 0)
  t.match(verified.stdout, `All 5 lines are as they were written. The last one: 5:${lines[4].hash}`)
  t.equal((await run('audit', 'verify', '--known', `5:${lines[4].hash}`)).code, 0)
  t.match((await run('audit', 'verify', '--known', '4')).stderr, '--known takes a number, a colon and a hash')
  await pool.query('alter table audit disable trigger user')
  await pool.query('delete from audit where number = 2')
  const missing = await run('audit', 'verify')
  t.match(missing, { code: 1, stdout: 'Line 2 is missing.\n' })
})

t.test('a command with other settings than the service freezes no links', async t => {
  const { url: DATABASE_URL, pool } = await testDatabase(t)
  const relay = await testRelay(t)
  const settings = {
    DATABASE_URL,
    SMTP_URL: `smtp://127.0.0.1:${relay.target.port}`,
    DATA_DIR: await dataFolder(t),
    PUBLIC_URL: 'https://brief.example/hessen'
  }
  const send = async (more: Record<string, string>) =>
    await runProgram(t, ['issue', 'send', ISSUE, '--yes', ...APPROVED], { ...settings, ...more })
  const mailer = startProgram(t, ['work'], settings)
  await mailer.says('The mailer is running.')

  t.match(await send({ PUBLIC_URL: '' }), {
    code: 1,
    stdout: '',
    stderr: 'integrationsbrief: PUBLIC_URL is http://localhost:8080 here and not https://brief.example/hessen, ' +
      'with which the service runs; set it likewise, or restart the service with the new one first\n'
  })
  const PUBLISHER_FILE = join(t.testdir(), 'publisher.yaml')
  writeFileSync(
    PUBLISHER_FILE,
    readFileSync(packagePath('templates', 'publisher.yaml'), 'utf8').replace(/^phone: .*$/m, 'phone: 0611 1')
  )
  t.match(await send({ PUBLISHER_FILE }), {
    code: 1,
    stderr: /^\w+: PUBLISHER_FILE has phone: "0611 1" here and not "0611 000-0", with which the service runs; .+\n$/
  })
  t.equal((await pool.query('select from issue')).rowCount, 0)

  const program = packagePath('build', 'src', 'bin.cjs')
  const shell = [process.execPath, program, 'issue', 'send', ISSUE, ...APPROVED].map(word => `'${word}'`).join(' ')
  // On a terminal, which this makes, it asks.
  const asked = startCommand(t, ['script', '-qec', shell, '/dev/null'], settings)
  await asked.says('to 0 readers, with links that begin with https://brief.example/hessen? [y/N]')
  asked.process.kill('SIGKILL')
  t.equal((await pool.query('select from issue')).rowCount, 0)
  const sent = await send({})
  t.equal(sent.code, 0)
  t.match(sent.stdout, 'The links in the mails begin with https://brief.example/hessen.')

  const other = startProgram(t, ['work'], { ...settings, PUBLIC_URL: 'https://neu.example' })
  await other.says('The mailer is running.')
  const changed = 'PUBLIC_URL is https://neu.example here and not https://brief.example/hessen'
  t.match((await other.end('SIGTERM')).stderr,
    `"event":"public_settings_changed","msg":"${changed}, with which the service was started before`)
  t.equal((await send({})).code, 1, 'the service was restarted with another address')
  const again = startProgram(t, ['work'], { ...settings, PUBLIC_URL: 'https://neu.example' })
  await again.says('The mailer is running.')
  t.notMatch((await again.end('SIGTERM')).stderr, 'public_settings_changed')
  await mailer.end('SIGTERM')
})

t.test('an issue that is not right is said in German, by block and field, and is not sent', async t => {
  const { url: DATABASE_URL, pool } = await testDatabase(t)
  const settings = { DATABASE_URL, SMTP_URL: 'smtp://127.0.0.1:1', DATA_DIR: await dataFolder(t) }
  const file = join(t.testdir(), 'ausgabe.yaml')
  writeFileSync(file, readFileSync(ISSUE, 'utf8').replace(/^(\s+)alt: .*$/m, '$1alt: ""'))
  for (const args of [['check', file], ['send', file, '--yes', ...APPROVED]]) {
    const { code, stdout } = await runProgram(t, ['issue', ...args], settings)
    t.equal(code, 1)
    t.match(stdout, /Block \d+ \(Artikel\).*Alternativtext/)
  }
  writeFileSync(file, 'title: [')
  t.equal((await runProgram(t, ['issue', 'check', file], settings)).code, 1)
  t.equal((await pool.query('select from issue')).rowCount, 0)
})

t.test('the demo issues pass the check, and a preview can be opened from the disk', async t => {
  const out = join(t.testdir(), 'vorschau')
  for (const name of ['ausgabe-1.yaml', 'ausgabe-2.yaml']) {
    const { code, stdout } = await runProgram(t, ['issue', 'check', packagePath('templates', 'demo', name)], {})
    t.equal(code, 0)
    t.match(stdout, /^In Ordnung: \d+ Blöcke/)
  }
  t.equal((await runProgram(t, ['issue', 'preview', ISSUE, '--out', out], {})).code, 0)
  const files = readdirSync(out)
  t.ok(files.includes('ausgabe.html') && files.includes('ausgabe.txt'))
})

t.test('keys are added, rotated and counted, in the file of the data folder or as a value of KEYS', async t => {
  const { url: DATABASE_URL, pool } = await testDatabase(t)
  const relay = await testRelay(t)
  const settings = { DATABASE_URL, SMTP_URL: `smtp://127.0.0.1:${relay.target.port}`, DATA_DIR: await dataFolder(t) }
  const keys = async (...args: string[]) => await runProgram(t, ['keys', ...args], settings)
  t.match((await keys('status')).stdout, 'key 1 (primary): 0 addresses')
  const file = join(settings.DATA_DIR, 'keys.json')
  const inFile = () => parseMasterKeys((JSON.parse(readFileSync(file, 'utf8')) as { keys: string }).keys)
  await addReaders({ pool, keys: createKeyring(inFile()), clock: systemClock }, someAddresses(3))
  t.equal((await keys('add')).code, 0)
  t.same(inFile().map(({ version }) => version), [1, 2], 'the new key is known but not used')
  t.equal((await keys('rotate')).code, 0)
  t.same(inFile().map(({ version }) => version), [2, 1])
  t.equal((await keys('rotate')).code, 1, 'there is nothing newer to rotate to')

  const mailer = startProgram(t, ['work'], settings)
  await mailer.says('The mailer is running.')
  await pool.query('select graphile_worker.add_job(\'reseal\')')
  await until(async () => (await keys('status')).stdout.includes('key 2 (primary): 3 addresses'))
  await mailer.end('SIGTERM')

  const [, KEYS = ''] = /^KEYS=(.+)\n$/.exec(
    (await runProgram(t, ['keys', 'add'], { KEYS: (await keys('new')).stdout.trim() })).stdout
  ) ?? []
  t.same(parseMasterKeys(KEYS).map(({ version }) => version), [1, 2])
})
