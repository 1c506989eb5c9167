import { generateKeyPairSync } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseEnv } from 'node:util'
import t from 'tap'
import { readConfig } from '../src/config.js'
import { settings } from '../src/settings.js'
import { formatMasterKeys, newMasterKey } from '../src/platform/keyring.js'
import { inPackage } from '../src/platform/root.js'

const pem = (bits: number): string => generateKeyPairSync('rsa', { modulusLength: bits }).privateKey.export({ type: 'pkcs8', format: 'pem' }) as string
const strong = pem(2048)

t.test('without any setting the program runs on loopback, with standards for the rest', async t => {
  const config = readConfig({})
  t.match(config, { HOST: '127.0.0.1', PORT: 8080, PUBLIC_URL: 'http://localhost:8080', CONFIRM_TTL: 48 * 3600, MAIL_BATCH_SIZE: 500, production: false, dkim: [] })
  t.equal(config.LIST_ID, 'integrationsbrief.hessen.example')
  t.ok(Object.isFrozen(config))
})

t.test('an empty setting counts as not set', async t => {
  t.equal(readConfig({ PORT: '', KEYS: '', SMTP_URL: '' }).PORT, 8080)
})

const wrong: Array<[setting: string, value: string]> = [
  ['PORT', '80a'], ['PORT', '70000'], ['PORT', '-1'], ['DATABASE_URL', 'mysql://x'], ['PUBLIC_URL', 'ftp://x.example'], ['PUBLIC_URL', 'brief.example'], ['PUBLIC_URL', 'https://x.example/a//b'], ['PUBLIC_URL', 'https://x.example/abonnieren'], ['PUBLIC_URL', 'https://x.example/assets/brief'], ['PUBLIC_URL', 'https://x.example/br%C3%BCcke'],
  ['KEYS', '1:kurz'], ['SMTP_URL', 'relay.example:25'], ['SMTP_URL', 'smtp://relay.example?tls=off'], ['SMTP_URL', 'smtps://relay.example?tls=none'],
  ['MAIL_FROM', 'Integrationsbrief'], ['MAIL_FROM', 'A\r\nBcc: x@y.example <a@b.example>'], ['MAIL_FROM', '"Amt <brief@hessen.example>'], ['MAIL_REPLY_TO', '<>'], ['MAIL_CONNECTIONS', '0'], ['MAIL_RATE', '1.5'],
  ['MAIL_BATCH_SIZE', '99999'], ['DKIM_SELECTOR', 'a b'], ['LIST_ID', 'kein punkt'], ['CONFIRM_TTL', '48 hours'], ['CONFIRM_TTL', 'PT0S'], ['CONFIRM_TTL', 'PT5M'], ['CONFIRM_TTL', 'P200Y'], ['PUBLIC_URL', 'https://x.example/?a=b'], ['PUBLIC_URL', 'https://u:p@x.example'], ['PUBLIC_URL', 'https://x.example/">,<mailto:a@b.example'], ['SMTP_URL', 'smtp://:geheim@relay.example'], ['MAIL_RETRY_AFTER', 'PT1M,bald'], ['LOG_LEVEL', 'laut'],
  ['TRUST_PROXY', 'true'], ['PUBLISHER_FILE', '/gibt/es/nicht.yaml'], ['DKIM_DOMAIN', 'hessen.example'], ['DKIM_KEY_FILE', '/gibt/es/nicht.pem']
]

for (const [setting, value] of wrong) {
  t.test(`${setting}=${JSON.stringify(value)} is refused in one line that names it`, async t => {
    t.throws(() => readConfig({ [setting]: value }), { message: new RegExp(`^(?:${setting}|DKIM_\\w+) .+$`) })
  })
}

t.test('a sender\'s name may hold any sign, in a file .env within single quotes', async t => {
  const folder = t.testdir({ '.env': 'MAIL_FROM=\'"Amt für Arbeit, "Jugend" (WIR)" <brief@hessen.example>\'\nMAIL_REPLY_TO=\'"a \\"b\\"" <antwort@hessen.example>\'\n' })
  const { MAIL_FROM, MAIL_REPLY_TO } = parseEnv(readFileSync(join(folder, '.env'), 'utf8')) as Record<string, string>
  t.equal(readConfig({ MAIL_REPLY_TO }).MAIL_REPLY_TO?.name, 'a "b"')
  t.throws(() => readConfig({ MAIL_FROM }), { message: /^MAIL_FROM / }, 'quotes in quotes want a backslash')
  t.equal(readConfig({ MAIL_FROM: 'Amt für Arbeit, Jugend: (WIR) @ <brief@hessen.example>' }).MAIL_FROM.name, 'Amt für Arbeit, Jugend: (WIR) @')
})

