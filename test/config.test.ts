import { createPublicKey, generateKeyPairSync } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { readConfig } from '../src/config.js'
import { readEnvFile } from '../src/environment.js'
import { settings } from '../src/settings.js'
import { formatMasterKeys, newMasterKey } from '../src/platform/crypto/keyring.js'
import { packagePath } from '../src/platform/package-path.js'

const pem = (bits: number): string =>
  generateKeyPairSync('rsa', { modulusLength: bits }).privateKey.export({ type: 'pkcs8', format: 'pem' }) as string
const strong = pem(2048)
const locked = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({
  type: 'pkcs8',
  format: 'pem',
  cipher: 'aes-256-cbc',
  passphrase: 'geheim'
})

function messageOf (act: () => unknown): string {
  try {
    act()
    return ''
  } catch (error) {
    return (error as Error).message
  }
}

t.test('without any setting the program runs on loopback, with standards for the rest', async t => {
  const config = readConfig({})
  t.match(config, {
    production: false,
    web: { host: '127.0.0.1', port: 8080 },
    newsletter: { publicUrl: 'http://localhost:8080', listId: 'integrationsbrief.hessen.example' },
    subscription: { confirmTtlSeconds: 48 * 3600 },
    delivery: { batchSize: 500 },
    sender: { dkim: [] }
  })
  t.ok(Object.isFrozen(config))
})

t.test('what systemd and others call like our settings is left to them', async t => {
  t.same(readConfig({ JOURNAL_STREAM: '9:4711', BACKUP_DIR: '/backup', PGHOST: '/run/postgresql' }).warnings, [])
})

t.test('an empty setting counts as not set', async t => {
  t.equal(readConfig({ PORT: '', KEYS: '', SMTP_URL: '' }).web.port, 8080)
})

t.test('a sender\'s name may hold any sign, in a file .env within single quotes', async t => {
  const { MAIL_FROM, MAIL_REPLY_TO } = readEnvFile(
    'MAIL_FROM=\'"Amt für Arbeit, "Jugend" (WIR)" <brief@hessen.example>\'\n' +
      'MAIL_REPLY_TO=\'"a \\"b\\"" <antwort@hessen.example>\'\n'
  )
  t.equal(readConfig({ MAIL_REPLY_TO }).sender.replyTo?.name, 'a "b"')
  t.throws(() => readConfig({ MAIL_FROM }), { message: /^MAIL_FROM / }, 'quotes in quotes want a backslash')
  t.equal(
    readConfig({ MAIL_FROM: 'Amt für Arbeit, Jugend: (WIR) @ <brief@hessen.example>' }).sender.from.name,
    'Amt für Arbeit, Jugend: (WIR) @'
  )
})

t.test('a DKIM key must be RSA of 2048 bits or more, and cover the sender', async t => {
  const folder = t.testdir({
    'short.pem': pem(1024),
    'strong.pem': strong,
    'none.pem': 'x',
    'public.pem': createPublicKey(strong).export({ type: 'spki', format: 'pem' }),
    'locked.pem': locked,
    'ec.pem': generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ type: 'pkcs8', format: 'pem' }),
    'ed.pem': generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' })
  })
  const dkim = (file: string, domain = 'hessen.example') =>
    readConfig({ DKIM_DOMAIN: domain, DKIM_KEY_FILE: join(folder, file) })
  const told: Array<[file: string, words: string]> = [
    ['short.pem', 'holds an RSA key of 1024 bits; mailbox providers ask for 2048 or more'],
    ['none.pem', 'holds no private key in PEM form'],
    ['public.pem', 'holds no private key in PEM form'],
    ['locked.pem', 'holds a key with a password; "openssl pkey" writes it without'],
    ['ec.pem', 'holds neither an RSA nor an Ed25519 key'],
    ['fehlt.pem', 'cannot be read (ENOENT)'],
    ['.', 'is not a file']
  ]
  for (const [file, words] of told) {
    t.throws(() => dkim(file), { message: `DKIM_KEY_FILE ${join(folder, file)} ${words}` })
  }
  t.throws(() => readConfig({ DKIM_DOMAIN: 'hessen.example', DKIM_KEY_FILE: '/dev/zero' }), {
    message: 'DKIM_KEY_FILE /dev/zero is not a file'
  })
  t.throws(() => dkim('strong.pem', 'anders.example'), { message: /^DKIM_DOMAIN / })
  t.equal(dkim('strong.pem').sender.dkim[0]?.selector, 'integrationsbrief')
  const two = (files: string[], selectors: string) =>
    readConfig({
      DKIM_DOMAIN: 'hessen.example',
      DKIM_SELECTOR: selectors,
      DKIM_KEY_FILE: files.map(file => join(folder, file)).join(',')
    })
  t.same(
    two(['strong.pem', 'ed.pem'], 'r,e').sender.dkim.map(({ selector, privateKey }) => (
      [selector, privateKey.asymmetricKeyType]
    )),
    [['r', 'rsa'], ['e', 'ed25519']]
  )
  t.throws(() => two(['ed.pem'], 'e'), { message: /^DKIM_KEY_FILE names no RSA key/ })
  t.throws(() => two(['strong.pem', 'ed.pem'], 'r'), { message: /^DKIM_SELECTOR names 1/ })
})

