import t, { type Test } from 'tap'
import { RelayError } from '../../../src/platform/smtp/relay-error.js'
import type { RelayFault } from '../../../src/platform/smtp/relay-fault.js'
import { watchRelays } from '../../../src/platform/smtp/relay-watch.js'
import { testLog } from '../../support/log.js'
import { until } from '../../support/service.js'

const MINUTE = 60_000

/** A watch whose clock the test moves, what it logs, and what it writes down. */
function watching (t: Test) {
  const { log, lines } = testLog(t)
  const written: string[] = []
  let time = 0
  const watch = watchRelays({
    log,
    now: () => time,
    store: {
      note: async (relay, fault) => { written.push(`${relay} ${fault}`) },
      clear: async relay => { written.push(`${relay} ok`) }
    }
  })
  return {
    written,
    logged: () => lines().map(line => {
      const { level, event, relay, reason } = JSON.parse(line)
      return [level, event, relay, reason].join(' ')
    }),
    pass: (ms: number) => { time += ms },
    fail: (fault: RelayFault, relay = 'a:25') =>
      watch.failed(relay, new RelayError('connection', null, null, '', false, fault)),
    reach: (relay = 'a:25') => watch.reached(relay)
  }
}

t.test('a refused certificate is one error when it begins, and one line when it is over', async t => {
  const { logged, fail, reach, pass } = watching(t)
  for (let times = 0; times < 100; times++) { fail('certificate-expired'); pass(5_000) }
  t.same(logged(), ['error relay_certificate_refused a:25 certificate-expired'])
  for (let times = 0; times < 3; times++) reach()
  t.same(logged().slice(1), ['info relay_reached a:25 certificate-expired'])
})

t.test('another reason, and another relay, are news', async t => {
  const { logged, fail } = watching(t)
  fail('certificate-expired')
  fail('certificate-wrong-name')
  fail('certificate-wrong-name')
  fail('login-refused', 'b:25')
  fail('starttls-missing', 'c:25')
  t.same(logged(), [
    'error relay_certificate_refused a:25 certificate-expired',
    'error relay_certificate_refused a:25 certificate-wrong-name',
    'error relay_refuses_us b:25 login-refused',
    'error relay_tls_refused c:25 starttls-missing'
  ])
})

t.test('a relay that is away is a warning, and an error when it is away for five minutes', async t => {
  const { logged, fail, pass } = watching(t)
  for (let times = 0; times < 12 * 10; times++) { fail('connection-refused'); pass(5_000) }
  t.same(logged(), [
    'warn relay_unreachable a:25 connection-refused',
    'error relay_unreachable a:25 connection-refused'
  ])
})

t.test('a relay that comes and goes is logged once a minute at most', async t => {
  const { logged, fail, reach, pass } = watching(t)
  for (let times = 0; times < 120; times++) { fail('not-now'); reach(); pass(1_000) }
  t.equal(logged().filter(line => line.startsWith('warn')).length, 2)
  t.equal(logged().filter(line => line.startsWith('info')).length, 2)
  pass(MINUTE)
  fail('not-now')
  t.equal(logged().at(-1), 'warn relay_unreachable a:25 not-now')
})

t.test('commands can read what is wrong: it is written down in order, now and then again, and taken away', async t => {
  const { written, fail, reach, pass } = watching(t)
  for (let times = 0; times < 10; times++) { fail('timed-out'); pass(1_000) }
  reach()
  reach()
  await until(() => written.length === 3)
  t.same(written, ['a:25 timed-out', 'a:25 timed-out', 'a:25 ok'])
  reach('b:25')
  await until(() => written.length === 4)
  t.equal(written[3], 'b:25 ok', 'what an earlier mailer has left behind is taken away, too')
})
