import t from 'tap'
import { createReaderCount } from '../../src/subscription/reader-count.js'
import { addReaders, someAddresses } from '../support/readers.js'
import { testService, until } from '../support/service.js'

t.test('readers are counted once in half a minute, and nobody waits for a second count', async t => {
  const service = await testService(t)
  const { pool, clock } = service
  const [first = '', second = '', third = ''] = someAddresses(3)
  await addReaders(service, [first, second])
  const count = createReaderCount(service)
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
