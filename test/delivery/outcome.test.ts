import t from 'tap'
import { judge } from '../../src/delivery/outcome.js'
import { RelayError, type RelayStage } from '../../src/platform/mail/relay-connection.js'

const cases: Array<[what: string, stage: RelayStage, reply: number | null, status: string | null, kind: string]> = [
  ['an unknown mailbox fails', 'recipient', 550, '5.1.1', 'failed'],
  ['a refusal without an enhanced code fails', 'recipient', 550, null, 'failed'],
  ['a message refused for its content fails', 'message', 554, '5.6.0', 'failed'],
  ['greylisting is deferred', 'recipient', 451, '4.7.1', 'deferred'],
  ['a full mailbox is deferred', 'recipient', 452, '4.2.2', 'deferred'],
  ['a message that cannot be taken now is deferred', 'message', 451, null, 'deferred'],
  ['a policy refusal is our own fault and uses nobody up', 'message', 550, '5.7.515', 'halted'],
  ['a refused sender halts', 'sender', 550, '5.1.8', 'halted'],
  ['a refused login halts', 'login', 535, '5.7.8', 'halted'],
  ['a relay that closes halts', 'recipient', 421, '4.3.2', 'halted'],
  ['a broken connection halts', 'connection', null, null, 'halted'],
  ['a connection that breaks within the message halts', 'message', null, null, 'halted']
]

for (const [what, stage, reply, status, kind] of cases) {
  t.test(what, async t => { t.equal(judge(new RelayError(stage, reply, status)).kind, kind) })
}
