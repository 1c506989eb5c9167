import t from 'tap'
import { createTurns } from '../../../src/desk/drafts/turns.js'
import { travelClock } from '../../support/clock.js'
import { internetHere, startSite } from '../../support/foreign-site.js'
import { withResolvers } from '../../../src/platform/with-resolvers.js'
import { atDesk, seen, writing } from './writing.js'

t.test('links are looked up at the press of a button, and what is not fine leads to its field', async t => {
  const site = await startSite(t, ({ url }, response) => response.writeHead(url === '/gut' ? 200 : 404).end())
  const { kim, path, blocks, clock } = await writing(t, 1, { internet: internetHere })
  const [block = ''] = await blocks()
  const save = async (base: string, body: string) => await kim.post(`${path}/bloecke/${block}`, { base, body })
  await save('1', `[Gut](${site.url('/gut')}), [weg](${site.url('/weg')}), [Haus](${site.url('/', 'intern.example')})`)
  t.ok((await kim.get(`${path}/vorschau`)).payload.includes(`<form method="post" action="${path}/vorschau/links">`))
  const { statusCode, payload } = await kim.post(`${path}/vorschau/links`)
  t.equal(statusCode, 200)
  t.match(seen(payload), /2 von 3 Links sollten Sie ansehen\. .*Defekt: Die Seite gibt es nicht .*Nicht öffentlich: /)
  t.equal(payload.match(new RegExp(`href="${path}#b1-body"`, 'g'))?.length, 2)
  t.same(site.requests, ['HEAD /gut', 'HEAD /weg', 'GET /weg'])

  clock.travel({ minutes: 1 })
  await save('2', `[Gut](${site.url('/gut')})`)
  t.match(seen((await kim.post(`${path}/vorschau/links`)).payload), /Der Link ist in Ordnung\./)
})

t.test('nobody can look links up again and again, and nobody else in the same draft meanwhile', async t => {
  const { promise: isAsked, resolve: asked } = withResolvers()
  const { promise: mayAnswer, resolve: answer } = withResolvers()
  const site = await startSite(t, (_, response) => {
    asked()
    void mayAnswer.then(() => response.end())
  })
  const service = await writing(t, 1, { internet: internetHere })
  const { kim, path, blocks, clock } = service
  const [block = ''] = await blocks()
  await kim.post(`${path}/bloecke/${block}`, { base: '1', body: `[Gut](${site.url('/gut')})` })
  const alex = await atDesk(service, { name: 'Alex', roles: ['approve'] })
  const links = `${path}/vorschau/links`
  const running = kim.post(links)
  await isAsked
  for (const who of [kim, alex]) {
    const refused = await who.post(links)
    t.equal(refused.statusCode, 429)
    t.match(seen(refused.payload), /Bitte warten Sie einen Moment/)
  }
  answer()
  t.equal((await running).statusCode, 200)
  t.equal((await kim.post(links)).statusCode, 429, 'not at once')
  clock.travel({ minutes: 1 })
  t.equal((await alex.post(links)).statusCode, 200, 'who approves may, too')
  t.same(site.requests, ['HEAD /gut', 'HEAD /gut'])
})

t.test('one press visits no website more often than thirty times', async t => {
  const site = await startSite(t, (_, response) => response.end())
  const { kim, path, blocks } = await writing(t, 1, { internet: internetHere })
  const [block = ''] = await blocks()
  const body = Array.from({ length: 50 }, (_, number) => `[Seite](${site.url(`/${number}`)})`).join(' ')
  await kim.post(`${path}/bloecke/${block}`, { base: '1', body })
  const { payload } = await kim.post(`${path}/vorschau/links`)
  t.match(seen(payload), /20 von 50 Links sollten Sie ansehen\. .*höchstens 30 Adressen/)
  t.equal(site.requests.length, 30)
})

t.test('a turn is over when it is given back, after a pause, for all that it was taken for', t => {
  const clock = travelClock()
  const turns = createTurns({ clock }, 20_000)
  const finish = turns.take(['a', 'b'])
  clock.travel({ minutes: 60 })
  t.equal(turns.take(['b', 'c']), null)
  t.type(turns.take(['c']), 'function')
  finish?.()
  t.equal(turns.take(['a']), null)
  clock.travel({ minutes: 1 })
  t.type(turns.take(['a', 'b']), 'function')
  t.end()
})
