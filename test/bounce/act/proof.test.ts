import t from 'tap'
import { readWaiting } from '../../../src/bounce/act/standing.js'
import type { Arrived } from '../../../src/bounce/receive/arrived.js'
import { classUnread, listUnreadMails, openUnread } from '../../../src/bounce/act/unread.js'
import { verpSender } from '../../../src/delivery/verp.js'
import { unsubscribeToken } from '../../../src/subscription/links.js'
import { messageId } from '../../../src/platform/mail/message-id.js'
import { acting, DOMAIN } from './acting.js'
import { arrived, letter } from './reports.js'

// What proves that a program wrote a mail, and that a person wants to leave.

const service = await acting(t)
const { keys, takeIn, addReader, sentIssue, isStored, fates } = service
const US = `abmelden@${DOMAIN}`

async function readerWithLink (): Promise<{ id: string, link: string, tag: string }> {
  const { id } = await addReader()
  const issue = await sentIssue()
  const link = `https://brief.example/abmelden/${unsubscribeToken(keys, { id, issue })}`
  return { id, link, tag: verpSender(keys, DOMAIN, { id, issue }) }
}

const answers: Record<string, { subject: string, text: string, from: string }> = {
  'a club': {
    from: 'info@verein.example',
    subject: 'Ihre Nachricht an den Verein',
    text: 'Wir melden uns. Kündigung und Abmeldung vom Kurs bitte nur schriftlich.'
  },
  'a ticket system': {
    from: 'hilfe@amt.example',
    subject: '[Vorgang 4711] Ausgabe 7',
    text: 'Ihr Anliegen ist bei uns. Unsubscribe from these notifications here.'
  }
}

for (const [who, { from, subject, text }] of Object.entries(answers)) {
  t.test(`${who} that answers the mail of a reader lets nobody leave, although it speaks of it`, async t => {
    for (const sender of ['', from]) {
      const { id, tag } = await readerWithLink()
      await takeIn(arrived(letter({ to: tag, from, subject, text }), { from: sender, to: [tag] }))
      t.ok(await isStored(id), `sent by <${sender}>`)
    }
    t.match((await readWaiting(service)).unread, { unsubscribes: 1 }, 'somebody looks at what may be a wish')
  })
}

t.test('a wish in words that came to a tag is carried out once somebody has read it', async t => {
  const { id, tag } = await readerWithLink()
  const wish = letter({ to: tag, from: 'anna@amt.example', subject: 'Bitte abmelden' })
  await takeIn(arrived(wish, { from: 'anna@amt.example', to: [tag] }))
  const [mail = { id: '' }] = await listUnreadMails(service, { limit: 1 })
  t.match(await openUnread(service, mail.id), { kind: 'unsubscribe', owner: { id } })
  t.equal(await classUnread(service, { id: mail.id, as: 'unsubscribe' }), 'done')
  t.notOk(await isStored(id))
})

function inMailbox (sender: string, text: string): Arrived {
  return arrived(`Return-Path: ${sender}\r\n${text}`, { door: 'mailbox' })
}

/** One mail at both doors: the server of a mailbox writes the sender of the envelope into it. */
function atBothDoors (text: string, sender: string): Arrived[] {
  return [
    arrived(text, { from: sender, to: [US] }),
    ...(sender === '' ? ['<>', '<MAILER-DAEMON>', '< >'] : [`<${sender}>`]).map(each => inMailbox(each, text))
  ]
}

t.test('an automatic answer that quotes the mail of another reader touches nobody, at each door', async t => {
  const { id, link } = await readerWithLink()
  for (const subject of ['Bitte abmelden', 'Abmeldung', 'Donaudampfschifffahrtselektrizitaetenhauptbetriebswerk']) {
    const answer = letter({ to: US, from: 'gast@amt.example', subject, text: `Abmelden\r\n\r\n> ${link}` })
    for (const mail of atBothDoors(answer, '')) await takeIn(mail)
  }
  t.ok(await isStored(id))
})

t.test('what a mail says of its sender counts less than its envelope, also when it is read again', async t => {
  const { id, link } = await readerWithLink()
  const text = `Es kam zurück: 550 user unknown.\r\n\r\n-----Ursprüngliche Nachricht-----\r\n${link}`
  const mail = `Return-Path: <>\r\n${letter({ to: US, from: 'gast@amt.example', subject: 'Undelivered', text })}`
  await takeIn(arrived(mail, { from: 'gast@amt.example', to: [US] }))
  t.ok(await isStored(id))
  const [kept = { id: '' }] = await listUnreadMails(service, { limit: 1 })
  t.equal(await classUnread(service, { id: kept.id, as: 'hard' }), 'nobody')
})

/** What a mail program sends when somebody passes on a report within a letter. */
function passedOn (type: string, report: string[], link: string, parameters = ''): string {
  return [
    'From: <gast@amt.example>', `To: <${US}>`, 'Subject: Was heißt das?', 'Message-ID: <frage@amt.example>',
    'MIME-Version: 1.0', `Content-Type: multipart/mixed; boundary="b"${parameters}`, '',
    '--b', 'Content-Type: text/plain', '', 'Das bekam ich.', '',
    '--b', `Content-Type: ${type}`, '', ...report, '',
    '--b', 'Content-Type: message/rfc822', '', 'Subject: Fwd: Ausgabe', '', link, '', '--b--', ''
  ].join('\r\n')
}

