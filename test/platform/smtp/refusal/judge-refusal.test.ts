import t from 'tap'
import { processorMs } from '../../../support/processor-time.js'
import { BY_REPLY } from '../../../../src/platform/smtp/refusal/by-reply.js'
import { BY_STATUS } from '../../../../src/platform/smtp/refusal/by-status.js'
import { BY_WORDS } from '../../../../src/platform/smtp/refusal/by-words.js'
import { judgeRefusal } from '../../../../src/platform/smtp/refusal/judge-refusal.js'

/** A reply as it stands in a session: code, status and words. */
function judge (reply: string): { kind: string, rule: string } {
  const [, code = null, status = null, text = ''] = /^(\d{3})?(?: ?(\d\.\d+\.\d+))? ?(.*)$/.exec(reply) ?? []
  return judgeRefusal({ code: code === null ? null : Number(code), status, text })
}

const replies: Record<string, readonly string[]> = {
  hard: [
    '550 5.1.1 User unknown',
    '550 5.1.1',
    '550 User unknown in virtual mailbox table',
    '550 No such user here',
    '550 <x@y.example>: Recipient address rejected: User unknown in local recipient table',
    '550 Invalid recipient x@y.example',
    '550 5.5.0 Requested action not taken: mailbox unavailable',
    '550 Unknown user: x',
    '550 Unrouteable address',
    '550 Benutzer nicht bekannt',
    'No matches to nameserver query',
    'Does not have a final email delivery point',
    '550 Der Empfänger existiert nicht',
    '550 5.4.1 Recipient address rejected: Access denied',
    '550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found',
    '550 5.1.2 Host unknown',
    '554 5.4.4 Host or domain name not found. Name service error for name=y.example type=A: Host not found',
    '556 The domain takes no mail',
    '554 delivery error: dd This user doesn\'t have a beispiel.example account',
    '554 delivery error: dd This account has been disabled or discontinued',
    '550 This mailbox is no longer in use',
    '550 Account closed',
    '554 5.7.1 <x@y.example>: Recipient address rejected: Nonexistent user',
    '550 5.0.0 L\'utilisateur est inconnu',
    '554 5.4.4 Sorry, I couldn\'t find a mail exchanger or IP address',
    '550 5.0.0 The address couldn\'t be found. Check for typos or unnecessary spaces and try again.'
  ],
  full: [
    '552 5.2.2 Mailbox full',
    '552 5.0.0',
    '452 4.2.2 Over quota',
    '550 5.1.1 User is over quota',
    '552',
    '554 Sorry, your message cannot be delivered. This account is over quota.',
    '550 Benutzer hat das Speichervolumen ueberschritten'
  ],
  policy: [
    '550 5.2.0 From: domain is invalid. Use a valid From:',
    '550 5.7.1 Message refused',
    '550 Too many invalid recipients from you',
    '550 Your server sent to too many nonexistent users',
    '554 5.7.1 Backscatter protection found an address that has expired',
    '550 5.7.26 Unauthenticated mail from y.example is not accepted',
    '550 Rejected: your IP address is on a block list',
    '550 5.1.1 blocked: user unknown or spam',
    '550 Sender address rejected: Domain not found',
    '550 Sender verify failed: No such user',
    '554 5.7.1 Relay access denied',
    '553 sorry, that domain isn\'t in my list of allowed rcpthosts (#5.7.1)',
    '552 5.3.4 Message size exceeds fixed limit',
    '552 Message too large',
    '554 5.6.0 Message content rejected',
    '554 Virus found',
    '550 5.1.8 Domain of sender address does not exist',
    '530 5.7.57 Client was not authenticated',
    '550 Only members of this list may write; user unknown to the list'
  ],
  soft: [
    '550 5.1.1 RCP-P2 Refused because of recipient preferences',
    '550 The server of the recipient does not accept our requests to connect',
    '451 4.7.1 Greylisted, please try again later',
    '450 4.1.1 User unknown',
    '450 User unknown',
    '550 5.2.1 The email account that you tried to reach is disabled',
    '550 Mailbox temporarily disabled',
    '550 5.4.6 Mail for y.example loops back to myself',
    '554 5.4.7 Delivery expired',
    '550 5.1.1 This user is currently suspended',
    '554 Host or domain name not found. Name service error for name=y.example: Host not found, try again',
    '553 5.6.7 Address needs SMTPUTF8'
  ],
  unknown: [
    '550 5.0.0', '550', '554 Transaction failed', '551 User not local; try <z@y.example>', '550 Invalid domain',
    'Nothing'
  ]
}

for (const [kind, each] of Object.entries(replies)) {
  t.test(`${kind}: what mail servers say`, async t => {
    for (const reply of each) t.equal(judge(reply).kind, kind, `${reply} (${judge(reply).rule})`)
  })
}

t.test('what only looks like words of a reply is not read: links, addresses, names of hosts', async t => {
  t.equal(judge('550 User unknown, see https://spam.example/blocked').kind, 'hard')
  t.equal(judge('550 <blocked.spam@virus.example> user unknown').kind, 'hard')
  t.equal(judge('550 antispam.mx.beispiel.de says: no such user').kind, 'hard')
  t.equal(judge('550 <user.unknown@y.example>: Command not implemented').kind, 'unknown')
})

t.test('words that leave it open are not a reason', async t => {
  t.equal(judge('550 The address may not exist').kind, 'unknown')
  t.equal(judge('550 Delivered to none. The user is new. Unknown error').kind, 'unknown')
})

t.test('every row has a name of its own that will not change, and says where it is from', async t => {
  const rows = [...BY_STATUS, ...BY_REPLY, ...BY_WORDS]
  t.equal(new Set(rows.map(({ rule }) => rule)).size, rows.length)
  for (const { rule, kind, fault, source } of rows) {
    t.match(rule, /^(?:status|reply|words)(?:-[a-z]+)+$/)
    t.ok(source.length > 20, rule)
    t.ok(fault === undefined || kind === 'policy', rule)
  }
})

t.test('no status of policy and no transient one is ever hard without words about the mailbox', async t => {
  for (let detail = 0; detail < 130; detail++) {
    t.not(judge(`550 5.7.${detail}`).kind, [17, 18].includes(detail) ? 'policy' : 'hard')
    for (let subject = 0; subject < 8; subject++) {
      t.not(judge(`450 4.${subject}.${detail} user unknown, no such mailbox`).kind, 'hard')
    }
  }
})

t.test('a reply of any length is judged at once', async t => {
  for (const word of ['user ', 'unknown ', 'mailbox not ', 'sender ', 'connection ', 'a.', '550 ', '<']) {
    const text = word.repeat(100_000)
    t.ok(await processorMs(() => judgeRefusal({ code: 550, status: null, text })) < 1_000, word)
  }
})
