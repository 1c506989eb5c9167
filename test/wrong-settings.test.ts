import t from 'tap'
import { readConfig } from '../src/config.js'
import { faultMessage } from '../src/platform/fault-message.js'
import { messageOf } from './support/message-of.js'

const KEY = 'a'.repeat(43)

/** Values that look nearly right, by setting. */
const WRONG: Record<string, string[]> = {
  NODE_ENV: ['prod', 'PRODUCTION', 'Production', 'live', 'dev', 'staging', ' production'],
  DATABASE_URL: [
    'mysql://x', 'postgres:h/db', 'h:5432/db', 'postgres', 'postgres://', 'postgres://h', 'postgres://h/',
    'postgres://h/a/b', 'postgres://h/db#x',
    'postgres://h:0/db', 'postgres://h:70000/db', 'postgres://h:x/db', 'postgres://h1,h2/db',
    'postgres://999.1.1.1/db', 'postgres://a..b/db', 'postgres://h h/db',
    'postgres://u:a#b@h/db', 'postgres://h/db?sslmode=vieleicht', 'postgres://h/db?ssl=ja',
    'postgres://h/db?sslrootcert=/gibt/es/nicht.pem', '/var/run/postgresql'
  ],
  DATA_DIR: ['a\0b', 'a\nb'],
  JOURNAL: ['a\0b', 'a\nb'],
  JOURNAL_URL: ['h:5432/db', 'postgres://h', 'postgres://h/a/b', 'mysql://h/db', 'postgres://h:0/db'],
  BACKUP_RETENTION: ['90', '90 days', 'PT1H', 'P11Y', '-P90D'],
  PUBLIC_URL: [
    'ftp://x.example', 'brief.example', 'https:x.example', '//x.example', 'https://', 'https://x.example/?a=b',
    'https://x.example/#a', 'https://u:p@x.example', 'https://u@x.example',
    'https://x.example/">,<mailto:a@b.example', 'https://x.example:0', 'https://x.example:70000',
    'http://0.0.0.0:8080', 'http://[::]:8080', 'https://a..b', 'https://-x.example', 'https://x.example/ä',
    'https://x y.example',
    'https://x.example/a//b', 'https://x.example/abonnieren', 'https://x.example/assets/brief',
    'https://x.example/br%C3%BCcke'
  ],
  OIDC_ISSUER: [
    'login.example.org', 'http://login.example.org', 'http://10.0.0.1', 'ftp://login.example.org', 'https://',
    'https://u:p@login.example.org', 'https://login.example.org/?a=b', 'https://login.example.org/#a', 'https://a b'
  ],
  OIDC_CLIENT_ID: ['a\nb'],
  OIDC_CLIENT_SECRET: ['a\0b'],
  HOST: [
    '999.1.1.1', '1.2.3', 'a b', 'http://x', 'localhost:8080', '[::1]', '-', '*', 'a..b', '10.0.0.0/8', ':::',
    'x'.repeat(64), 'ä.example'
  ],
  PORT: ['80a', '70000', '65536', '-1', '80.0', '1e3', '0x50', ' 80', '٣'],
  TRUST_PROXY: [
    'true', '1', 'proxy.example', '10.0.0.0/99', '10.0.0.0/33', '::1/129', '0.0.0.0/0', '::/0', '10.0.0.0/',
    '10.0.0.0/8,', ',', '10.0.0.0/255.0.0.0', 'fe80::1%eth0', '300.1.1.1', '*', 'loopback linklocal'
  ],
  KEYS: [
    '1:kurz', KEY, `0:${KEY}`, `256:${KEY}`, `x:${KEY}`, `1:${KEY}a`, `1:${KEY},1:${KEY}`, `1:${KEY},`,
    `1:${KEY};2:${KEY}`
  ],
  SMTP_URL: [
    'relay.example:25', 'http://relay.example', 'smtp:relay.example', 'smtp://', 'smtp://h:0', 'smtp://h:70000',
    'smtp://h/pfad', 'smtp://h#x', 'smtp://a b', 'smtp://999.1.1.1', 'smtp://h,', 'smtp://a..b',
    'smtp://relay.example?tls=off', 'smtp://relay.example?TLS=none',
    'smtp://relay.example?tls=none&tls=unverified', 'smtp://relay.example?x=y', 'smtps://relay.example?tls=none',
    'smtp://:geheim@relay.example', 'smtp://nutzer@relay.example', 'smtp://nutzer:%zz@relay.example',
    Array(21).fill('smtp://h').join()
  ],
  MAIL_BOUNCE_LISTEN: [
    'host:25', 'http://0.0.0.0:25', 'smtps://0.0.0.0:465', 'smtp://0.0.0.0', 'smtp://0.0.0.0:0', 'smtp://:25',
    'smtp://a..b:25', 'smtp://0.0.0.0:25/pfad', 'smtp:///run/x.sock', 'lmtp://', 'lmtp:///', 'lmtp:///run/',
    'lmtp:///%zz', 'lmtp:///%00', 'smtp://nutzer:geheim@0.0.0.0:25', 'smtp://0.0.0.0:25?tls=none',
    'smtp://0.0.0.0:25?tls=required&x=1', `lmtp:///${'x'.repeat(103)}`
  ],
  MAIL_BOUNCE_IMAP: [
    'imap.example', 'pop3://u:geheim@h', 'imaps://h/INBOX', 'imaps://u@h', 'imaps://u:geheim@h:0',
    'imaps://u:geheim@h#x', 'imaps://u:geheim@h?tls=none', 'imap://u:geheim@h?tls=required',
    'imaps://u:geheim@h/a//b', 'imaps://u:geheim@h/%zz', 'imaps://u:geheim@h/a%0Ab', 'imaps://u:geh%0Aeim@h',
    'imaps://u:geheim@a b'
  ],
  SMTP_TIMEOUT: [
    '-PT5S', 'xPT5S', 'PT5Sx', 'PT5M PT5M', 'P', 'PT', '5', '5s', 'PT0S', 'PT0.5S', 'PT2H', 'P1DT', 'pt5s',
    'PT-5S', 'PT5S,'
  ],
  MAIL_FROM: [
    'Integrationsbrief', 'a@b', 'a@@b.example', 'A\r\nBcc: x@y.example <a@b.example>', '<>', 'A <>',
    '"Amt <brief@hessen.example>'
  ],
  MAIL_REPLY_TO: ['<>', 'a@b', 'x'],
  MAIL_BOUNCE_DOMAIN: ['kein punkt', 'a', 'a.b/c', 'a..example', '@a.example', 'a.example:25', '192.0.2.1'],
  MAIL_CONNECTIONS: ['0', '201', '1.5', '-1', 'viele'],
  MAIL_RATE: ['0', '1.5', '100001', '10/s', '-1'],
  MAIL_RETRY_AFTER: [
    'PT1M,bald', 'PT1M,,PT2M', 'PT1M,', 'P100Y', 'P8D', 'PT0.001S', 'PT0S', '-PT1M', 'PT1M;PT2M', '60',
    Array(21).fill('PT1M').join()
  ],
  MAIL_BATCH_SIZE: ['0', '5001', '99999', '5e2', 'PT5S'],
  DKIM_SELECTOR: ['a b', 'a..b', '.a', 'a.', '-a', 'a-', 'a_b', 'a._domainkey', 'ä', 'x'.repeat(64), 'a,', 'a,A'],
  DKIM_DOMAIN: ['hessen.example', 'hessen', 'a b.example'],
  DKIM_KEY_FILE: ['/gibt/es/nicht.pem', '/dev/zero', '/'],
  LIST_ID: ['kein punkt', 'a..example', '<a.example>', 'a'],
  CONFIRM_TTL: ['48 hours', '48', 'PT0S', 'PT5M', 'P200Y', 'P31D', '-PT48H', 'PT48H,', 'PT48H\n'],
  SIGN_UP_NETWORK_LIMIT: ['0', 'viele'],
  SIGN_UP_NETWORK_WINDOW: ['PT5S', 'P2D'],
  SIGN_UP_MAIL_RATE: ['0', 'viel'],
  LOG_LEVEL: ['laut', 'INFO', 'warning', '30', 'info,debug'],
  PUBLISHER_FILE: ['/gibt/es/nicht.yaml', '/dev/zero', '/']
}

