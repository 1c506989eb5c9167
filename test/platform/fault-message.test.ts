import { once } from 'node:events'
import { connect } from 'node:net'
import pg from 'pg'
import t from 'tap'
import { faultMessage } from '../../src/platform/fault-message.js'
import { packagePath } from '../../src/platform/package-path.js'
import { runProgram, startCommand } from '../support/cli.js'
import { freePort } from '../../src/platform/free-port.js'
import { testDatabase } from '../support/database.js'
import { testLog } from '../support/log.js'

const { url } = await testDatabase(t)

/** What connecting to a database says when it fails. */
async function told (connectionString: string, more: pg.ClientConfig = {}): Promise<string> {
  const client = new pg.Client({ connectionString, ...more })
  client.on('error', () => {})
  const fault = await client.connect().then(() => undefined, (error: unknown) => error)
  // A refused connection stays open, too, until the server has waited for a password for a minute.
  await client.end()
  return faultMessage(fault)
}

/** A URL of the test's database that is wrong in one part. */
const but = (part: Partial<URL>): string => Object.assign(new URL(url), part).href

t.test('a host with two addresses that both refuse is one line with both, on the screen and in the log', async t => {
  const port = await freePort()
  const socket = connect({
    host: 'db.example',
    port,
    autoSelectFamily: true,
    lookup: (_, __, answer) => answer(null, [{ address: '127.0.0.1', family: 4 }, { address: '::1', family: 6 }])
  })
  const [error] = await once(socket, 'error').catch((fault: unknown) => [fault]) as [Error]
  t.equal(error.message, '', 'Node.js says nothing by itself')
  const both = `127\\.0\\.0\\.1:${port} and (?:::1|\\[::1\\]:${port})`
  t.match(faultMessage(error), new RegExp(`^DATABASE_URL: the database cannot be reached at ${both} \\(E\\w+\\)$`))
  const { log, lines } = testLog(t)
  log.error({ event: 'queue_stopped', err: error }, 'lost')
  t.match(
    (JSON.parse(lines()[0] as string) as { err: { message: string } }).err.message,
    `connect ECONNREFUSED 127.0.0.1:${port}; connect E`
  )
})

t.test('each way in which a database refuses names DATABASE_URL, and never the password', async t => {
  const { hostname, port } = new URL(url)
  const cases: Array<[address: string, line: RegExp]> = [
    [
      but({ port: String(await freePort()) }),
      /^DATABASE_URL: the database cannot be reached at 127\.0\.0\.1:\d+ \(ECONNREFUSED\)$/
    ],
    [
      but({ host: 'gibt-es-nicht.invalid' }),
      /^DATABASE_URL: the address of gibt-es-nicht\.invalid cannot be found \(E\w+\)$/
    ],
    [
      but({ password: 'geheim' }),
      /^DATABASE_URL: the database refuses the login: password authentication failed for user/
    ],
    [but({ password: '' }), /^DATABASE_URL: the database refuses the login: /],
    [but({ pathname: '/gibt_es_nicht' }), /^DATABASE_URL: database "gibt_es_nicht" does not exist$/],
    [
      `${url}?sslmode=require`,
      /^DATABASE_URL: no secure connection to the database: The server does not support SSL connections$/
    ],
    [
      `postgres://u:geheim@/x?host=/gibt/es/nicht&port=${port}`,
      /^DATABASE_URL: the database cannot be reached at \/gibt\/es\/nicht\/\.s\.PGSQL\.\d+ \(ENOENT\)$/
    ]
  ]
  t.equal(hostname, '127.0.0.1')
  for (const [address, line] of cases) {
    const message = await told(address)
    t.match(message, line)
    t.notMatch(message, 'geheim')
  }
})

t.test('a command that cannot reach its database says so in one line', async t => {
  for (const command of ['migrate', 'start', 'work']) {
    const { code, stderr } = await runProgram(t, [command], {
      DATABASE_URL: but({ port: String(await freePort()) }),
      SMTP_URL: 'smtp://127.0.0.1:1',
      LOG_LEVEL: 'silent',
      PORT: '0'
    })
    t.equal(code, 1)
    t.match(
      stderr,
      /^integrationsbrief: DATABASE_URL: the database cannot be reached at 127\.0\.0\.1:\d+ \(ECONNREFUSED\)\n$/,
      command
    )
  }
})

t.test('an address or a port that cannot be listened on names HOST or PORT', async t => {
  const settings = { DATABASE_URL: url, SMTP_URL: 'smtp://127.0.0.1:1', LOG_LEVEL: 'silent', PORT: '0' }
  const line = async (wrong: Record<string, string>) => (
    await runProgram(t, ['serve'], { ...settings, ...wrong })
  ).stderr
  t.match(
    await line({ HOST: '203.0.113.5' }),
    /^integrationsbrief: HOST 203\.0\.113\.5 is not an address of this machine \(EADDRNOTAVAIL\)\n$/
  )
  t.match(
    await line({ HOST: 'gibt-es-nicht.invalid' }),
    /^integrationsbrief: HOST gibt-es-nicht\.invalid is not an address of this machine \(E\w+\)\n$/
  )
  const port = new URL(url).port
  t.match(
    await line({ PORT: port }),
    new RegExp(`^integrationsbrief: PORT ${port} of 127\\.0\\.0\\.1 is taken by another program \\(EADDRINUSE\\)\\n$`)
  )
})

t.test('a file .env that cannot be read to the letter ends the program in one line', async t => {
  const folder = t.testdir({
    misspelt: { '.env': 'DATABASE_URI=postgres://u:geheim@h/db\n' },
    folder: { '.env': {} },
    good: { '.env': 'LOG_LEVEL=silent # nichts\nNODE_ENV=prod\n' }
  })
  const run = async (name: string) =>
    await startCommand(
      t,
      [process.execPath, packagePath('build', 'src', 'bin.cjs'), 'migrate'],
      {},
      `${folder}/${name}`
    ).ended
  t.match(await run('misspelt'), {
    code: 1,
    stdout: '',
    stderr: 'integrationsbrief: .env, line 1: DATABASE_URI is not a setting of this program, ' +
      'DATABASE_URL is; .env.example lists them all\n'
  })
  t.match(await run('folder'), { code: 1, stderr: 'integrationsbrief: .env cannot be read (not-a-file)\n' })
  t.match(await run('good'), {
    code: 1,
    stderr: 'integrationsbrief: NODE_ENV must be one of production, development, test\n'
  })
})
