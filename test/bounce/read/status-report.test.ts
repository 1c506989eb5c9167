import t from 'tap'
import { bounce, failed, mail, read, RETURNED, statusReport, TAGGED } from './mails.js'

t.test('a report names its recipient, the status, the reply and the rule', async t => {
  const recipients = [failed('5.1.1', '550 5.1.1 <anna@beispiel.example> User unknown')]
  const report = await read(statusReport({ recipients }))
  t.match(report, {
    kind: 'hard',
    recipients: [{
      address: 'anna@beispiel.example',
      status: '5.1.1',
      reply: '550 5.1.1 <anna@beispiel.example> User unknown',
      rule: 'status-mailbox-unknown',
      kind: 'hard'
    }],
    addressedTo: [TAGGED],
    from: 'MAILER-DAEMON@mx.beispiel.example',
    messageId: null
  })
})

t.test('the returned message tells whose it was, and what it says is not the server\'s word', async t => {
  const recipients = [failed('4.4.1', 'connect to mx: Connection timed out')]
  const { kind, returned } = await read(statusReport({ recipients }))
  t.equal(kind, 'soft')
  t.same(returned.senders, [TAGGED])
  t.same(returned.messageIds, ['<m.1@hessen.example>'])
  t.match(returned.links[0], /abmelden\/AbCd/)
})

t.test('header fields alone may come back, and the id that we gave the mail', async t => {
  const fields = ['Original-Envelope-Id: m.1+2Bx@hessen.example', 'Reporting-MTA: dns; mx', '', ...failed('5.1.1')]
  const { kind, returned } = await read(mail([
    'From: MAILER-DAEMON@mx.example', 'Subject: failed', 'Content-Type: multipart/report; boundary=b'
  ], ['--b', 'Content-Type: message/delivery-status', '', ...fields, '', '--b', 'Content-Type: text/rfc822-headers', '',
    RETURNED.split('\r\n\r\n')[0], '--b--'].join('\r\n')))
  t.equal(kind, 'hard', 'without a text for people')
  t.same(returned.messageIds, ['<m.1@hessen.example>', 'm.1+x@hessen.example'])
})

const kinds: Array<[what: string, recipients: string[][], kind: string, rule: RegExp]> = [
  ['a status that says nothing gives way to the one in the reply',
    [failed('5.0.0', '550-5.1.1 no such\r\n 550 5.1.1 user')], 'hard', /status-mailbox-unknown/],
  ['one that is made up gives way, too', [failed('5.1.1', '554 5.7.1 Message blocked, see us')], 'policy', /refused/],
  ['a transient report of a permanent reply is believed: it spares the reader',
    [failed('4.4.7', '550 5.1.1 User unknown')], 'soft', /expired/],
  ['without a status the reply code and its words decide',
    [failed('', '550 No such user here')], 'hard', /words-mailbox/],
  ['a full mailbox that is called unknown is full', [failed('5.1.1', '550 5.1.1 mailbox full')], 'full', /full/],
  ['a blocked sender who is told of an unknown user is blocked', [failed('5.1.1', '550 5.1.1 blocked as spam')],
    'policy', /spam/],
  ['a report without a reply knows the status only', [failed('5.1.2')], 'hard', /domain-unknown/],
  ['nothing at all is known of 5.0.0', [failed('5.0.0')], 'unknown', /status-unclear/],
  ['a delayed recipient is not lost', [['Final-Recipient: rfc822;a@b.example', 'Action: delayed', 'Status: 5.1.1']],
    'delayed', /action-delayed/],
  ['the worst of several recipients is what the report is',
    [failed('4.2.2', '452 4.2.2 full', 'a@b.example'), failed('5.1.1', undefined, 'c@b.example')], 'hard', /full/]
]

for (const [what, recipients, kind, rule] of kinds) {
  t.test(what, async t => {
    const report = await read(statusReport({ recipients }))
    t.equal(report.kind, kind)
    t.match(report.recipients[0]?.rule, rule)
    t.equal(report.recipients.length, recipients.length)
  })
}

t.test('a report of success is nothing to act on, also beside a failure', async t => {
  const delivered = ['Final-Recipient: rfc822;a@b.example', 'Action: delivered', 'Status: 2.0.0']
  t.match(await read(statusReport({ recipients: [delivered] })), { kind: 'auto-reply', recipients: [] })
  const { kind, recipients } = await read(statusReport({ recipients: [delivered, failed('5.1.1')] }))
  t.equal(kind, 'hard')
  t.same(recipients.map(({ address }) => address), ['anna@beispiel.example'])
})

t.test('where the fields say nothing the text says more, unless it may be about another recipient', async t => {
  const text = 'The following user does not exist: the address was not found.'
  t.equal((await read(statusReport({ text, recipients: [failed('5.0.0')] }))).kind, 'hard')
  const two = [failed('5.0.0'), failed('5.0.0', undefined, 'berta@beispiel.example')]
  t.equal((await read(statusReport({ text, recipients: two }))).kind, 'unknown')
  t.equal((await read(statusReport({ text: 'The mailbox is full.', recipients: [failed('5.1.1')] }))).kind, 'full')
})

t.test('an international report is read as the others (RFC 6533)', async t => {
  const group = ['Final-Recipient: utf-8; jürgen@müller.example', 'Action: failed', 'Status: 5.1.1']
  const report = await read(statusReport({ recipients: [group], type: 'message/global-delivery-status' }))
  t.match(report, { kind: 'hard', recipients: [{ address: 'jürgen@müller.example' }] })
})

t.test('recipients without an empty line between them are told apart, a thousand of them', async t => {
  const groups = Array.from({ length: 1_200 }, (_, index) => failed('5.1.1', undefined, `r${index}@b.example`)).flat()
  const { recipients } = await read(statusReport({ recipients: [groups] }))
  t.equal(recipients.length, 1_000)
  t.equal(recipients[999]?.address, 'r999@b.example')
})

t.test('a bounce of a bounce speaks of the bounce that was refused, not of what that one said', async t => {
  const inner = statusReport({ recipients: [failed('5.1.1', '550 5.1.1 User unknown')] })
  const recipients = [failed('5.7.1', '554 5.7.1 Relay access denied', TAGGED)]
  const outer = await read(statusReport({ recipients, returned: inner }))
  t.match(outer, { kind: 'policy', recipients: [{ address: TAGGED }] })
  t.equal((await read(bounce(`I could not deliver this.\n\n--- Original message ---\n${inner}`))).kind, 'unknown')
})

t.test('a boundary on a line without its space, and a type of address that is misspelt, are read', async t => {
  const broken = statusReport({ recipients: [['Final-Recipient : rfc/822; anna@beispiel.example', 'Status: 5.1.1']] })
    .replace('report-type=delivery-status; boundary', 'report-type=delivery-status;\r\nboundary')
  t.match(await read(broken), { kind: 'hard', recipients: [{ address: 'anna@beispiel.example', status: '5.1.1' }] })
})

t.test('a report whose MIME structure is broken is read by its lines', async t => {
  const broken = statusReport({ recipients: [failed('5.1.1', '550 5.1.1 User unknown')] }).replace('boundary="b1"', '')
  t.match(await read(broken), { kind: 'hard', recipients: [{ address: 'anna@beispiel.example', status: '5.1.1' }] })
})
