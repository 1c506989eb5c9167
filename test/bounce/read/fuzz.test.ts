import fc from 'fast-check'
import t from 'tap'
import { MOST_BYTES, readReport } from '../../../src/bounce/read/read-report.js'
import type { Report } from '../../../src/bounce/read/report.js'
import { processorMs } from '../../support/processor-time.js'
import { bounce, failed, mail, RETURNED, statusReport } from './mails.js'

/** One mail may take so much of the processor's time: ten times what the slowest of these needs. */
const BOUND_MS = 1_500
const KINDS = ['hard', 'soft', 'full', 'policy', 'delayed', 'unknown', 'complaint', 'auto-reply', 'unsubscribe']
const SEEDS = [
  statusReport({ recipients: [failed('5.1.1', '550 5.1.1 User unknown'), failed('4.2.2', '452 full', 'b@c.example')] }),
  bounce(`<a@b.example>:\r\n550 no such user\r\n\r\n--- Below this line is a copy of the message.\r\n\r\n${RETURNED}`),
  mail(['From: a@b.example', 'Subject: =?utf-8?B?QXV0b21hdGlzY2hl?= Antwort', 'Content-Type: text/html'], '<p>Urlaub')
]

function isWellFormed ({ kind, recipients, addressedTo, returned, subject }: Report): boolean {
  return KINDS.includes(kind) && recipients.length <= 1_000 && addressedTo.length <= 100 && subject.length <= 1_000 &&
    Object.values(returned).every(each => each.length <= 100) &&
    recipients.every(each => KINDS.includes(each.kind) && each.rule !== '' && !/[\r\n]/.test(each.reply ?? '') &&
      (each.reply ?? '').length <= 1_000 && (each.address ?? '').length <= 400)
}

async function holds (raw: Uint8Array): Promise<boolean> {
  let isGood = false
  const took = await processorMs(async () => { isGood = isWellFormed(await readReport(raw)) })
  return isGood && took < BOUND_MS
}

const seed = fc.constantFrom(...SEEDS.map(each => Buffer.from(each)))
const mutated = fc.tuple(seed, fc.array(fc.tuple(fc.nat(2_000), fc.nat(255)), { maxLength: 40 }))
  .map(([bytes, changes]) => {
    const copy = Buffer.from(bytes)
    for (const [place, value] of changes) copy[place % copy.length] = value
    return copy
  })
const WORDS = [
  '--b1', 'Content-Type: multipart/mixed; boundary=b1', 'Content-Transfer-Encoding: base64', '', 'a@b.example',
  '550 5.1.1', 'user unknown', 'Status: 5.1.1', 'Final-Recipient: rfc822;', 'Action: failed', '\0', '=?', '?=', ' x'
]

t.test('cut, changed and random mails are read to an answer', async t => {
  const cut = fc.tuple(seed, fc.double({ min: 0, max: 1, noNaN: true }))
    .map(([bytes, share]) => bytes.subarray(0, Math.floor(bytes.length * share)))
  const shuffled = fc.array(fc.constantFrom(...WORDS), { maxLength: 80 }).map(words => Buffer.from(words.join('\r\n')))
  const random = fc.uint8Array({ maxLength: 2_000 })
  for (const raw of [cut, mutated, shuffled, random]) {
    await fc.assert(fc.asyncProperty(raw, holds), { numRuns: 150 })
  }
  t.pass()
})

t.test('text in every charset, known or not, is read', async t => {
  const named = fc.constantFrom('utf-8', 'utf-7', 'utf-16', 'iso-2022-jp', 'gb18030', 'koi8-r', 'ebcdic', 'x')
  const charset = fc.oneof(named, fc.string())
  const encoding = fc.constantFrom('8bit', 'base64', 'quoted-printable', 'x-uuencode', 'binary')
  const bodies = fc.uint8Array({ maxLength: 500 })
  await fc.assert(fc.asyncProperty(charset, encoding, bodies, async (charset, encoding, body) => {
    const head = mail([`Content-Type: text/plain; charset="${charset}"`, `Content-Transfer-Encoding: ${encoding}`], '')
    return await holds(Buffer.concat([Buffer.from(head), body]))
  }), { numRuns: 200 })
  t.pass()
})

