import t from 'tap'
import { judge, type Verdict } from '../../../src/platform/smtp/judge.js'
import { RelayError, type RelayStage } from '../../../src/platform/smtp/relay-error.js'

type Case = [what: string, stage: RelayStage, reply: number | null, status: string | null, verdict: Partial<Verdict>]

const cases: Case[] = [
  ['an unknown mailbox fails, and is a hard bounce', 'recipient', 550, '5.1.1',
    { kind: 'failed', status: '5.1.1', hard: true, suspicion: null }],
  ['an unknown domain likewise', 'recipient', 550, '5.1.2', { kind: 'failed', hard: true }],
  ['a refusal without an enhanced code fails, softly', 'recipient', 550, null,
    { kind: 'failed', status: '550', hard: false }],
  ['a mailbox that is full for good fails, softly', 'recipient', 552, '5.2.2', { kind: 'failed', hard: false }],
  ['a message refused for its content fails', 'message', 554, '5.6.0', { kind: 'failed', hard: false }],
  ['an address the relay cannot handle fails', 'recipient', 553, '5.6.7', { kind: 'failed', hard: false }],
  ['greylisting is deferred', 'recipient', 451, '4.7.1', { kind: 'deferred', status: '4.7.1' }],
  ['a full mailbox is deferred', 'recipient', 452, '4.2.2', { kind: 'deferred' }],
  ['a message that cannot be taken now is deferred', 'message', 451, null, { kind: 'deferred', status: '451' }],
  ['a relay that closes over a mail defers that mail', 'recipient', 421, '4.3.2',
    { kind: 'deferred', status: '4.4.2' }],
  ['a connection that breaks within the message defers it', 'message', null, null,
    { kind: 'deferred', status: '4.4.2' }],
  ['a policy refusal fails its mailbox, and is a sign against us', 'message', 550, '5.7.515',
    { kind: 'failed', status: '5.7.515', hard: false, suspicion: 'policy' }],
  ['likewise at the recipient, as Postfix\' access maps answer', 'recipient', 554, '5.7.1',
    { kind: 'failed', hard: false, suspicion: 'policy' }],
  ['a mail that is too big for one mailbox fails there', 'message', 552, '5.3.4',
    { kind: 'failed', hard: false, suspicion: 'too-large' }],
  ['one that is too big for the relay is our fault', 'sender', 552, '5.3.4',
    { kind: 'sender-at-fault', fault: 'too-large' }],
  ['a sender address that one mailbox refuses fails there', 'recipient', 550, '5.1.8',
    { kind: 'failed', hard: false, suspicion: 'sender-refused' }],
  ['a refused sender is our fault and uses nobody up', 'sender', 550, '5.1.8',
    { kind: 'sender-at-fault', fault: 'sender-refused' }],
  ['a refused login is our fault', 'login', 535, '5.7.8', { kind: 'sender-at-fault', fault: 'login-refused' }],
  ['a login that cannot be checked now waits', 'login', 454, '4.7.0', { kind: 'unreachable' }],
  ['a sender that cannot be checked now waits', 'sender', 451, null, { kind: 'unreachable' }],
  ['a relay that cannot be reached waits', 'connection', null, null, { kind: 'unreachable' }],
  ['a relay that refuses the connection waits', 'connection', 554, '5.7.1', { kind: 'unreachable' }]
]

for (const [what, stage, reply, status, verdict] of cases) {
  t.test(what, async t => { t.match(judge(new RelayError(stage, reply, status)), verdict) })
}
