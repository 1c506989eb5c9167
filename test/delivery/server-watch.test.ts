import type { Pool } from 'pg'
import t from 'tap'
import { createServerWatch } from '../../src/delivery/server-watch.js'

t.test('another or a restarted server is acted upon once, and again until that has succeeded', async t => {
  let server = 'a'
  // A server is not restarted for this; test/chaos does.
  const pool = { query: async () => ({ rows: [{ server }], rowCount: 1 }) } as unknown as Pool
  let acted = 0
  let fails = false
  const watch = createServerWatch({ pool }, async () => {
    acted++
    if (fails) throw new Error('not now')
  })
  await watch()
  await watch()
  t.equal(acted, 0)
  server = 'b'
  fails = true
  await t.rejects(watch(), /not now/)
  fails = false
  await watch()
  t.equal(acted, 2)
  await watch()
  t.equal(acted, 2)
})
