import t from 'tap'
import { noteDayEnds } from '../../../src/subscription/counts.js'
import { unsubscribe } from '../../../src/subscription/unsubscribe.js'
import { signedIn } from '../../support/desk.js'
import { addReaders, someAddresses } from '../../support/readers.js'
import { testService } from '../../support/service.js'

const PAGE = '/redaktion/leserinnen'

/** The rows of the tables, cells joined, as they are read. */
const rowsOf = (html: string): string[] => [...html.matchAll(/<tr>(.*?)<\/tr>/gs)].map(([, row = '']) =>
  [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/g)].map(([, cell]) => cell?.replaceAll('&shy;', '')).join(' | '))
const namesOf = (html: string): string[] =>
  [...html.matchAll(/role="img" aria-label="([^"]*)"/g)].map(([, name = '']) => name)

t.test('who administers sees the number of readers, its months and its days, as charts and as tables', async t => {
  const service = await testService(t)
  const { clock } = service
  const ids = await addReaders(service, someAddresses(1_500))
  const leave = async (count: number): Promise<void> => {
    for (const id of ids.splice(0, count)) await unsubscribe(service, { id, issue: 1 })
  }
  await leave(3)
  clock.travel({ days: 30 })
  await leave(2)
  clock.travel({ days: 1 })
  await noteDayEnds(service)
  await leave(1)
  const eva = await signedIn(service, { roles: ['administer'] })
  const { statusCode, body } = await eva.get(PAGE)
  t.equal(statusCode, 200)
  t.match(body, /<strong>1\.494<\/strong> Menschen bekommen/)
  const rows = rowsOf(body)
  t.same(rows[0], 'Monat | Angemeldet | Bestätigt | Gegangen | Stand am Ende')
  t.same(rows.slice(1, 3), [
    'April 2026, bis heute | 0 | 0 | 3 | 1.494', 'März 2026 | 0 | 0 | 3 | 1.497'
  ], 'months before the first count are not shown')
  t.same(rows.slice(3, 6), [
    'Tag | Angemeldet | Bestätigt | Gegangen | Stand am Ende',
    'heute | 0 | 0 | 1 | 1.494',
    'Mi., 1.4. | 0 | 0 | 2 | 1.495'
  ])
  t.equal(rows.length, 3 + 31)
  t.same(namesOf(body), [
    'Leserinnen und Leser am Ende der letzten 2 Monate: von 1.497 im März 2026 auf 1.494 heute.',
    'Gegangen an den letzten 30 Tagen: zusammen 3, die meisten am 1. April, nämlich 2.'
  ])
})

t.test('before anything was counted, the page shows today', async t => {
  const service = await testService(t)
  const eva = await signedIn(service, { roles: ['administer'] })
  const { body } = await eva.get(PAGE)
  t.match(rowsOf(body)[1], 'März 2026, bis heute | 0 | 0 | 0 | 0')
  t.same(namesOf(body), ['Leserinnen und Leser: 0 heute.', 'Gegangen heute: 0.'])
})

t.test('a year has twelve months, also on its last days', async t => {
  const service = await testService(t)
  const [id = ''] = await addReaders(service, someAddresses(1))
  await unsubscribe(service, { id, issue: 0 })
  service.clock.travel({ days: 425 + 30 })
  const eva = await signedIn(service, { roles: ['administer'] })
  await noteDayEnds(service)
  const { body } = await eva.get(PAGE)
  const months = rowsOf(body).slice(1, 13)
  t.match(months[0], 'Mai 2027, bis heute')
  t.match(months[11], 'Juni 2026')
})

t.test('the pages about readers take the right to administer', async t => {
  const service = await testService(t)
  const kim = await signedIn(service, { roles: ['write', 'approve'] })
  const eva = await signedIn(service, { roles: ['administer'] })
  const link = 'href="/redaktion/leserinnen"'
  t.notMatch((await kim.get('/redaktion')).body, link)
  t.match((await eva.get('/redaktion')).body, link)
  for (const path of [PAGE, `${PAGE}/suche`]) t.equal((await kim.get(path)).statusCode, 403)
  for (const path of ['suche', 'erneut', 'loeschen', 'loeschen/ja']) {
    t.equal((await kim.post(`${PAGE}/${path}`, { adresse: 'anna@beispiel.example' })).statusCode, 403, path)
  }
})
