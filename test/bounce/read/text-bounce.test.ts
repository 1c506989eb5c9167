import t from 'tap'
import { bounce, mail, read, RETURNED, TAGGED } from './mails.js'

type Case = [server: string, text: string, kind: string, addresses: Array<string | null>]

const ANNA = 'anna@beispiel.example'

/** Invented reports in the style of each server, with what is returned below. */
const cases: Case[] = [
  ['qmail', `Hi. This is the qmail-send program at mx.beispiel.example.
I'm afraid I wasn't able to deliver your message to the following addresses.
This is a permanent error; I've given up. Sorry it didn't work out.

<${ANNA}>:
Sorry, no mailbox here by that name. (#5.1.1)

--- Below this line is a copy of the message.

${RETURNED}`, 'hard', [ANNA]],
  ['qmail with two recipients', `Hi. This is the qmail-send program at mx.beispiel.example.
I'm afraid I wasn't able to deliver your message to the following addresses.

<${ANNA}>:
Sorry, I couldn't find any host named beispiel.example. (#5.1.2)

<berta@beispiel.example>:
192.0.2.1 does not like recipient.
Remote host said: 452 4.2.2 mailbox full
I'm not going to try again; this message has been in the queue too long.

--- Below this line is a copy of the message.

${RETURNED}`, 'hard', [ANNA, 'berta@beispiel.example']],
  ['Exim', `This message was created automatically by mail delivery software.

A message that you sent could not be delivered to one or more of its
recipients. This is a permanent error. The following address(es) failed:

  ${ANNA}
    host mx.beispiel.example [192.0.2.1]
    SMTP error from remote mail server after RCPT TO:<${ANNA}>:
    550 unknown user

------ This is a copy of the message, including all the headers. ------

${RETURNED}`, 'hard', [ANNA]],
  ['Exim whose peer refuses the sender', `This message was created automatically by mail delivery software.

A message that you sent could not be delivered to one or more of its
recipients. This is a permanent error. The following address(es) failed:

  ${ANNA}
    SMTP error from remote mail server after MAIL FROM:<${TAGGED}>:
    host mx.beispiel.example [192.0.2.1]: 553 5.1.0 bounces.hessen.example does not exist

------ This is a copy of the message, including all the headers. ------

${RETURNED}`, 'policy', [ANNA]],
  ['qmail without an exchanger', `Hi. This is the qmail-send program at mx.beispiel.example.
I'm afraid I wasn't able to deliver your message to the following addresses.

<${ANNA}>:
Sorry, I couldn't find a mail exchanger or IP address. (#5.4.4)

--- Below this line is a copy of the message.

${RETURNED}`, 'hard', [ANNA]],
  ['Exim that waits', `This message was created automatically by mail delivery software.
A message that you sent has not yet been delivered to one or more of its
recipients after more than 24 hours on the queue on mx.beispiel.example.

  ${ANNA}

No action is required on your part. Delivery attempts will continue for
some time.`, 'delayed', [ANNA]],
  ['sendmail of old', `The original message was received at Sat, 28 Nov 2026 10:00:00 GMT

   ----- The following addresses had permanent fatal errors -----
<${ANNA}>

   ----- Transcript of session follows -----
... while talking to mx.beispiel.example.:
>>> RCPT To:<${ANNA}>
<<< 550 5.1.1 <${ANNA}>... User unknown
550 <${ANNA}>... User unknown

   ----- Original message follows -----

${RETURNED}`, 'hard', [ANNA]],
  ['sendmail that does not find the host', `   ----- Transcript of session follows -----
550 ${ANNA}... Host unknown (Name server: beispiel.example: host not found)

   ----- Unsent message follows -----
${RETURNED}`, 'hard', [ANNA]],
  ['Postfix without a report', `This is the mail system at host mx.beispiel.example.

<${ANNA}>: host mx2.beispiel.example[192.0.2.1] said: 554 5.7.1 Service
    unavailable; Client host [192.0.2.9] blocked using a block list (in reply
    to RCPT TO command)`, 'policy', [ANNA]],
  ['Exchange 5.5', `Your message

  To:      ${ANNA}
  Subject: Ausgabe 7
  Sent:    Sat, 28 Nov 2026 10:00:00 +0100

did not reach the following recipient(s):

${ANNA} on Sat, 28 Nov 2026 10:00:01 +0100
    The recipient name is not recognized
        The MTS-ID of the original message is: c=de;a= ;p=beispiel`, 'hard', [ANNA]],
  ['Exchange', `Delivery has failed to these recipients or groups:

${ANNA}
The email address you entered couldn't be found. Please check the recipient's email address and try to resend it.

Diagnostic information for administrators:

Generating server: ex.beispiel.example
${ANNA}
#550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup ##

Original message headers:

${RETURNED}`, 'hard', [ANNA]],
  ['Exchange with a group that takes no mail', `Delivery has failed to these recipients or groups:

${ANNA}
Your message wasn't delivered because the group only accepts messages from people in its organization.

#550 5.7.133 RESOLVER.RST.SenderNotAuthenticatedForGroup; authentication required ##`, 'policy', [ANNA]],
  ['Domino', `Your message

  Subject: Ausgabe 7

was not delivered to:

  ${ANNA}

because:

  User Anna Beispiel (${ANNA}) not listed in Domino Directory`, 'hard', [ANNA]],
  ['Courier', `This is a delivery status notification from mx.beispiel.example,
running the Courier mail server.

The original message was received on Sat, 28 Nov 2026 10:00:00 +0100

 UNDELIVERABLE MAIL

Your message to the following recipients cannot be delivered:

<${ANNA}>:
    mx2.beispiel.example [192.0.2.1]:
>>> RCPT TO:<${ANNA}>
<<< 550 User does not exist.`, 'hard', [ANNA]],
  ['Gmail', `Delivery to the following recipient failed permanently:

     ${ANNA}

Technical details of permanent failure:
Google tried to deliver your message, but it was rejected by the server for the recipient domain.

The error that the other server returned was:
550-5.1.1 The email account that you tried to reach does not exist. Please try
550 5.1.1 double-checking the recipient's email address.

----- Original message -----

${RETURNED}`, 'hard', [ANNA]],
  ['Yahoo', `Sorry, we were unable to deliver your message to the following address.

<${ANNA}>:
Remote host said: 554 delivery error: dd This user doesn't have a beispiel.example account (${ANNA}) [0]`,
  'hard', [ANNA]],
  ['GMX', `This message was created automatically by mail delivery software.
A message could not be delivered to all of its recipients. The following address failed:

"${ANNA}":
SMTP error from remote server for RCPT TO command, host: mx00.beispiel.example (192.0.2.1)
reason: 550 Requested action not taken: mailbox unavailable`, 'hard', [ANNA]],
  ['a German server', `Ihre Nachricht an die folgende Adresse konnte nicht zugestellt werden:

${ANNA}

Der Empfänger ist unbekannt.`, 'hard', [ANNA]],
  ['a German server with a full mailbox', `Ihre E-Mail konnte nicht zugestellt werden.

${ANNA}: Das Postfach des Empfängers ist voll.`, 'full', [ANNA]],
  ['one that gave up on a host', `Delivery failed for ${ANNA}.
Connection timed out. Message expired after 5 days.`, 'soft', [ANNA]],
  ['one that names nobody', 'Your message could not be delivered: the mailbox is over quota.', 'full', [null]],
  ['one that says no reason', `Your message to ${ANNA} could not be delivered.`, 'unknown', [ANNA]]
]

