import PostalMime from 'postal-mime'
import t from 'tap'
import { compileMail, type MailContent } from '../../../src/platform/mail/compile.js'
import { TOKEN_PLACEHOLDER } from '../../../src/platform/mail/token-placeholder.js'
import { stampMail, type Stamp } from '../../../src/platform/mail/stamp.js'
import { dkimKey, ed25519Key, verifyDkim, verifyEach } from '../../support/dkim.js'

const UNSUBSCRIBE = `https://integrationsbrief.hessen.example/abmelden/${TOKEN_PLACEHOLDER}`

const content: MailContent = {
  from: { name: 'Integrationsbrief Hessen – Grüße', address: 'brief@hessen.example', domain: 'hessen.example' },
  subject: 'Förderaufruf: 20.000 € für Städte, Gemeinden und Landkreise, die Vielfalt gestalten – jetzt los',
  date: new Date('2026-03-02T09:00:00Z'),
  headers: [
    ['List-Id', 'Integrationsbrief <integrationsbrief.hessen.example>'],
    ['List-Unsubscribe', `<${UNSUBSCRIBE}>`],
    ['List-Unsubscribe-Post', 'List-Unsubscribe=One-Click'],
    ['Feedback-ID', 'issue-7:integrationsbrief.hessen.example:newsletter:integrat-0a1b2c']
  ],
  text: `Guten Tag,\n.\n${'ü'.repeat(5000)}\n  eingerückt\n\nAbmelden: ${UNSUBSCRIBE}\n\n\n`,
  html: `<p>Größe</p>\n<p>${'x'.repeat(5000)}</p><a href="${UNSUBSCRIBE}">Abmelden</a>   \n\n`
}
const stamp = {
  to: 'anna@beispiel.example',
  messageId: 'issue-7.abc@hessen.example',
  token: 'T'.repeat(TOKEN_PLACEHOLDER.length)
}

async function copyFor (to: Stamp, keys = [dkimKey], mail = compileMail(content)): Promise<Buffer> {
  const { pieces, size } = await stampMail(mail, to, keys)
  const message = Buffer.concat(pieces as Buffer[])
  if (message.length !== size) throw new Error(`${size} bytes were announced, and there are ${message.length}`)
  return message
}

t.test('a mail is read as it was meant: plain text first, then HTML, both with the reader\'s own link', async t => {
  const message = await copyFor(stamp)
  const mail = await PostalMime.parse(message)
  t.equal(mail.subject, content.subject)
  t.same(mail.from, { name: content.from.name, address: content.from.address })
  t.same(mail.to?.map(({ address }) => address), [stamp.to])
  t.equal(mail.messageId, `<${stamp.messageId}>`)
  t.equal(mail.text?.trimEnd(), content.text.replace(TOKEN_PLACEHOLDER, stamp.token).trimEnd())
  t.equal(mail.html?.trimEnd(), content.html.replace(TOKEN_PLACEHOLDER, stamp.token).trimEnd())
  const text = message.toString()
  t.ok(text.indexOf('text/plain') < text.indexOf('text/html'))
  t.notOk(text.includes(TOKEN_PLACEHOLDER))
})

t.test('single-instance header fields and List-* fields occur once', async t => {
  const { headers } = await PostalMime.parse(await copyFor(stamp))
  const names = headers.map(({ key }) => key)
  for (const name of [
    'from', 'to', 'subject', 'date', 'message-id', 'mime-version', 'content-type', 'list-id',
    'list-unsubscribe', 'list-unsubscribe-post', 'feedback-id', 'dkim-signature'
  ]) {
    t.equal(names.filter(each => each === name).length, 1, name)
  }
})

t.test('there is one List-Unsubscribe with one HTTPS address, and the one-click field to the letter', async t => {
  const { headers } = await PostalMime.parse(await copyFor(stamp, []))
  const value = (name: string): string | undefined => headers.find(({ key }) => key === name)?.value
  t.equal(value('list-unsubscribe'), `<https://integrationsbrief.hessen.example/abmelden/${stamp.token}>`)
  t.equal(value('list-unsubscribe-post'), 'List-Unsubscribe=One-Click')
})