for (const [setting, values] of Object.entries(WRONG)) {
  t.test(`${values.length} wrong values of ${setting} are refused in one line that names it`, async t => {
    for (const value of values) {
      // Of the settings for DKIM, one alone is wrong already: the others are there.
      const others = setting === 'DKIM_SELECTOR'
        ? {
            DKIM_DOMAIN: 'hessen.example',
            DKIM_KEY_FILE: '/gibt/es/nicht.pem,/auch/nicht.pem'
          }
        : setting === 'DKIM_KEY_FILE'
          ? { DKIM_DOMAIN: 'hessen.example' }
          : setting.startsWith('MAIL_BOUNCE_') ? { MAIL_BOUNCE_DOMAIN: 'bounce.hessen.example' } : {}
      const name = setting === 'DKIM_DOMAIN' ? '(?:DKIM_DOMAIN|DKIM_KEY_FILE)' : setting
      t.throws(
        () => readConfig({ ...others, [setting]: value }),
        { message: new RegExp(`^${name} .+$`) },
        JSON.stringify(value.slice(0, 60))
      )
    }
  })
}

t.test('no line repeats a password', async t => {
  for (const settings of [
    { SMTP_URL: 'smtp://u:geheim@a b' },
    { SMTP_URL: 'smtp://u:geheim@h/x' },
    { SMTP_URL: 'smtp://u:%zzgeheim@h' },
    { DATABASE_URL: 'postgres://u:geheim@h:x/db' },
    { DATABASE_URL: 'postgres://u:geheim#@h/db' },
    { KEYS: '1:geheim' }
  ]) {
    const message = messageOf(() => readConfig(settings))
    t.not(message, '')
    t.notMatch(message, 'geheim')
  }
})