const reports: Record<string, [type: string, lines: string[], parameters?: string]> = {
  'a status notification': ['message/delivery-status', ['Reporting-MTA: dns; mx.amt.example', '',
    'Final-Recipient: rfc822; wer@anders.example', 'Action: failed', 'Status: 5.1.1']],
  'an abuse report': ['message/feedback-report', ['Feedback-Type: abuse', 'Version: 1'],
    '; name="; report-type=feedback-report"']
}

for (const [what, report] of Object.entries(reports)) {
  t.test(`who passes on ${what} that quotes the mail of another reader touches nobody`, async t => {
    const { id, link } = await readerWithLink()
    const [type, lines, parameters] = report
    for (const mail of atBothDoors(passedOn(type, lines, link, parameters), 'gast@amt.example')) await takeIn(mail)
    await takeIn(arrived(passedOn(type, lines, link, parameters)))
    t.ok(await isStored(id))
    t.match((await readWaiting(service)).unread, { count: 1 }, 'somebody looks at it')
  })
}

t.test('a Message-ID of ours that a person passes on proves nothing, although the report names its reader', async t => {
  const { id, address } = await addReader()
  const own = messageId(keys, `issue-${await sentIssue()}`, id, 'hessen.example')
  const lines = ['Reporting-MTA: dns; mx.amt.example', '',
    `Final-Recipient: rfc822; ${address}`, 'Action: failed', 'Status: 5.1.1']
  const mail = passedOn('message/delivery-status', lines, '')
    .replace('Subject: Fwd', `Message-ID: <${own}>\r\nSubject: Fwd`)
  await takeIn(arrived(mail, { from: 'gast@amt.example', to: [US] }))
  t.ok(await isStored(id))
})

const wishes: Array<[subject: string, text: string, fields?: string]> = [
  ['Bitte', 'Könnten Sie mich bitte aus dem Verteiler nehmen? Ich bin nicht mehr im Amt.'],
  ['Danke für Ihre Arbeit', 'Ich möchte den Brief in Zukunft nicht länger erhalten.'],
  ['AW: Brief', 'Kein Interesse mehr.\r\n\r\n> Diese E-Mail wurde automatisch versandt'],
  ['Frau Muster', 'Frau Muster arbeitet nicht mehr bei uns. Bitte keine Sendungen an diese Adresse.'],
  ['Brief', 'Bitte nicht mehr.\r\n\r\n-- \r\nAnna Muster, in Elternzeit, im Urlaub'],
  ['Bitte abmelden', 'Danke', 'X-MS-Exchange-Inbox-Rules-Loop: info@amt.example'],
  ['Abmelden', 'Danke', 'X-Auto-Response-Suppress: All'],
  ['Mrs Muster', 'She has left our company. Please take her off your list.']
]

for (const [subject, text, field] of wishes) {
  t.test(`a wish that looks automatic waits for somebody: ${subject}${field === undefined ? '' : `, ${field}`}`,
    async t => {
      const mail = letter({ to: US, from: 'eva@amt.example', subject, text })
      await takeIn(arrived(field === undefined ? mail : `${field}\r\n${mail}`, { from: 'eva@amt.example', to: [US] }))
      t.match((await readWaiting(service)).unread, { count: 1 })
    })
}

t.test('what a person writes is kept, also where its words are those of an automatic reply', async t => {
  const texts = ['Ich bin im Urlaub.', 'Danke für Ihre Nachricht. Ich bin nicht einverstanden, dass Sie mir schreiben.']
  for (const text of texts) {
    const note = letter({ to: US, from: 'eva@amt.example', subject: 'Brief', text })
    await takeIn(arrived(note, { from: 'eva@amt.example', to: [US] }))
  }
  t.match((await readWaiting(service)).unread, { count: 2, unsubscribes: 0 })
})

t.test('what a program answers is kept only if it speaks of leaving', async t => {
  const texts = ['Ich bin im Urlaub.', 'Ich bin nicht mehr im Büro.', 'Dieses Postfach wird nicht mehr gelesen.']
  for (const text of [...texts, 'Bitte nehmen Sie mich aus dem Verteiler.']) {
    const note = letter({ to: US, from: 'eva@amt.example', subject: 'Brief', text })
    await takeIn(arrived(`Auto-Submitted: auto-replied\r\n${note}`, { from: 'eva@amt.example', to: [US] }))
  }
  t.match((await readWaiting(service)).unread, { count: 1, unsubscribes: 1 })
  t.same(await fates(), { 'auto-reply unowned': texts.length + 1 })
})

t.test('a token in the subject lets its reader leave, with words before it or by a program', async t => {
  const ways: Array<[prefix: string, field: string, text: string]> = [
    ['[EXTERN] ', '', ''],
    ['AW: ', '', 'Ich bin nicht mehr im Amt.'],
    ['***SPAM*** ', 'Auto-Submitted: auto-generated', ''],
    ['', 'Sender: postmaster@amt.example', 'Error: 550 user unknown']
  ]
  for (const [prefix, field, text] of ways) {
    const { id, link } = await readerWithLink()
    const subject = prefix + (link.split('/').at(-1) ?? '')
    const mail = letter({ to: US, from: 'eva@amt.example', subject, text })
    await takeIn(arrived(field === '' ? mail : `${field}\r\n${mail}`, { from: 'eva@amt.example', to: [US] }))
    t.notOk(await isStored(id), prefix + field)
  }
})

t.end()
