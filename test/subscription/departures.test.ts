import t from 'tap'
import { departuresOf, FEWEST, mask } from '../../src/subscription/departures.js'
import { unsubscribe } from '../../src/subscription/unsubscribe.js'
import { addReaders, someAddresses } from '../support/readers.js'
import { testService } from '../support/service.js'

const daysOf = (figures: readonly number[]) =>
  figures.map((departures, index) => ({ day: `2026-03-${String(index + 1).padStart(2, '0')}`, departures }))

t.test('who left by an issue is told by day once the day is over, and never below ten', async t => {
  const service = await testService(t)
  const { clock } = service
  const ids = await addReaders(service, someAddresses(60))
  let next = 0
  const leave = async (count: number, issue = 3): Promise<void> => {
    for (let left = 0; left < count; left++) await unsubscribe(service, { id: ids[next++] as string, issue })
  }
  t.same(await departuresOf(service, 3), { days: [], total: 0, atLeast: 0 })
  await leave(12)
  await leave(11, 4)
  t.same((await departuresOf(service, 3)).days, [], 'today may still grow by one who is known')
  clock.travel({ days: 1 })
  await leave(9)
  t.same(await departuresOf(service, 3), {
    days: [{ day: '2026-03-02', departures: 12 }], total: 12, atLeast: 12
  })
  clock.travel({ days: 1 })
  t.same(await departuresOf(service, 3), {
    days: [{ day: '2026-03-02', departures: 12 }, { day: '2026-03-03', departures: null }], total: null, atLeast: 12
  })
  await leave(5)
  clock.travel({ days: 12 })
  const { days, total, atLeast } = await departuresOf(service, 3)
  t.equal(days.length, 14)
  t.same([total, atLeast], [26, 12], 'the fourteen that are hidden may be of any of thirteen days')
  await leave(10)
  clock.travel({ days: 1 })
  t.same(await departuresOf(service, 3), { days, total, atLeast }, 'what comes later changes nothing')
})

t.test('a total never tells a hidden day: each may still be anything from 0 to 9', t => {
  const figures = [0, 1, 8, 9, 10, 40]
  for (const a of figures) {
    for (const b of figures) {
      for (const c of figures) {
        const real = [a, b, c]
        for (const isOver of [true, false]) {
          const { days, total, atLeast } = mask(daysOf(real), { isOver })
          t.same(days.map(({ departures }) => departures), real.map(figure => figure < FEWEST ? null : figure))
          const hidden = days.filter(({ departures }) => departures === null).length
          if (total === null || hidden === 0) continue
          for (const each of [0, 9]) {
            const others = total - atLeast - each
            t.ok(others >= 0 && others <= 9 * (hidden - 1), `${real.join(' ')}: a hidden day may be ${each}`)
          }
        }
      }
    }
  }
  t.equal(mask(daysOf([9, 9, 40]), { isOver: true }).total, null, 'eighteen on two days would tell both')
  t.equal(mask(daysOf([6, 6, 6, 40]), { isOver: true }).total, 58)
  t.equal(mask(daysOf([6, 6, 6, 40]), { isOver: false }).total, null, 'tomorrow it would tell tomorrow')
  t.end()
})
