import { once } from 'node:events'
import { linkSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import SMTPConnection from 'nodemailer/lib/smtp-connection'
import t from 'tap'
import { MOST_BYTES, TooMany } from '../../../src/bounce/receive/arrived.js'
import { certificateKey, certificates } from '../../support/certificates.js'
import { DOMAIN, heldTakeIn, listening, toData } from './listening.js'

t.test('a mail from another mail server is handed over with its envelope', async t => {
  const { taken, to } = await listening(t)
  const smtp = new SMTPConnection({ ...to, name: 'mx.beispiel.example', ignoreTLS: true })
  t.after(() => smtp.close())
  smtp.on('error', () => {})
  await new Promise<void>((resolve, reject) => smtp.connect(error => error ? reject(error) : resolve()))
  const text = 'Subject: Ü\r\n\r\n.\r\n..\r\nunzustellbar\r\n'
  await new Promise<void>((resolve, reject) => smtp.send({ from: '', to: `b-abc@${DOMAIN}` }, text,
    error => error ? reject(error) : resolve()))
  t.match(taken, [{ size: Buffer.byteLength(text), to: [`b-abc@${DOMAIN}`], from: '', door: 'listener' }])
  t.equal(taken[0]?.raw.toString(), text)
})

t.test('a mail has its 250 only when its effect is there', async t => {
  const { takeIn, begun, letOn } = heldTakeIn()
  const { taken, greeted } = await listening(t, { takeIn })
  const client = await greeted()
  await toData(client)
  let answered = false
  const reply = client.say('unzustellbar\r\n.').then(reply => { answered = true; return reply })
  await begun
  await new Promise(resolve => setImmediate(resolve))
  t.equal(answered, false)
  letOn()
  t.match(await reply, /^250 2\.0\.0 /)
  t.equal(taken.length, 1)
})

t.test('mail is taken for the bounce domain, whatever stands before the @, and for no other', async t => {
  const { taken, greeted, events, clock } = await listening(t)
  const client = await greeted()
  await client.say('MAIL FROM:<mailer.-daemon@beispiel.example> SIZE=1000 BODY=8BITMIME')
  for (const address of [
    `b-abc@${DOMAIN}`, 'ABMELDEN@Bounce.Hessen.EXAMPLE', `ä+x..y@${DOMAIN}.`, 'postmaster'
  ]) t.match(await client.say(`RCPT TO:<${address}>`), /^250 /, address)
  for (const address of [
    'anna@hessen.example', `anna@x.${DOMAIN}`, `anna@x${DOMAIN}`, `anna%andere.example@${DOMAIN}.example`,
    'anna@[127.0.0.1]'
  ]) t.match(await client.say(`RCPT TO:<${address}>`), /^550 5\.7\.1 /, address)
  t.match(await client.say('RCPT TO:<>'), /^501 /)
  await client.say('DATA')
  t.match(await client.say('.'), /^250 /)
  t.match(taken, [{
    from: 'mailer.-daemon@beispiel.example',
    to: [`b-abc@${DOMAIN}`, `ABMELDEN@${DOMAIN}`, `ä+x..y@${DOMAIN}`, 'postmaster'],
    size: 0
  }])
  clock.travel({ minutes: 1 })
  await client.say('MAIL FROM:<>')
  await client.say('RCPT TO:<anna@hessen.example>')
  t.match(events().slice(1), [
    { event: 'bounce_mails_refused', reason: 'relaying', count: 1 },
    { event: 'bounce_mails_refused', reason: 'relaying', count: 5 }
  ], 'logged once a minute, with how many')
})

t.test('a session with twenty strange recipients is ended', async t => {
  const { greeted } = await listening(t)
  const client = await greeted()
  await client.say('MAIL FROM:<>')
  for (let i = 0; i < 20; i++) t.match(await client.say(`RCPT TO:<anna${i}@hessen.example>`), /^550 /)
  t.match(await client.reply(), /^421 4\.7\.0 /)
  await client.closed
})

t.test('nobody can log in, and without a certificate there is no STARTTLS', async t => {
  const { client } = await listening(t)
  const stranger = await client()
  t.notMatch(await stranger.say('EHLO mx.beispiel.example'), /AUTH|STARTTLS|XCLIENT|XFORWARD/)
  for (const command of ['STARTTLS', 'AUTH PLAIN AGEAYg==', 'XCLIENT ADDR=127.0.0.1', 'WIZ x', 'BDAT 5 LAST']) {
    t.match(await stranger.say(command), /^500 /, command)
  }
})

t.test('STARTTLS shows the certificate that is in the files now', async t => {
  const folder = t.testdir({})
  const files = { certificate: join(folder, 'cert.pem'), key: join(folder, 'key.pem') }
  let written = 0
  const write = (cert: string, key = certificateKey): void => {
    for (const [file, text] of [[files.certificate, cert], [files.key, key]] as const) {
      writeFileSync(file, text)
      utimesSync(file, ++written, written)
    }
  }
  write(certificates.good)
  const { greeted, taken, events } = await listening(t, { certificate: files })
  const shown = async (): Promise<string> => {
    const client = await greeted()
    t.match(await client.say('STARTTLS'), /^220 /)
    const name = await client.upgrade()
    t.notMatch(await client.say('EHLO mx.beispiel.example'), /STARTTLS/)
    await toData(client)
    t.match(await client.say('.'), /^250 /)
    return name
  }
  t.match(await shown(), '127.0.0.1')
  write(certificates.wrongName)
  t.match(await shown(), 'other.example', 'a new one is shown without a new start')
  write(certificates.authority)
  t.match(await shown(), 'other.example', 'one that does not belong to the key is not')
  t.match(events().at(-1), { level: 'error', event: 'bounce_certificate_unreadable' })
  rmSync(files.key)
  t.match(await shown(), 'other.example', 'nor is half of one')
  write(certificates.good)
  t.match(await shown(), '127.0.0.1')
  t.equal(taken.length, 5)
})

t.test('where TLS is required, a mail without it is refused', async t => {
  const folder = t.testdir({ 'cert.pem': certificates.good, 'key.pem': certificateKey })
  const certificate = { certificate: join(folder, 'cert.pem'), key: join(folder, 'key.pem') }
  const { greeted, taken } = await listening(t, { url: 'smtp://127.0.0.1:1?tls=required', certificate })
  const client = await greeted()
  t.match(await client.say('MAIL FROM:<>'), /^530 5\.7\.0 must issue a STARTTLS command first/)
  t.match(await client.say('RCPT TO:<x@bounce.hessen.example>'), /^503 /)
  await client.say('STARTTLS')
  await client.upgrade()
  await client.say('EHLO mx.beispiel.example')
  await toData(client)
  t.match(await client.say('.'), /^250 /)
  t.equal(taken.length, 1)
})

t.test('what cannot be taken in now is asked for again, and the session goes on', async t => {
  let fault: Error | null = new Error('the database is away, said anna@beispiel.example')
  const { greeted, events, taken } = await listening(t, { takeIn: async () => { if (fault !== null) throw fault } })
  const client = await greeted()
  await toData(client)
  t.match(await client.say('.'), /^451 4\.3\.0 /)
  fault = new TooMany()
  await toData(client)
  t.match(await client.say('.'), /^451 4\.3\.2 /)
  fault = null
  await toData(client)
  t.match(await client.say('.'), /^250 /)
  t.equal(taken.length, 1)
  t.match(events().slice(1), [
    { level: 'warn', event: 'bounce_mails_put_off', reason: 'failed', count: 1 },
    { level: 'warn', event: 'bounce_mails_put_off', reason: 'too-many', count: 1 }
  ])
})

t.test('LMTP answers for each recipient that it has accepted, also for one named twice', async t => {
  let fault: Error | null = null
  const { client, taken } = await listening(t, {
    url: 'lmtp://127.0.0.1:1',
    takeIn: async () => { if (fault !== null) throw fault },
    limits: { mailBytes: 1000 }
  })
  const postfix = await client()
  t.match(await postfix.say('EHLO postfix'), /^500 /)
  t.match(await postfix.say('LHLO postfix'), /^250/)
  const answers = async (text: string): Promise<string[]> => {
    await toData(postfix, `a@${DOMAIN}`, `A@${DOMAIN}`, 'b@andere.example', `c@${DOMAIN}`)
    const replies = [await postfix.say(`${text}\r\n.`), await postfix.reply(), await postfix.reply()]
    return replies.map(each => each.slice(0, 9))
  }
  t.same(await answers('x'), Array(3).fill('250 2.0.0'))
  fault = new Error('away')
  t.same(await answers('x'), Array(3).fill('451 4.3.0'))
  t.same(await answers('x'.repeat(1000)), Array(3).fill('552 5.3.4'))
  t.match(await postfix.say('NOOP'), /^250 /, 'no reply is left over')
  t.match(taken, [{ to: [`A@${DOMAIN}`, `c@${DOMAIN}`] }])
})

t.test('LMTP by a socket: one that was left behind is replaced, one in use is not', async t => {
  // A path of more than a hundred bytes is not possible.
  const folder = mkdtempSync(join(tmpdir(), 'b-'))
  t.after(() => rmSync(folder, { recursive: true }))
  const file = join(folder, 'x.sock')
  const killed = createServer().listen(join(folder, 'killed'))
  await once(killed, 'listening')
  linkSync(join(folder, 'killed'), file)
  killed.close()
  const { greeted, listener, taken } = await listening(t, { url: `lmtp://${file}` })
  await t.rejects(listening(t, { url: `lmtp://${file}` }), {
    message: `MAIL_BOUNCE_LISTEN: ${file} is taken by another program (EADDRINUSE)`
  })
  const postfix = await greeted()
  await toData(postfix)
  t.match(await postfix.say('.'), /^250 /)
  t.equal(taken.length, 1)
  await listener.stop()
  writeFileSync(join(folder, 'text'), 'a file of somebody')
  await t.rejects(listening(t, { url: `lmtp://${join(folder, 'text')}` }), { message: /EADDRINUSE/ })
  await t.rejects(listening(t, { url: `lmtp://${join(folder, 'a', 'b')}` }), {
    message: /^MAIL_BOUNCE_LISTEN: the folder of .* is missing/
  })
})

t.test('of mails of 50 MB the beginning is kept, and no memory is taken for the rest', async t => {
  const { greeted, taken } = await listening(t)
  const client = await greeted()
  const piece = Buffer.from(`${'x'.repeat(1022)}\r\n`.repeat(512))
  const before = process.memoryUsage().rss
  let most = 0
  for (let mail = 0; mail < 3; mail++) {
    await toData(client)
    for (let sent = 0; sent < 100; sent++) {
      await client.write(piece)
      most = Math.max(most, process.memoryUsage().rss - before)
    }
    t.match(await client.say('.'), /^250 /)
  }
  t.same(taken.map(({ size }) => size), Array(3).fill(100 * piece.length))
  for (const { raw } of taken) t.ok(raw.equals(piece.subarray(0, MOST_BYTES)))
  t.ok(most < 100_000_000, `${most} bytes`)
})

t.test('a mail that is larger than allowed is refused, and the session goes on', async t => {
  const { greeted, taken, events } = await listening(t, { limits: { mailBytes: 10_000 } })
  const client = await greeted()
  t.match(await client.say('MAIL FROM:<> SIZE=10001'), /^552 /)
  await toData(client)
  t.match(await client.say(`${'x'.repeat(10_000)}\r\n.`), /^552 5\.3\.4 /)
  await toData(client)
  t.match(await client.say('.'), /^250 /)
  t.equal(taken.length, 1)
  t.match(events().at(-1), { event: 'bounce_mails_refused', reason: 'too-large' })
})

t.test('a mail that does not end is cut', async t => {
  const { greeted, taken } = await listening(t, { limits: { mailBytes: 100_000 } })
  const client = await greeted()
  await toData(client)
  const writing = setInterval(() => { void client.write(Buffer.alloc(50_000, 'x')) }, 1)
  t.match(await client.reply(), /^421 5\.3\.4 /)
  clearInterval(writing)
  await client.closed
  t.equal(taken.length, 0)
})