t.test('lines end in CRLF, are short, and none begins with a dot', async t => {
  const lines = (await copyFor(stamp)).toString().split('\r\n')
  t.notOk(lines.some(line => /[\r\n]/.test(line)))
  t.ok(Math.max(...lines.map(line => Buffer.byteLength(line))) <= 998)
  t.notOk(lines.some(line => line.startsWith('.')))
})

t.test('a receiver accepts the signature, and it covers what RFC 8058 asks for', async t => {
  const { result, comment, signedFields } = await verifyDkim(await copyFor(stamp))
  t.equal(result, 'pass', comment ?? '')
  for (const name of [
    'from', 'to', 'subject', 'date', 'message-id', 'mime-version', 'content-type', 'list-id',
    'list-unsubscribe', 'list-unsubscribe-post', 'feedback-id'
  ]) {
    t.ok(signedFields.includes(name), name)
  }
})

t.test('each reader\'s copy is signed for itself', async t => {
  const mail = compileMail(content)
  const copies = await Promise.all(['A', 'B', 'C'].map(async letter =>
    await copyFor(
      {
        to: `${letter}@beispiel.example`,
        messageId: `${letter}@hessen.example`,
        token: letter.repeat(TOKEN_PLACEHOLDER.length)
      },
      [dkimKey],
      mail
    )))
  for (const copy of copies) t.equal((await verifyDkim(copy)).result, 'pass')
})

t.test('with two keys there are two signatures, RSA before Ed25519, and a receiver accepts both', async t => {
  const message = await copyFor(stamp, [ed25519Key, dkimKey])
  t.same(await verifyEach(message, [dkimKey, ed25519Key]), [
    { selector: dkimKey.selector, result: 'pass' },
    { selector: ed25519Key.selector, result: 'pass' }
  ])
  t.same(message.toString().match(/(?<=; a=)[\w-]+/g), ['rsa-sha256', 'ed25519-sha256'])
  const changed = Buffer.from(message.toString().replace('Guten Tag', 'Guten Abend'))
  t.same((await verifyEach(changed, [dkimKey, ed25519Key])).map(({ result }) => result === 'pass'), [false, false])
})

t.test('a changed link, address or sentence, or a second From, breaks the signature', async t => {
  const message = (await copyFor(stamp)).toString()
  const changes: Array<[string, string]> = [
    [`abmelden/${stamp.token}`, `abmelden/${'F'.repeat(stamp.token.length)}`],
    ['anna@beispiel', 'berta@beispiel'],
    ['Guten Tag', 'Guten Abend'],
    ['List-Unsubscribe=One-Click', 'List-Unsubscribe=Two-Click']
  ]
  for (const [from, to] of changes) {
    t.ok(message.includes(from))
    t.not((await verifyDkim(Buffer.from(message.replace(from, to)))).result, 'pass', from)
  }
  t.not((await verifyDkim(Buffer.from(`From: falsch@hessen.example\r\n${message}`))).result, 'pass', 'second From')
})

t.test('what could end a header line is refused in every field', async t => {
  for (const unsafe of ['a\r\nBcc: b@c.example', 'a\nb', 'a\rb', 'a\u0000b', 'a\u2028b']) {
    t.throws(() => compileMail({ ...content, subject: unsafe }), /Subject/)
    t.throws(() => compileMail({ ...content, headers: [['Feedback-ID', unsafe]] }), /Feedback-ID/)
    t.throws(() => compileMail({ ...content, from: { ...content.from, address: unsafe } }), /From/)
  }
})

t.test('a mail without a valid date is not made', async t => {
  t.throws(() => compileMail({ ...content, date: new Date(Number.NaN) }), /no valid date/)
})

t.test('an address with quotes, or beyond ASCII, is signed and read like any other', async t => {
  for (const to of [
    '"anna  b"@beispiel.example',
    'müller@beispiel.example',
    `${'x'.repeat(64)}@${'y'.repeat(60)}.${'z'.repeat(60)}.example`
  ]) {
    const message = await copyFor({ ...stamp, to })
    t.equal((await verifyDkim(message)).result, 'pass', to)
    t.same((await PostalMime.parse(message)).to?.length, 1)
  }
})
