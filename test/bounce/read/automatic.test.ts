import t from 'tap'
import { bounce, failed, mail, read, RETURNED, statusReport, TAGGED } from './mails.js'

const PERSON = ['From: Anna Beispiel <anna@beispiel.example>', `To: ${TAGGED}`]

const automatic: Array<[what: string, fields: string[], text: string]> = [
  ['a vacation note that says so in a field', ['Subject: Re: Ausgabe 7', 'Auto-Submitted: auto-replied'], 'x'],
  ['one of a program of old', ['Subject: Re: Ausgabe 7', 'X-Autoreply: yes'], 'Danke.'],
  ['one of Outlook', ['Subject: Automatische Antwort: Ausgabe 7', 'X-Auto-Response-Suppress: All'], 'x'],
  ['one of vacation(1)', ['Subject: Re: Ausgabe 7', 'Precedence: bulk'],
    'User unknown to you? Call 550. To unsubscribe from my letters, write to me.'],
  ['one of procmail', ['Subject: Re: Ausgabe 7', 'X-Loop: anna@beispiel.example'], 'I read my mail on Mondays.'],
  ['a note in German', ['Subject: Abwesenheitsnotiz: Ausgabe 7'], 'Ich bin bis 4. Dezember nicht im Büro.'],
  ['a note whose subject is encoded', ['Subject: =?utf-8?Q?Au=C3=9Fer_Haus?='], 'Guten Tag'],
  ['a note that only its words give away', ['Subject: Re: Ausgabe 7'], 'I am currently out of the office.'],
  ['a note of a sender whom no bounce reaches', ['Return-Path: <>', 'Subject: Out of Office'], 'Back on Monday.'],
  ['one that says that somebody no longer works there', ['Return-Path: <>', 'Subject: Re: Ausgabe 7'],
    'Anna Beispiel is no longer with the company. This mailbox is no longer in use, mail could not be delivered.'],
  ['one that speaks of a full mailbox', ['Subject: Automatic reply: Ausgabe 7'], 'Mailbox full, user unknown, 550.'],
  ['one in brackets and in Polish', ['Subject: [Automatyczna =?iso-8859-2?Q?odpowied=BC?=] Ausgabe 7'], 'x'],
  ['a confirmation of receipt', ['Subject: Eingangsbestätigung Ihrer Nachricht'], 'Wir melden uns.'],
  ['a mailbox that asks who writes', ['Subject: Re: Ausgabe 7'],
    'I am protecting myself from junk. Please confirm that you are human by a click on the link.']
]

for (const [what, fields, text] of automatic) {
  t.test(`${what} is an automatic reply, and nobody's bounce`, async t => {
    t.match(await read(mail([...PERSON, ...fields], text)), { kind: 'auto-reply', recipients: { length: 0 } })
  })
}

t.test('an automatic reply is not taken for a bounce because of the mail that it quotes', async t => {
  const text = `I am on vacation.\r\n\r\n-----Original Message-----\r\n${RETURNED}`
  t.equal((await read(mail([...PERSON, 'Subject: Re: Undeliverable'], text))).kind, 'auto-reply')
})

t.test('a mail server may call its report automatic, and it stays one', async t => {
  const text = '<anna@beispiel.example>: 550 5.1.1 User unknown'
  t.equal((await read(bounce(text, ['Auto-Submitted: auto-replied']))).kind, 'hard')
})

t.test('a receipt of reading is an automatic reply (RFC 8098)', async t => {
  const receipt = mail([...PERSON, 'Subject: Gelesen: Ausgabe 7', 'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=disposition-notification; boundary=b'],
  ['--b', '', 'Gelesen.', '--b', 'Content-Type: message/disposition-notification', '',
    'Final-Recipient: rfc822;anna@beispiel.example', 'Disposition: manual-action/MDN-sent-manually; displayed',
    '--b--'].join('\r\n'))
  t.equal((await read(receipt)).kind, 'auto-reply')
})

