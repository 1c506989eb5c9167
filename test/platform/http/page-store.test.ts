import t from 'tap'
import { createPageStore, type PageStore } from '../../../src/platform/http/page-store.js'
import { storePage } from '../../../src/platform/http/stored-page.js'
import { travelClock, type TravelClock } from '../../support/clock.js'

const LIMITS = { freshMs: 60_000, absentMs: 6_000, pages: 2, absent: 3 }

interface Shelf {
  texts: Map<string, string>
  looks: string[]
  renderings: number
  clock: TravelClock
  page: (key: string) => Promise<string | null>
  store: PageStore
  /** Of what all pages are made besides. */
  version: string
}

/** Pages made of the texts in `texts`, and how often somebody looked at them. */
function shelf (): Shelf {
  const texts = new Map<string, string>()
  const looks: string[] = []
  const clock = travelClock()
  const store = createPageStore<string>({
    clock,
    async load (key) {
      looks.push(key)
      const text = texts.get(key)
      if (text === 'fault') throw new Error('no database')
      return text ?? null
    },
    async render (text) {
      made.renderings++
      return storePage(text, { cacheControl: 'no-cache' }, {})
    },
    version: async () => made.version
  }, LIMITS)
  const page = async (key: string): Promise<string | null> => (await store(key))?.plain.body.toString() ?? null
  const made: Shelf = { texts, looks, renderings: 0, clock, page, store, version: '1' }
  return made
}

t.test('however many ask at once, a page is looked up and rendered once', async t => {
  const made = shelf()
  made.texts.set('a', 'A')
  t.same(await Promise.all(Array.from({ length: 1_000 }, async () => await made.page('a'))), Array(1_000).fill('A'))
  t.same(made.looks, ['a'])
  t.equal(made.renderings, 1)
  t.notOk(made.store('a') instanceof Promise, 'a page in memory is there at once')
})

t.test('a page that is withdrawn or changed is so after the time that a page stays fresh', async t => {
  const made = shelf()
  made.texts.set('a', 'A')
  await made.page('a')
  made.texts.set('a', 'B')
  made.clock.travel({ minutes: 0.9 })
  t.equal(await made.page('a'), 'A')
  made.clock.travel({ minutes: 0.1 })
  t.equal(await made.page('a'), 'B')
  made.texts.delete('a')
  made.clock.travel({ minutes: 1 })
  t.equal(await made.page('a'), null)
})

t.test('a page whose source has not changed is not rendered again', async t => {
  const made = shelf()
  made.texts.set('a', 'A')
  await made.page('a')
  const first = made.store('a')
  made.clock.travel({ minutes: 1 })
  await made.page('a')
  t.equal(made.looks.length, 2)
  t.equal(made.renderings, 1)
  t.equal(made.store('a'), first)
})

t.test('a page that does not exist is looked up once in a while, and seen soon after it exists', async t => {
  const made = shelf()
  for (let asked = 0; asked < 5; asked++) t.equal(await made.page('a'), null)
  t.equal(made.looks.length, 1)
  made.texts.set('a', 'A')
  made.clock.travel({ minutes: 0.1 })
  t.equal(await made.page('a'), 'A')
})

t.test('the pages asked for last are kept, and names without a page push none of them out', async t => {
  const made = shelf()
  for (const key of ['a', 'b', 'c']) made.texts.set(key, key)
  for (const key of ['a', 'b', 'a', 'c']) await made.page(key)
  for (let name = 0; name < 100; name++) await made.page(`x${name}`)
  made.looks.length = 0
  for (const key of ['a', 'c']) await made.page(key)
  t.same(made.looks, [])
  await made.page('b')
  t.same(made.looks, ['b'])
  await made.page('x0')
  t.same(made.looks, ['b', 'x0'], 'of the names, too, only some are remembered')
})

t.test('while nothing can be looked up, the page in memory is sent; without one the fault is thrown', async t => {
  const made = shelf()
  made.texts.set('a', 'A')
  await made.page('a')
  for (const key of ['a', 'b']) made.texts.set(key, 'fault')
  made.clock.travel({ minutes: 1 })
  made.looks.length = 0
  t.equal(await made.page('a'), 'A')
  t.equal(await made.page('a'), 'A')
  t.same(made.looks, ['a'], 'it is not looked up for each reader')
  await t.rejects(made.page('b'), { message: 'no database' })
  made.texts.set('b', 'B')
  t.equal(await made.page('b'), 'B')
})

t.test('a page that was withdrawn does not come back when nothing can be looked up', async t => {
  const made = shelf()
  made.texts.set('a', 'A')
  await made.page('a')
  made.texts.delete('a')
  made.clock.travel({ minutes: 1 })
  t.equal(await made.page('a'), null)
  made.texts.set('a', 'fault')
  made.clock.travel({ minutes: 1 })
  await t.rejects(made.page('a'), { message: 'no database' })
})

t.test('pages that nobody asks for again are dropped, too', async t => {
  const made = shelf()
  for (const key of ['a', 'b', 'c']) made.texts.set(key, key)
  for (const key of ['a', 'b', 'c', 'a']) await made.page(key)
  t.same(made.looks, ['a', 'b', 'c', 'a'])
})

t.test('a clock that is set back keeps no page for longer, and no name without one', async t => {
  const made = shelf()
  made.texts.set('a', 'A')
  await made.page('a')
  await made.page('b')
  for (const key of ['a', 'b']) made.texts.set(key, 'B')
  made.clock.travel({ hours: -5 })
  t.equal(await made.page('a'), 'B')
  t.equal(await made.page('b'), 'B')
})

t.test('a page is rendered again when what all pages are made of is another', async t => {
  const made = shelf()
  made.texts.set('a', 'A')
  await made.page('a')
  made.clock.travel({ minutes: 1 })
  await made.page('a')
  t.equal(made.renderings, 1)
  made.version = '2'
  made.clock.travel({ minutes: 1 })
  await made.page('a')
  t.equal(made.renderings, 2)
})
