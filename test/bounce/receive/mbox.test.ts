import { Readable } from 'node:stream'
import t from 'tap'
import { MOST_BYTES } from '../../../src/bounce/receive/arrived.js'
import { readMails } from '../../../src/bounce/receive/mbox.js'

/** The mails of a file that comes in pieces of some bytes. */
async function mailsOf (text: string, piece: number): Promise<Array<{ text: string, size: number }>> {
  const bytes = Buffer.from(text)
  const pieces = Array.from({ length: Math.ceil(bytes.length / piece) }, (_, index) =>
    bytes.subarray(index * piece, (index + 1) * piece))
  const mails: Array<{ text: string, size: number }> = []
  for await (const { raw, size } of readMails(Readable.from(pieces))) mails.push({ text: raw.toString(), size })
  return mails
}

const ONE = 'Subject: eins\n\nGuten Tag\n'
const TWO = 'Subject: zwei\n\nFrom here on\n>From there\n'

t.test('a file is one mail, or as many as its mbox has, in whatever pieces it comes', async t => {
  for (const piece of [1, 7, 1_000]) {
    const single = `${ONE}From here on\n`
    t.same((await mailsOf(single, piece)).map(({ text }) => text), [single])
    const mbox = `From eva@amt.example Mon Mar  1 2027\n${ONE}\nFrom MAILER-DAEMON Mon Mar  1 2027\n` +
      TWO.replace(/^(>*From )/gm, '>$1')
    t.same((await mailsOf(mbox, piece)).map(({ text }) => text), [`${ONE}\n`, TWO])
  }
  t.same(await mailsOf('', 10), [])
})

t.test('of a mail no more is kept than is read, with long lines and without any', async t => {
  for (const line of [`${'x'.repeat(99)}\n`, 'x'.repeat(100)]) {
    const [mail] = await mailsOf(line.repeat(MOST_BYTES / 32), 65_536)
    t.equal(mail?.text.length, MOST_BYTES)
    t.equal(mail?.size, 100 * MOST_BYTES / 32)
  }
})
t.end()