t.test('the operator sees the example that a line gives, and nothing of what was written', async t => {
  const told = (environment: Record<string, string>): string => {
    try {
      readConfig(environment)
      return ''
    } catch (error) {
      return faultMessage(error)
    }
  }
  t.equal(told({ MAIL_FROM: 'anna.geheim@hessen' }),
    'MAIL_FROM must be a mail address such as "Integrationsbrief <brief@example.org>"')
  t.equal(told({ SMTP_URL: 'geheim' }), 'SMTP_URL is not an address such as smtps://user:password@host:465')
  t.equal(told({ MAIL_BOUNCE_IMAP: 'imaps://h/geheim' }),
    'MAIL_BOUNCE_IMAP must name a user and a password, as in imaps://user:password@host/INBOX')
  t.equal(told({ DATABASE_URL: 'postgres://u:geheim@h/a/b' }),
    'DATABASE_URL must name one database, as in postgres://user:password@host:5432/integrationsbrief')
  t.notMatch(faultMessage(new Error('smtp://user:geheim@host and user:password@host.hessen.example')), /geheim|hessen/)
})

t.test('a duration out of its range is told the range, also where it is none at all', async t => {
  for (const value of ['PT0S', 'PT5M', 'P31D']) {
    t.equal(messageOf(() => readConfig({ CONFIRM_TTL: value })), 'CONFIRM_TTL must be from PT1H to P30D')
  }
})

t.test('a setting\'s first word is ours, unless other programs use it as well', async t => {
  for (const name of ['MAIL_X', 'SIGN_UP_X', 'DKIM_X']) {
    t.throws(() => readConfig({ [name]: '1' }), { message: new RegExp(name) })
  }
  for (const name of ['NODE_X', 'DATABASE_X', 'DATA_X', 'LOG_X']) {
    t.doesNotThrow(() => readConfig({ [name]: '1' }), name)
  }
})

