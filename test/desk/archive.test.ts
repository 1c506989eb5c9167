import t from 'tap'
import { atDesk, type DeskUser } from './drafts/writing.js'
import { publishing, type Publishing } from '../archive/publishing.js'

const PAGE = '/redaktion/ausgaben/1/website'

async function sent (t: Parameters<typeof publishing>[0]): Promise<Publishing & { eva: DeskUser, kim: DeskUser }> {
  const service = await publishing(t)
  await service.publish({ title: 'Wege', slug: 'wege' })
  const eva = await atDesk(service, { name: 'Eva', roles: ['approve'] })
  return { ...service, eva, kim: await atDesk(service, { name: 'Kim', roles: ['write'] }) }
}

t.test('who approves corrects an issue, and everybody reads it on the website', async t => {
  const { eva, read } = await sent(t)
  const { headers, statusCode } = await eva.post(`${PAGE}/berichtigung`, { text: 'Die Konferenz ist am 8. Juni.' })
  t.equal(statusCode, 303)
  const page = (await eva.get(String(headers.location))).payload
  t.match(page, 'Die Berichtigung steht jetzt über der Ausgabe.')
  t.match(page, /Die Konferenz ist am 8\. Juni\.<\/p>\s*<p class="small soft">Eva, /)
  t.match((await read('/ausgaben/wege')).body, 'Die Konferenz ist am 8. Juni.')
  const id = /name="id" value="(\d+)"/.exec(page)?.[1] ?? ''
  t.equal((await eva.post(`${PAGE}/berichtigung-entfernen`, { id })).statusCode, 303)
  t.notMatch((await read('/ausgaben/wege')).body, '8. Juni')
  const again = await eva.post(`${PAGE}/berichtigung-entfernen`, { id })
  t.equal(again.statusCode, 409)
  t.match(again.payload, 'Diese Berichtigung hat inzwischen jemand entfernt.')
})

t.test('who approves takes an issue from the website with a reason, and shows it again', async t => {
  const { eva, read } = await sent(t)
  t.equal((await eva.post(`${PAGE}/zurueckziehen`, { grund: 'Die Zahlen stimmen nicht.' })).statusCode, 303)
  const gone = await read('/ausgaben/wege')
  t.equal(gone.status, 410)
  t.match(gone.body, 'Die Zahlen stimmen nicht.')
  t.match((await eva.get(PAGE)).payload, 'Diese Ausgabe ist zurückgezogen')
  const twice = await eva.post(`${PAGE}/zurueckziehen`, { grund: 'Noch einmal.' })
  t.equal(twice.statusCode, 409)
  t.equal((await eva.post(`${PAGE}/wieder-zeigen`)).statusCode, 303)
  t.equal((await read('/ausgaben/wege')).status, 200)
  t.equal((await eva.post(`${PAGE}/wieder-zeigen`)).statusCode, 409)
})

t.test('what is empty or too long changes nothing, and stays on the page', async t => {
  const { eva, read } = await sent(t)
  const before = (await read('/ausgaben/wege')).body
  for (const [path, field, most] of [['berichtigung', 'text', 1_000], ['zurueckziehen', 'grund', 500]] as const) {
    for (const typed of ['', ' \n ', 'a\0b', 'a\u202eb', 'a\uffffb']) {
      t.equal((await eva.post(`${PAGE}/${path}`, { [field]: typed })).statusCode, 422, JSON.stringify(typed))
    }
    const long = 'ä'.repeat(most + 1)
    const { statusCode, payload } = await eva.post(`${PAGE}/${path}`, { [field]: long })
    t.equal(statusCode, 422)
    t.ok(payload.includes(long))
    t.match(payload, 'Der Text ist zu lang.')
    t.match(payload, '<title>Fehler: ')
  }
  t.equal((await read('/ausgaben/wege')).body, before)
})

t.test('who writes reads the page and changes nothing', async t => {
  const { kim, read } = await sent(t)
  const page = await kim.get(PAGE)
  t.equal(page.statusCode, 200)
  t.notMatch(page.payload, '<form class')
  for (const path of ['berichtigung', 'zurueckziehen', 'wieder-zeigen', 'berichtigung-entfernen']) {
    t.equal((await kim.post(`${PAGE}/${path}`, { text: 'x', grund: 'x', id: '1' })).statusCode, 403, path)
  }
  t.equal((await read('/ausgaben/wege')).status, 200)
})

t.test('an issue that is not published has no such page', async t => {
  const { approve, eva } = await sent(t)
  const number = await approve({ title: 'Geheim', slug: 'geheim' })
  for (const each of [number, 99]) {
    t.equal((await eva.get(`/redaktion/ausgaben/${each}/website`)).statusCode, 404)
    t.equal((await eva.post(`/redaktion/ausgaben/${each}/website/berichtigung`, { text: 'x' })).statusCode, 404)
    t.equal((await eva.post(`/redaktion/ausgaben/${each}/website/zurueckziehen`, { grund: 'x' })).statusCode, 404)
  }
})