t.test('a service that asks for a confirmation in the form of a report bounces nobody', async t => {
  const text = 'The sender is not pre-approved. Please verify that you are human.'
  const recipients = [failed('4.7.0', 'Sender not pre-approved')]
  t.equal((await read(statusReport({ text, recipients }))).kind, 'auto-reply')
})

function feedback (type: string, fields: string[] = ['Original-Rcpt-To: anna@beispiel.example']): string {
  return mail(['From: fbl@provider.example', 'Subject: Abuse report', 'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=feedback-report; boundary=b'],
  ['--b', '', 'An abuse report.', '--b', 'Content-Type: message/feedback-report', '',
    `Feedback-Type: ${type}`, 'Version: 1', ...fields,
    '--b', 'Content-Type: message/rfc822', '', RETURNED, '--b--'].join('\r\n'))
}

for (const type of ['abuse', 'fraud', 'virus', 'other', 'new-kind']) {
  t.test(`a report of the type ${type} is a complaint, with whom and about which mail (RFC 5965)`, async t => {
    t.match(await read(feedback(type)), {
      kind: 'complaint',
      recipients: [{ kind: 'complaint', address: 'anna@beispiel.example', rule: 'feedback-complaint' }],
      returned: { senders: [TAGGED] }
    })
  })
}

t.test('a complaint may hide its recipient; reports of authentication or of no spam are none', async t => {
  t.match(await read(feedback('abuse', [])), { kind: 'complaint', recipients: [{ address: null }] })
  t.match(await read(feedback('auth-failure')), { kind: 'policy', recipients: [{ rule: 'feedback-authentication' }] })
  t.equal((await read(feedback('not-spam'))).kind, 'auto-reply')
  t.equal((await read(feedback('opt-out'))).kind, 'unsubscribe')
})

t.test('a complaint that Outlook.com passes on is known by the field that it adds', async t => {
  const complaint = mail(['From: staff@provider.example', 'Subject: complaint about message from 192.0.2.1',
    'X-HmXmrOriginalRecipient: anna@beispiel.example',
    'MIME-Version: 1.0', 'Content-Type: multipart/mixed; boundary=b'],
  ['--b', 'Content-Type: message/rfc822', '', RETURNED, '--b--'].join('\r\n'))
  t.match(await read(complaint), {
    kind: 'complaint', byProgram: true, recipients: [{ address: 'anna@beispiel.example' }]
  })
})

t.test('an aggregate report about TLS is about us', async t => {
  const report = mail(['From: noreply@provider.example', 'MIME-Version: 1.0', 'Content-Type: application/tlsrpt+gzip',
    'Subject: Report Domain: hessen.example Submitter: provider.example Report-ID: <1>',
    'Content-Transfer-Encoding: base64'], 'H4sI')
  t.match(await read(report), { kind: 'policy', byProgram: true, recipients: [{ rule: 'tls-report' }] })
})

t.test('an aggregate report of DMARC is about us', async t => {
  const report = mail(['From: noreply@provider.example', 'MIME-Version: 1.0', 'Content-Type: application/gzip',
    'Subject: Report Domain: hessen.example Submitter: provider.example Report-ID: 1',
    'Content-Transfer-Encoding: base64'], 'H4sI')
  t.match(await read(report), { kind: 'policy', byProgram: true, recipients: [{ rule: 'dmarc-report' }] })
})

