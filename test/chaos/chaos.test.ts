import t from 'tap'
import { startTestServer } from '../support/test-server.js'
import { KINDS, playRound, type Kind, type RoundResult } from './round.js'

// A round of each kind; `npm run chaos` plays them by the hundred, with all waits in full length.

const CONNECTIONS = 10
/** What the promise about `kill -9` is made for; the others show the same with fewer. */
const RECIPIENTS: Partial<Record<Kind, number>> = { kill: 5_000 }
const FEWER = 1_000
/** Most rounds wait more than they work. */
const AT_ONCE = 2
/** `wake` does all that `stop` does, and more. */
const PLAYED = KINDS.filter(kind => kind !== 'stop')

const seed = Math.floor(Math.random() * 1e9)

const TITLES: Record<Kind, string> = {
  kill: 'kill -9 of a mailer loses nothing and repeats at most one mail a connection, with the same Message-ID',
  term: 'SIGTERM ends a mailer in time, and nothing is lost or repeated',
  linger: 'SIGTERM ends web and mailer in time while readers hold connections; nothing is lost or repeated',
  stop: 'a mailer that sleeps and wakes when another has its batch changes nothing any more',
  wake: 'a batch whose mailer slept, and whose next mailer ended, is still sent to the end',
  long: 'a living mailer keeps a batch that takes it longer than the patience with silent ones',
  three: 'of three mailers one is killed, and the others do its work',
  restart: 'PostgreSQL may be killed and started again in mid-flight',
  cut: 'the connection to PostgreSQL may be cut for a while',
  failover: 'a standby that lacks the last commits takes over: nothing is lost, and what is repeated is said',
  clock: 'a clock of the database that was two hours ahead holds up nothing once it is right again',
  close: 'a relay that closes connections at random holds up nobody',
  busy: 'a relay that answers 421 and 451 for a while gets every mail later',
  hang: 'a relay that falls silent in the middle of DATA gets the mail again',
  drop: 'a mail that the relay took without a reply is repeated once, and the issue says so',
  refuse: 'a relay that is not there yet is waited for',
  pause: 'an issue that is paused and resumed at once, again and again, is sent once',
  cancel: 'a cancelled issue accounts for everyone: sent before, or skipped',
  leave: 'who leaves before their batch is opened gets no mail'
}

if (process.env['TEST_DATABASE_URL'] === undefined) {
  // The file is run by itself.
  const server = await startTestServer()
  t.after(server.stop)
  process.env['TEST_DATABASE_URL'] = server.url
}

const waiting = [...PLAYED]
const rounds = new Map<Kind, Promise<RoundResult>>()
const settle = new Map<Kind, (result: RoundResult) => void>()
for (const kind of PLAYED) rounds.set(kind, new Promise(resolve => settle.set(kind, resolve)))

async function play (): Promise<void> {
  for (let kind = waiting.shift(); kind !== undefined; kind = waiting.shift()) {
    const recipients = RECIPIENTS[kind] ?? FEWER
    settle.get(kind)?.(await playRound(kind, { seed, recipients, connections: CONNECTIONS, quick: true }))
  }
}
const played = Promise.all(Array.from({ length: AT_ONCE }, play))

for (const kind of PLAYED) {
  t.test(TITLES[kind], async t => {
    const { lost, unaccounted, broken, logs, recipients } = await rounds.get(kind) as RoundResult
    const again = `npm run chaos -- --rounds 1 --quick --only ${kind} --seed ${seed} --recipients ${recipients}`
    t.same(broken, [], `seed ${seed}; again: ${again}`)
    t.same({ lost, unaccounted }, { lost: 0, unaccounted: 0 })
    if (broken.length > 0) t.comment(logs.join('\n'))
  })
}

t.test('every round has ended', async () => { await played })