t.test('what is unusual but right is taken', async t => {
  const right: Array<[setting: string, value: string]> = [
    ['DATABASE_URL', 'postgres://u:p%23%25@db.example:5433/brief?sslmode=verify-full'],
    ['DATABASE_URL', 'postgresql://[::1]/brief'],
    ['DATABASE_URL', 'postgres:///brief?host=/var/run/postgresql'],
    ['DATABASE_URL', 'postgres://u:p@/brief?host=/var/run/postgresql'],
    ['DATABASE_URL', 'postgres://%2Fvar%2Frun/brief'],
    ['DATABASE_URL', 'postgres://my_database/brief'],
    ['HOST', '0.0.0.0'],
    ['HOST', '::'],
    ['HOST', 'localhost'],
    ['HOST', 'fe80::1%eth0'],
    ['PUBLIC_URL', 'https://x.example/brief/'],
    ['PUBLIC_URL', 'http://[::1]:8080'],
    ['PUBLIC_URL', 'https://brief.müller.example'],
    ['TRUST_PROXY', '10.0.0.0/8, fd00::/8, loopback,192.0.2.1'],
    ['SMTP_URL', 'smtp://relay_1:2525'],
    ['SMTP_URL', 'smtp://[::1]'],
    ['SMTP_URL', 'smtps://u:p%2Fq@relay.müller.example/'],
    ['SMTP_TIMEOUT', 'PT1.5M'],
    ['MAIL_RETRY_AFTER', 'PT30S,P7D'],
    ['DKIM_SELECTOR', 's1.brief'],
    ['CONFIRM_TTL', 'P2D'],
    ['NODE_ENV', 'test']
  ]
  for (const [setting, value] of right) t.doesNotThrow(() => readConfig({ [setting]: value }), `${setting}=${value}`)
  t.match(readConfig({ SMTP_URL: 'smtps://u:p%2Fq@relay.müller.example' }).relay.targets, [
    { host: 'relay.xn--mller-kva.example', auth: { pass: 'p/q' } }
  ])
})

t.test('a name that begins like our settings and is none stops the start, and the near one is named', async t => {
  t.throws(() => readConfig({ MAIL_CONECTIONS: '5' }), {
    message: /^MAIL_CONECTIONS is not a setting of this program, MAIL_CONNECTIONS is; /
  })
  t.throws(
    () => readConfig({ SMTP_PORT: '25' }),
    { message: /^SMTP_PORT is not a setting/ },
    'as somebody might write who looks for it'
  )
  t.throws(() => readConfig({ TRUST_HOPS: '1' }), { message: /^TRUST_HOPS is not a setting/ })
})

t.test('what Kubernetes sets for services is left alone, whatever they are called', async t => {
  for (const service of ['MAIL', 'SMTP', 'LIST', 'SMTP_RELAY', 'PUBLIC_WEB', 'DKIM']) {
    const config = readConfig({
      [`${service}_SERVICE_HOST`]: '10.0.0.1',
      [`${service}_SERVICE_PORT`]: '25',
      [`${service}_SERVICE_PORT_SUBMISSION`]: '587',
      [`${service}_PORT`]: 'tcp://10.0.0.1:25',
      [`${service}_PORT_25_TCP`]: 'tcp://10.0.0.1:25',
      [`${service}_PORT_25_TCP_ADDR`]: '10.0.0.1',
      [`${service}_PORT_25_TCP_PORT`]: '25',
      [`${service}_PORT_25_TCP_PROTO`]: 'tcp'
    })
    t.same(config.warnings, [])
  }
})

t.test('a name in the environment that looks like a misspelt setting is a warning', async t => {
  const { warnings } = readConfig({
    DATABASE_URI: 'postgres://u:geheim@h/db',
    LOGLEVEL: 'debug',
    TRUSTPROXY: 'loopback',
    KEY: 'geheim'
  })
  t.match(warnings, [
    /^DATABASE_URI .* DATABASE_URL is$/,
    /^LOGLEVEL .* LOG_LEVEL is$/,
    /^TRUSTPROXY .* TRUST_PROXY is$/,
    /^KEY .* KEYS is$/
  ])
  t.notMatch(warnings.join(), 'geheim')
  const usual = [
    'HOME', 'HOSTNAME', 'HOSTTYPE', 'LANG', 'LC_ALL', 'LOGNAME', 'MAIL', 'NODE_OPTIONS', 'OLDPWD', 'PATH',
    'PWD', 'SHELL', 'SHLVL', 'TERM', 'TMPDIR', 'TZ', 'USER', 'UV_THREADPOOL_SIZE', 'npm_config_prefix',
    'INIT_CWD'
  ]
  t.same(readConfig(Object.fromEntries(usual.map(name => [name, 'x']))).warnings, [])
})