for (const [server, text, kind, addresses] of cases) {
  t.test(`a report of ${server} is understood`, async t => {
    const report = await read(bounce(text))
    t.equal(report.kind, kind, JSON.stringify(report.recipients))
    t.same(report.recipients.map(({ address }) => address), addresses)
    if (text.includes(RETURNED)) t.same(report.returned.senders, [TAGGED])
  })
}

t.test('who failed may stand in the header, and the text of Gmail or Exim then says why', async t => {
  const report = await read(bounce('The mailbox you wrote to is full.', [`X-Failed-Recipients: ${ANNA}`]))
  t.match(report, { kind: 'full', recipients: [{ address: ANNA }] })
})

t.test('a report that is HTML only is read, and what its style sheet says is not', async t => {
  const html = `<html><head><style>.spam { color: red }</style></head><body><p>Undeliverable:</p>
    <div>${ANNA}</div><div>550&nbsp;5.1.1 User unknown</div></body></html>`
  const report = await read(bounce(html, ['MIME-Version: 1.0', 'Content-Type: text/html']))
  t.match(report, { kind: 'hard', recipients: [{ address: ANNA, status: '5.1.1' }] })
})

t.test('reports in other languages and charsets are read', async t => {
  const latin = Buffer.from(bounce(`<${ANNA}>: L'adresse du destinataire n'existe pas (boîte inconnue).`, [
    'MIME-Version: 1.0', 'Content-Type: text/plain; charset=iso-8859-1', 'Content-Transfer-Encoding: 8bit'
  ]), 'latin1')
  t.equal((await read(latin.toString('latin1'))).kind, 'hard')
  const encoded = Buffer.from(`<${ANNA}>: Der Empfänger existiert nicht.`).toString('base64')
  t.equal((await read(bounce(encoded, [
    'MIME-Version: 1.0', 'Content-Type: text/plain; charset=utf-8', 'Content-Transfer-Encoding: base64'
  ]))).kind, 'hard')
})

t.test('an ordinary mail that speaks of bounces is not one', async t => {
  const { kind, recipients } = await read(mail([
    'From: Berta <berta@amt.example>', 'To: brief@hessen.example', 'Subject: Frage zur Ausgabe 7'
  ], 'Guten Tag, die Adresse anna@beispiel.example stimmt, oder? Viele Grüße'))
  t.equal(kind, 'unknown')
  t.same(recipients, [])
})
