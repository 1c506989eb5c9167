import { pino } from 'pino'
import t from 'tap'
import { createRateLimiter } from '../../src/delivery/rate-limiter.js'
import { testDatabase } from '../support/database.js'
import { testLog } from '../support/log.js'

const never = new AbortController().signal
const log = pino({ level: 'silent' })

t.test('two workers together keep one pace, with an error under 5 %', async t => {
  const { pool } = await testDatabase(t)
  const rate = 200
  const times: number[] = []
  await Promise.all([1, 2].map(async () => {
    const pace = createRateLimiter({ pool, log, rate })
    await Promise.all([1, 2, 3].map(async () => {
      for (let mails = 0; mails < 100; mails++) {
        await pace(never)
        times.push(performance.now())
      }
    }))
  }))
  times.sort((a, b) => a - b)
  const seconds = ((times.at(-1) as number) - (times[0] as number)) / 1000
  const measured = (times.length - 1) / seconds
  // The last spans may be left unfinished by one worker, so the end is a little loose.
  t.ok(Math.abs(measured / rate - 1) < 0.05 + 0.5 / seconds, `${measured.toFixed(1)} mails a second instead of ${rate}`)
  for (let index = 0; index + rate < times.length; index++) {
    if ((times[index + rate] as number) - (times[index] as number) < 900) t.fail(`${rate} mails left within 0.9 s`)
  }
})

t.test('without a limit nothing waits, and a wait ends when the program does', async t => {
  const { pool } = await testDatabase(t)
  await createRateLimiter({ pool, log, rate: undefined })(never)
  const stopping = new AbortController()
  const pace = createRateLimiter({ pool, log, rate: 1 })
  await pace(stopping.signal)
  const second = pace(stopping.signal)
  stopping.abort()
  await t.rejects(second, { name: 'AbortError' })
})

t.test('a timeline that a wrong clock has moved into the future begins again now, and it is said', async t => {
  const { pool } = await testDatabase(t)
  const { log, lines } = testLog(t)
  await pool.query('update pace set next_free_at = now() + interval \'2 hours\'')
  const pace = createRateLimiter({ pool, log, rate: 100 })
  await pace(never)
  const { rows: [{ ahead }] } = await pool.query(
    'select extract(epoch from next_free_at - now())::float8 as ahead from pace'
  )
  t.ok(ahead <= 1, `${ahead} s ahead`)
  t.equal(lines().filter(line => line.includes('"clock_was_wrong"')).length, 1)
})
