import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { readConfig } from '../../src/config.js'
import { certificateKey, certificates } from '../support/certificates.js'

const domain = { MAIL_BOUNCE_DOMAIN: 'bounce.hessen.example' }

function written (t: Test, files: Record<string, string>): (name: string) => string {
  const folder = t.testdir({})
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  return name => join(folder, name)
}

t.test('without doors, there are none', async t => {
  t.same(readConfig({}).bounce, { domain: undefined, listener: undefined, mailbox: undefined })
})

t.test('a listener waits at a port for SMTP or LMTP, or at a socket for LMTP', async t => {
  const target = (MAIL_BOUNCE_LISTEN: string): unknown =>
    readConfig({ ...domain, MAIL_BOUNCE_LISTEN }).bounce.listener?.target
  t.same(target('smtp://0.0.0.0:25'), { protocol: 'smtp', at: { host: '0.0.0.0', port: 25 }, tlsRequired: false })
  t.same(target('smtp://[::]:25'), { protocol: 'smtp', at: { host: '::', port: 25 }, tlsRequired: false })
  t.same(target('lmtp://localhost:2424/'),
    { protocol: 'lmtp', at: { host: 'localhost', port: 2424 }, tlsRequired: false })
  t.same(target('lmtp:///run/ein%20ort/bounce.sock'),
    { protocol: 'lmtp', at: { file: '/run/ein ort/bounce.sock' }, tlsRequired: false })
})

t.test('a mailbox is read with TLS from the start or by STARTTLS, and without it on loopback only', async t => {
  const mailbox = (MAIL_BOUNCE_IMAP: string): unknown => readConfig({ ...domain, MAIL_BOUNCE_IMAP }).bounce.mailbox
  t.same(mailbox('imaps://bounce%40hessen.example:ge%2Fheim@imap.example/Post/R%C3%BCck%2Fl%C3%A4ufer'), {
    server: {
      host: 'imap.example',
      port: 993,
      tls: 'implicit',
      verifyCertificate: true,
      auth: { user: 'bounce@hessen.example', pass: 'ge/heim' }
    },
    folder: ['Post', 'Rück/läufer']
  })
  t.match(mailbox('imap://u:p@imap.example'), { server: { port: 143, tls: 'starttls' }, folder: ['INBOX'] })
  t.match(mailbox('imap://u:p@[::1]:1143/'), { server: { host: '::1', port: 1143, tls: 'none' }, folder: ['INBOX'] })
  t.match(mailbox('imaps://u:p@h?tls=unverified'), { server: { tls: 'implicit', verifyCertificate: false } })
})

t.test('a door without the domain that bounces come to is refused', async t => {
  t.throws(() => readConfig({ MAIL_BOUNCE_LISTEN: 'smtp://0.0.0.0:25' }), {
    message: 'MAIL_BOUNCE_LISTEN needs MAIL_BOUNCE_DOMAIN: set it to the domain that bounces come to'
  })
  t.throws(() => readConfig({ MAIL_BOUNCE_IMAP: 'imaps://u:geheim@h' }), {
    message: 'MAIL_BOUNCE_IMAP needs MAIL_BOUNCE_DOMAIN: set it to the domain that bounces come to'
  })
})

t.test('a certificate is read when the program starts, and a wrong one stops the start', async t => {
  const file = written(t, {
    'cert.pem': certificates.good,
    'key.pem': certificateKey,
    'authority.pem': certificates.authority,
    'text.pem': 'kein Zertifikat'
  })
  const listener = (MAIL_BOUNCE_CERTIFICATE: string, MAIL_BOUNCE_CERTIFICATE_KEY: string): unknown => readConfig({
    ...domain,
    MAIL_BOUNCE_LISTEN: 'smtp://0.0.0.0:25?tls=required',
    MAIL_BOUNCE_CERTIFICATE,
    MAIL_BOUNCE_CERTIFICATE_KEY
  }).bounce.listener
  t.match(listener(file('cert.pem'), file('key.pem')), {
    target: { tlsRequired: true },
    certificate: { certificate: file('cert.pem'), key: file('key.pem') }
  })
  const wrong: Array<[certificate: string, key: string, told: RegExp]> = [
    [file('missing.pem'), file('key.pem'), /^MAIL_BOUNCE_CERTIFICATE \S+missing\.pem cannot be read \(ENOENT\)$/],
    [file('authority.pem'), file('key.pem'), /^MAIL_BOUNCE_CERTIFICATE .* is not the certificate of the key in /],
    [file('text.pem'), file('key.pem'), /^MAIL_BOUNCE_CERTIFICATE .* do not hold a certificate and its key/],
    [file('.'), file('key.pem'), /^MAIL_BOUNCE_CERTIFICATE .* cannot be read \(is not a file\)$/],
    ['', '', /^MAIL_BOUNCE_LISTEN requires TLS: set MAIL_BOUNCE_CERTIFICATE and MAIL_BOUNCE_CERTIFICATE_KEY$/],
    [file('cert.pem'), '', /^MAIL_BOUNCE_CERTIFICATE needs MAIL_BOUNCE_CERTIFICATE_KEY$/],
    ['', file('key.pem'), /^MAIL_BOUNCE_CERTIFICATE_KEY needs MAIL_BOUNCE_CERTIFICATE$/]
  ]
  for (const [certificate, key, message] of wrong) t.throws(() => listener(certificate, key), { message })
  t.throws(() => readConfig({
    ...domain,
    MAIL_BOUNCE_CERTIFICATE: file('cert.pem'),
    MAIL_BOUNCE_CERTIFICATE_KEY: file('key.pem')
  }), { message: 'MAIL_BOUNCE_CERTIFICATE needs MAIL_BOUNCE_LISTEN' })
})