const TOKEN = 'AbCdEfGhIjKlMnOpQrStUvWxYz0123456789-_AbCdEfGhIjKlM'
const asks: Array<[what: string, fields: string[], text: string]> = [
  ['a mail program that sends the token', [`Subject: ${TOKEN}`], ''],
  ['one that sends a word before it', [`Subject: unsubscribe ${TOKEN}`], 'Generated by a mail program.'],
  ['one that calls itself automatic',
    ['Subject: unsubscribe', 'Auto-Submitted: auto-replied', 'X-Apple-Unsubscribe: true'], 'x'],
  ['a person who writes it into the subject', ['Subject: Bitte abmelden'], 'Danke'],
  ['one who answers an issue', ['Subject: Re: Ausgabe 7'],
    'Bitte löschen Sie mich aus dem Verteiler.\n\nAnna\n> Guten Tag'],
  ['one who wants no more', ['Subject: Newsletter'], 'Bitte keine weiteren Mails!'],
  ['one who is on holiday', ['Subject: Bitte abmelden'], 'Hallo, bitte abmelden. Ich bin im Urlaub.'],
  ['one who has left', ['Subject: Newsletter'], 'Bitte abmelden, ich bin nicht mehr bei der Firma.'],
  ['one who has a new address', ['Subject: Neue E-Mail-Adresse'], 'Bitte melden Sie mich ab.'],
  ['one who is polite', ['Subject: Vielen Dank für Ihre Arbeit'], 'Trotzdem möchte ich mich abmelden.'],
  ['one whose link fails', ['Subject: Abmeldung geht nicht'], '404 not found, Fehler 550. Bitte melden Sie mich ab.'],
  ['one who withdraws', ['Subject: Newsletter'], 'Hiermit widerrufe ich meine Einwilligung.'],
  ['one who wants out of a list', ['Subject: Newsletter'], 'Bitte nehmen Sie mich aus dem Verteiler.'],
  ['one who wants nothing', ['Subject: Newsletter'], 'Bitte schicken Sie mir nichts mehr.'],
  ['one who writes English', ['Subject: Re: Issue 7'], 'Please unsubscribe me, thanks']
]

for (const [what, fields, text] of asks) {
  t.test(`${what} unsubscribes`, async t => {
    t.match(await read(mail([...PERSON, ...fields], text)), { kind: 'unsubscribe', from: 'anna@beispiel.example' })
  })
}

const answers: Array<[what: string, fields: string[], text: string]> = [
  ['quotes a bounce', ['Return-Path: <anna@beispiel.example>', 'Subject: Re: Ihre Frage'],
    'Das kam zurück:\n\n> <eva@amt.example>: host mx.amt.example said: 550 5.1.1 User unknown\n\nAnna'],
  ['speaks of parcels', ['Return-Path: <>', 'Subject: Undelivered orders'], 'Undeliverable parcels come back to us.']
]

for (const [what, fields, text] of answers) {
  t.test(`who ${what} is not a mail server`, async t => {
    t.match(await read(mail([...PERSON, ...fields], text)), { kind: 'unknown', recipients: { length: 0 } })
  })
}

const letters: Array<[what: string, fields: string[], text: string]> = [
  ['a question', ['Subject: Re: Ausgabe 7'], 'Wie kann ich mich abmelden?'],
  ['a refusal', ['Subject: Re: Ausgabe 7'], 'Ich möchte mich nicht abmelden, nur die Adresse ändern.'],
  ['words of the issue that is quoted', ['Subject: Re: Ausgabe 7'],
    'Danke für den Hinweis!\n\n> Abmelden: https://x.example'],
  ['words below a quoted heading', ['Subject: Re: Ausgabe 7'],
    'Sehr schön.\n\nAm 28.11.2026 um 10:00 schrieb Integrationsbrief <brief@hessen.example>:\nHier abmelden'],
  ['a letter that asks for it first and is long', ['Subject: Beschwerde'],
    `Bitte abmelden. ${'Das ist ein langer Brief. '.repeat(20)}`],
  ['a long letter', ['Subject: Beschwerde'], `${'Das ist ein langer Brief. '.repeat(20)} Bitte abmelden.`]
]

for (const [what, fields, text] of letters) {
  t.test(`${what} is for somebody to read: nobody is unsubscribed`, async t => {
    t.match(await read(mail([...PERSON, ...fields], text)), { kind: 'unknown', recipients: { length: 0 } })
  })
}
