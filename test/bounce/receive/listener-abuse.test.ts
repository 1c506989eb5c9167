import t, { type Test } from 'tap'
import { smtpClient, type SmtpClient } from '../../support/smtp-client.js'
import { DOMAIN, heldTakeIn, listening, toData } from './listening.js'

/** Whether a session is told to come again later, and closed. */
async function sentAway (t: Test, client: SmtpClient, words: RegExp): Promise<void> {
  t.match(await client.reply(), words)
  await client.closed
}

t.test('who says nothing is sent away', async t => {
  const { greeted } = await listening(t, { limits: { idleMs: 200 } })
  await sentAway(t, await greeted(), /^421 /)
})

t.test('who says something again and again, and hands over no mail, is sent away', async t => {
  const { greeted, events } = await listening(t, { limits: { mailMs: 200 } })
  const busy = await greeted()
  let last = '250'
  while (last.startsWith('250')) last = await busy.say('NOOP')
  t.match(last, /^421 4\.4\.2 /)
  const slow = await greeted()
  await toData(slow)
  const writing = setInterval(() => { void slow.write('x') }, 5)
  await sentAway(t, slow, /^421 4\.4\.2 /)
  clearInterval(writing)
  t.match(events().at(1), { event: 'bounce_mails_refused', reason: 'too-slow', count: 1 })
})

t.test('who hands over one mail after another may go on', async t => {
  const { greeted, taken } = await listening(t, { limits: { mailMs: 200 } })
  const client = await greeted()
  const began = Date.now()
  let sent = 0
  for (; Date.now() - began < 500; sent++) {
    await toData(client)
    t.match(await client.say('.'), /^250 /)
  }
  t.equal(taken.length, sent)
})

t.test('who speaks before the greeting is sent away', async t => {
  const { to, taken } = await listening(t)
  const client = await smtpClient(t, to)
  await client.write(`EHLO x\r\nMAIL FROM:<>\r\nRCPT TO:<x@${DOMAIN}>\r\nDATA\r\nx\r\n.\r\n`)
  await sentAway(t, client, /^421 .*too soon/)
  t.equal(taken.length, 0)
})

t.test('garbage ends a session, in pieces or in one line without an end', async t => {
  const { client, taken } = await listening(t)
  const first = await client()
  await first.write('abc\r\n\0\xff\r\n'.repeat(5))
  for (let i = 0; i < 9; i++) t.match(await first.reply(), /^500 /)
  await sentAway(t, first, /^421 /)
  const second = await client()
  await second.write(Buffer.alloc(100_000, 'x'))
  await sentAway(t, second, /^421 .*too long/)
  const third = await client()
  await third.write('GET / HTTP/1.1\r\n\r\n')
  await sentAway(t, third, /^421 /)
  t.equal(taken.length, 0)
})

t.test('a mail of nothing but dots is cut before it costs minutes', async t => {
  const { greeted, taken } = await listening(t)
  const client = await greeted()
  await toData(client)
  await client.write('\r\n..'.repeat(300_000))
  await sentAway(t, client, /^421 5\.3\.4 /)
  t.equal(taken.length, 0)
})

t.test('only CRLF . CRLF ends a mail: nobody smuggles a second one into it', async t => {
  const { greeted, taken } = await listening(t)
  const client = await greeted()
  await toData(client)
  const inside = `MAIL FROM:<>\r\nRCPT TO:<zwei@${DOMAIN}>\r\nDATA\r\n`
  const text = ['\n.\n', '\n.\r\n', '\r\n.\n', '\r.\r', '\r\n.\r', '\r\n..\r\n'].map(end => `x${end}${inside}`).join('')
  // In single bytes, too: how a mail is cut into packets must not matter.
  for (const byte of text) await client.write(byte)
  t.match(await client.say('\r\n.'), /^250 /)
  t.match(await client.say('NOOP'), /^250 /)
  t.equal(taken.length, 1)
  t.match(taken[0]?.raw.toString(), 'x\r\n.\r\nMAIL FROM', 'the second dot is taken away')
})

