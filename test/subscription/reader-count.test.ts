import t from 'tap'
import { createReaderCount } from '../../src/subscription/reader-count.js'
import { addReaders, someAddresses } from '../support/readers.js'
import { testService, until } from '../support/service.js'

t.test('where counting takes long, it is done once in half a minute, and nobody waits for a second count', async t => {
  const service = await testService(t)
  const { pool, clock } = service
  const [first = '', second = '', third = ''] = someAddresses(3)
  await addReaders(service, [first, second])
  const count = createReaderCount(service, { quickMs: 0 })
  t.same(await Promise.all([count(), count()]), [2, 2])
  await addReaders(service, [third])
  clock.travel({ minutes: 1 })
  t.equal(await count(), 2, 'the old number, while it is counted again')
  await until(async () => await count() === 3)
  await pool.query('alter table subscriber rename to away')
  clock.travel({ minutes: 1 })
  t.equal(await count(), 3)
  await pool.query('alter table away rename to subscriber')
})

t.test('where counting is quick, the number is that of now', async t => {
  const service = await testService(t)
  const { clock } = service
  const [first = '', ...others] = someAddresses(3)
  await addReaders(service, [first])
  const count = createReaderCount(service, { quickMs: 10_000 })
  t.equal(await count(), 1)
  await addReaders(service, others)
  clock.travel({ minutes: 1 })
  t.equal(await count(), 3)
})