t.test('production refuses to start without what it needs, naming it', async t => {
  const folder = t.testdir({ 'dkim.pem': strong })
  const complete: Record<string, string> = {
    NODE_ENV: 'production',
    DATABASE_URL: 'postgres://db.example/brief',
    SMTP_URL: 'smtps://relay.example',
    KEYS: formatMasterKeys([newMasterKey()]),
    PUBLIC_URL: 'https://brief.example/',
    MAIL_FROM: 'brief@brief.test',
    DKIM_DOMAIN: 'brief.test',
    DKIM_KEY_FILE: join(folder, 'dkim.pem'),
    JOURNAL: '/var/lib/integrationsbrief/journal'
  }
  t.equal(readConfig(complete).newsletter.publicUrl, 'https://brief.example', 'and takes it when it is complete')
  for (const name of ['DATABASE_URL', 'SMTP_URL', 'KEYS', 'PUBLIC_URL', 'MAIL_FROM', 'DKIM_DOMAIN', 'JOURNAL']) {
    t.throws(() => readConfig({ ...complete, [name]: '' }), { message: new RegExp(`^${name} `) }, name)
  }
  t.throws(() => readConfig({ ...complete, MAIL_FROM: 'brief@amt.example' }), { message: /ends with \.example/ })
  const elsewhere = readConfig({ ...complete, JOURNAL: '', JOURNAL_URL: 'postgres://second.example/journal' })
  t.match(elsewhere.journal, {
    folder: undefined, url: 'postgres://second.example/journal', retentionSeconds: 90 * 86_400
  })
  t.throws(() => readConfig({ ...complete, PUBLIC_URL: 'http://brief.example' }), { message: /^PUBLIC_URL / })
})

t.test('a relay is reached by checked TLS, unless it is on loopback or the setting says otherwise by name', async t => {
  const target = (url: string) => readConfig({ SMTP_URL: url }).relay.targets?.[0]
  t.match(target('smtp://relay.example'), { tls: 'starttls', verifyCertificate: true, port: 587 })
  t.match(target('smtps://relay.example'), { tls: 'implicit', verifyCertificate: true, port: 465 })
  t.match(target('smtp://127.0.0.1:25'), { tls: 'none', port: 25 })
  for (const host of ['127.0.0.1.evil.example', 'localhost.evil.example']) {
    t.match(target(`smtp://${host}`), { tls: 'starttls' }, host)
  }
  t.match(target('smtp://relay.example?tls=none'), { tls: 'none' })
  t.match(target('smtp://relay.example?tls=unverified'), { tls: 'starttls', verifyCertificate: false })
  t.match(target('smtps://brief%40hessen:ge%3Aheim@relay.example'), { auth: { user: 'brief@hessen', pass: 'ge:heim' } })
})

t.test('.env.example lists every setting, and no other', async t => {
  const listed = [
    ...readFileSync(packagePath('.env.example'), 'utf8').matchAll(/^#? ?([A-Z][A-Z_]+)=/gm)
  ].map(([, name]) => name)
  t.same(listed.sort(), Object.keys(settings.shape).sort())
})

t.test('the publisher\'s details are one line each, and what is wrong with them is one line', async t => {
  const good = readFileSync(packagePath('templates', 'publisher.yaml'), 'utf8')
  const files: Record<string, [text: string, told: string]> = {
    'header.yaml': [
      good.replace(/^newsletter: .*$/m, 'newsletter: "A\\r\\nBcc: x@y.example"'),
      ': newsletter: must be one line without control characters'
    ],
    'turned.yaml': [
      good.replace(/^claim: .*$/m, 'claim: "A\\u202eB"'),
      ': claim: must be one line without control characters'
    ],
    'broken.yaml': ['newsletter: [\nx: y', ', line 2: '],
    'two.yaml': [`${good}---\nphone: 0611 1\n`, ', line 16: '],
    'twice.yaml': [`${good}phone: 0611 1\n`, ', line 16: '],
    'tag.yaml': [good.replace(/^claim: /m, 'claim: !kuchen '), ', line 4: '],
    'extra.yaml': [`${good}fax: 0611 1\n`, ': Unrecognized key: "fax"'],
    'short.yaml': [good.replace(/^phone: .*$/m, ''), ': phone: Invalid input'],
    'empty.yaml': ['', ': Invalid input']
  }
  const folder = t.testdir(Object.fromEntries(Object.entries(files).map(([name, [text]]) => [name, text])))
  for (const [name, [, told]] of Object.entries(files)) {
    const file = join(folder, name)
    const message = messageOf(() => readConfig({ PUBLISHER_FILE: file }))
    t.equal(message.slice(0, `PUBLISHER_FILE ${file}${told}`.length), `PUBLISHER_FILE ${file}${told}`)
    t.notMatch(message, '\n')
  }
})

t.test('settings of single sign-on are complete, or none is there', t => {
  const whole = {
    OIDC_ISSUER: 'https://login.example.org/realms/amt',
    OIDC_CLIENT_ID: 'brief',
    OIDC_CLIENT_SECRET: 'geheim',
    OIDC_ROLE_WRITE: 'schreiben'
  }
  t.equal(readConfig({}).editor.singleSignOn, undefined)
  t.equal(readConfig({ OIDC_NAME: 'Amtskonto' }).editor.singleSignOn, undefined)
  t.same(readConfig(whole).editor.singleSignOn, {
    issuer: 'https://login.example.org/realms/amt',
    clientId: 'brief',
    clientSecret: 'geheim',
    name: 'Ihrem Dienstkonto',
    rolesClaim: 'roles',
    roleValues: { write: 'schreiben' }
  })
  for (const name of Object.keys(whole)) {
    const message = messageOf(() => readConfig({ ...whole, [name]: '' }))
    t.match(message, name, `without ${name}`)
    t.notMatch(message, /geheim|\n/)
  }
  t.end()
})