const fill = (text: string): string => text.repeat(Math.ceil(MOST_BYTES / text.length)).slice(0, MOST_BYTES)
const head = bounce('')
const nested = Array.from({ length: 1_000 }, (_, at) => `Content-Type: multipart/mixed; boundary=b${at}\n\n--b${at}\n`)
const hostile: Record<string, string> = {
  '1,000 nested parts': nested.join(''),
  '1,000 nested messages': 'Content-Type: message/rfc822\n\n'.repeat(1_000),
  '40,000 empty parts': mail(['Content-Type: multipart/mixed; boundary=b'], fill('--b\n\n')),
  '100,000 fields': 'a: b\n'.repeat(100_000),
  'a field without end': `Subject: ${fill('re: ')}`,
  'a line without end': head + fill('x'),
  'empty lines': head + fill('\n'),
  NULs: head + fill('\0'),
  'fields that fold for ever': `To: a\n${fill(' ,a@b.example\n')}`,
  'bytes beyond ASCII in the header': Buffer.from(`Subject: ${fill('ä')}`, 'latin1').toString('latin1'),
  'words of the table': head + fill('user mailbox not unknown sender '),
  codes: head + fill('550-5.1.1 '),
  addresses: head + fill('<a@b.example>:\n'),
  'HTML that does not end': mail(['Content-Type: text/html'], fill('<style><a ')),
  entities: mail(['Content-Type: text/html'], fill('&#x110000;&#0;&x;')),
  'quoted words': `Subject: ${fill('=?utf-8?q?=C3?= ')}`,
  recipients: mail(['Content-Type: message/delivery-status'], fill(failed('5.0.0', '550 x').join('\n') + '\n\n')),
  links: head + '--- Below this line is a copy of the message.\n' + fill('https://x.example/' + 'a'.repeat(51) + ' ')
}

for (const [what, text] of Object.entries(hostile)) {
  t.test(`${what} are read within bounds`, async t => { t.ok(await holds(Buffer.from(text))) })
}

const FILLERS = [
  'a', 'a@', ':', '"', '<', '(', ';', '\\', '=?utf-8?q?x?= ', 'x*0*=a;', 'https://', ',a@b', '\r\n\t', '\n\t;', '&#',
  '550-'
]
const report = (type: string, text: string): string => mail([
  'From: MAILER-DAEMON@mx.beispiel.example', 'Content-Type: multipart/report; report-type=delivery-status; boundary=b1'
], `--b1\n\nhi\n--b1\nContent-Type: ${type}\n\n${text}`)
const PLACES: Record<string, (filled: string) => string> = {
  'From field': filled => `From: ${filled}`,
  'Content-Type field': filled => `Content-Type: ${filled}`,
  'Content-Disposition field': filled => `Content-Disposition: ${filled}`,
  text: filled => head + filled,
  HTML: filled => mail(['Content-Type: text/html'], filled),
  'status notification': filled => report('message/delivery-status', `Status: 5.0.0\nFinal-Recipient: ${filled}`),
  'feedback report': filled => report('message/feedback-report', `Feedback-Type: ${filled}`),
  'returned header': filled => report('message/rfc822', `To: ${filled}`),
  'returned text': filled => head + `--- Below this line is a copy of the message.\nTo: ${filled}`,
  'header of a part': filled => report('text/plain', '').replace('hi', `Content-Type: text/plain; name="${filled}`)
}

for (const [place, build] of Object.entries(PLACES)) {
  t.test(`a ${place} without end takes no time that grows with the square of its length`, async t => {
    for (const filler of FILLERS) t.ok(await holds(Buffer.from(build(fill(filler)))), JSON.stringify(filler))
  })
}

t.test('of a mail of 50 MB the beginning is read', async t => {
  const large = Buffer.alloc(50_000_000, 'A')
  large.write(bounce('<a@b.example>:\r\n550 5.1.1 no such user\r\n\r\n'))
  t.ok(await holds(large))
  t.equal((await readReport(large)).kind, 'hard')
})

t.test('an empty mail is unknown', async t => {
  const nothing = { kind: 'unknown', recipients: [], from: null, subject: '', messageId: null }
  t.match(await readReport(new Uint8Array()), nothing)
})