t.test('a misspelt setting is noticed', async t => {
  t.throws(() => readConfig({ MAIL_CONECTIONS: '5' }), { message: /^MAIL_CONECTIONS is not a setting/ })
  t.doesNotThrow(() => readConfig({ HOME: '/root', SHELL: '/bin/sh' }), 'what is not ours is left alone')
})

t.test('a DKIM key must be RSA of 2048 bits or more, and cover the sender', async t => {
  const folder = t.testdir({ 'short.pem': pem(1024), 'strong.pem': strong, 'none.pem': 'x', 'ed.pem': generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }) })
  const dkim = (file: string, domain = 'hessen.example') => readConfig({ DKIM_DOMAIN: domain, DKIM_KEY_FILE: join(folder, file) })
  t.throws(() => dkim('short.pem'), { message: /^DKIM_KEY_FILE holds an RSA key of 1024 bits/ })
  t.throws(() => dkim('none.pem'), { message: /^DKIM_KEY_FILE / })
  t.throws(() => dkim('strong.pem', 'anders.example'), { message: /^DKIM_DOMAIN / })
  t.equal(dkim('strong.pem').dkim[0]?.selector, 'integrationsbrief')
  const two = (files: string[], selectors: string) => readConfig({ DKIM_DOMAIN: 'hessen.example', DKIM_SELECTOR: selectors, DKIM_KEY_FILE: files.map(file => join(folder, file)).join(',') })
  t.same(two(['strong.pem', 'ed.pem'], 'r,e').dkim.map(({ selector, privateKey }) => [selector, privateKey.asymmetricKeyType]), [['r', 'rsa'], ['e', 'ed25519']])
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
    DKIM_KEY_FILE: join(folder, 'dkim.pem')
  }
  t.equal(readConfig(complete).PUBLIC_URL, 'https://brief.example', 'and takes it when it is complete')
  for (const name of ['DATABASE_URL', 'SMTP_URL', 'KEYS', 'PUBLIC_URL', 'MAIL_FROM', 'DKIM_DOMAIN']) {
    t.throws(() => readConfig({ ...complete, [name]: '' }), { message: new RegExp(`^${name} `) }, name)
  }
  t.throws(() => readConfig({ ...complete, PUBLIC_URL: 'http://brief.example' }), { message: /^PUBLIC_URL / })
})

t.test('a relay is reached by TLS with its certificate checked, unless it is on loopback or the setting says otherwise by name', async t => {
  const target = (url: string) => readConfig({ SMTP_URL: url }).SMTP_URL?.[0]
  t.match(target('smtp://relay.example'), { tls: 'starttls', verifyCertificate: true, port: 587 })
  t.match(target('smtps://relay.example'), { tls: 'implicit', verifyCertificate: true, port: 465 })
  t.match(target('smtp://127.0.0.1:25'), { tls: 'none', port: 25 })
  for (const host of ['127.0.0.1.evil.example', 'localhost.evil.example', '127.0.0.999']) t.match(target(`smtp://${host}`), { tls: 'starttls' }, host)
  t.match(target('smtp://relay.example?tls=none'), { tls: 'none' })
  t.match(target('smtp://relay.example?tls=unverified'), { tls: 'starttls', verifyCertificate: false })
  t.match(target('smtps://brief%40hessen:ge%3Aheim@relay.example'), { auth: { user: 'brief@hessen', pass: 'ge:heim' } })
})

t.test('.env.example lists every setting, and no other', async t => {
  const listed = [...readFileSync(inPackage('.env.example'), 'utf8').matchAll(/^#? ?([A-Z][A-Z_]+)=/gm)].map(([, name]) => name)
  t.same(listed.sort(), [...Object.keys(settings.shape), 'NODE_ENV'].sort())
})

t.test('the publisher\'s details are one line each, and what is wrong with them is one line', async t => {
  const folder = t.testdir({ 'header.yaml': readFileSync(inPackage('templates', 'publisher.yaml'), 'utf8').replace(/^newsletter: .*$/m, 'newsletter: "A\\r\\nBcc: x@y.example"'), 'broken.yaml': 'newsletter: [\nx: y' })
  for (const file of ['header.yaml', 'broken.yaml']) {
    t.throws(() => readConfig({ PUBLISHER_FILE: join(folder, file) }), { message: /^PUBLISHER_FILE .+$/ }, file)
  }
})