t.test('commands and mails may come all at once', async t => {
  const { greeted, taken } = await listening(t)
  const client = await greeted()
  const mail = `MAIL FROM:<>\r\nRCPT TO:<x@${DOMAIN}>\r\nDATA\r\nSubject: x\r\n\r\nx\r\n.\r\n`
  await client.write(`${mail.repeat(50)}QUIT\r\n`)
  const replies: string[] = []
  for (let i = 0; i < 50 * 4 + 1; i++) replies.push((await client.reply()).slice(0, 3))
  t.same(replies, [...Array<string[]>(50).fill(['250', '250', '354', '250']).flat(), '221'])
  t.equal(taken.length, 50)
  t.ok(taken.every(({ size }) => size === 'Subject: x\r\n\r\nx\r\n'.length))
})

t.test('of a thousand recipients a hundred are accepted, and the mail is taken for them', async t => {
  const { greeted, taken } = await listening(t)
  const client = await greeted()
  const rcpts = Array.from({ length: 1000 }, (_, number) => `RCPT TO:<b-${number}@${DOMAIN}>\r\n`)
  await client.write(`MAIL FROM:<>\r\n${rcpts.join('')}DATA\r\n.\r\n`)
  const replies: string[] = []
  for (let i = 0; i < 1003; i++) replies.push((await client.reply()).slice(0, 3))
  t.equal(replies.filter(code => code === '452').length, 900)
  t.same(replies.slice(-2), ['354', '250'])
  t.equal(taken[0]?.to.length, 100)
})

t.test('a mail whose client goes away before its end is not taken', async t => {
  const { greeted, taken, lines } = await listening(t)
  const client = await greeted()
  await toData(client)
  await client.write('half a mail\r\n')
  client.vanish()
  await client.closed
  const next = await greeted()
  await toData(next)
  t.match(await next.say('.'), /^250 /)
  t.equal(taken.length, 1)
  t.notMatch(lines().join(), 'bounce_mails_put_off')
})

t.test('a client that goes away before the answer hands the same mail over again', async t => {
  const { takeIn, begun, letOn } = heldTakeIn()
  const { greeted, taken } = await listening(t, { takeIn })
  const client = await greeted()
  await toData(client)
  await client.write('unzustellbar\r\n.\r\n')
  await begun
  client.vanish()
  await client.closed
  letOn()
  const again = await greeted()
  await toData(again)
  t.match(await again.say('unzustellbar\r\n.'), /^250 /)
  t.equal(taken.length, 2)
  t.same(taken[0], taken[1])
})

t.test('one network has some of the connections, all together have as many as there are', async t => {
  const { client, to, events } = await listening(t, { limits: { perNetwork: 3, connections: 4 } })
  const first = await client()
  await client()
  await client()
  await sentAway(t, await smtpClient(t, to), /^421 4\.7\.0 too many connections/)
  t.match(events().at(-1), { event: 'bounce_mails_refused', reason: 'too-many-connections' })
  await first.say('QUIT')
  await first.closed
  t.ok(await client())
  const { client: other, to: there } = await listening(t, { limits: { connections: 2 } })
  await other()
  await other()
  await sentAway(t, await smtpClient(t, there), /^421 /)
})

t.test('when the listener stops, mails that are whole get their answer, all others come again', async t => {
  const { takeIn, begun, letOn } = heldTakeIn()
  const { listener, greeted, taken, to } = await listening(t, { takeIn })
  const idle = await greeted()
  const half = await greeted()
  await toData(half)
  await half.write('half')
  const whole = await greeted()
  await toData(whole)
  await whole.write('x\r\n.\r\n')
  await begun
  const stopped = listener.stop()
  await sentAway(t, idle, /^421 4\.3\.2 /)
  await sentAway(t, half, /^421 4\.3\.2 /)
  await t.rejects(smtpClient(t, to))
  letOn()
  t.match(await whole.reply(), /^250 /)
  await sentAway(t, whole, /^421 4\.3\.2 /)
  await stopped
  t.equal(taken.length, 1)
})

t.test('stopping does not wait for a mail that cannot be taken in, nor for a client that does not leave', async t => {
  const { takeIn, begun, letOn } = heldTakeIn()
  t.after(letOn)
  const { listener, greeted } = await listening(t, { takeIn, limits: { stopMs: 50 } })
  const client = await greeted()
  await toData(client)
  await client.write('.\r\n')
  await begun
  await listener.stop()
  await sentAway(t, client, /^421 /)
})
