import ICAL from 'ical.js'
import t from 'tap'
import { calendarOf } from '../../src/archive/calendar.js'
import { article } from '../issue/sample.js'
import { publishing, type Publishing } from './publishing.js'

const conference = {
  type: 'event',
  title: 'Regionalkonferenz; Nord, Süd',
  description: 'Vorträge und ein **Markt**.\n\nMit Mittagessen.',
  dates: [
    { start: '2027-06-08 09:30', end: '2027-06-08 16:30', place: 'Kassel', address: 'Königsgalerie 7, 34117 Kassel' },
    { start: '2027-12-01 10:00', place: 'Gießen' }
  ],
  registration: { url: 'https://beispiel.de/anmeldung', deadline: '2027-05-21' }
}
const days = {
  type: 'event',
  title: 'Woche der Begegnung',
  dates: [{ start: '2027-10-30', end: '2027-11-01', place: 'Fulda' }, { start: '2027-11-05', place: 'Fulda' }]
}

async function entries ({ read }: Publishing, path: string): Promise<ICAL.Event[]> {
  const { status, body, headers } = await read(path)
  if (status !== 200) throw new Error(`${path}: ${status}`)
  t.match(headers['content-type'], 'text/calendar; charset=utf-8')
  t.match(body, /\r\n$/, 'each line ends as RFC 5545 asks')
  t.notOk(body.split('\r\n').some(line => Buffer.byteLength(line) > 75), 'no line is longer than 75 octets')
  return new ICAL.Component(ICAL.parse(body)).getAllSubcomponents('vevent').map(each => new ICAL.Event(each))
}

t.test('the events of an issue come as one calendar, each date as an entry with its instant', async t => {
  const service = await publishing(t)
  await service.publish({ slug: 'termine' }, article(), conference, days)
  const found = await entries(service, '/ausgaben/termine/termine.ics')
  t.same(found.map(each => each.summary), [
    'Regionalkonferenz; Nord, Süd', 'Regionalkonferenz; Nord, Süd', 'Woche der Begegnung', 'Woche der Begegnung'
  ])
  const [summer, winter] = found
  t.equal(summer?.startDate.toJSDate().toISOString(), '2027-06-08T07:30:00.000Z', 'by summer time')
  t.equal(summer?.endDate.toJSDate().toISOString(), '2027-06-08T14:30:00.000Z')
  t.equal(winter?.startDate.toJSDate().toISOString(), '2027-12-01T09:00:00.000Z', 'by winter time')
  t.equal(summer?.location, 'Kassel, Königsgalerie 7, 34117 Kassel')
  t.match(summer?.description, 'Mit Mittagessen.')
  t.match(summer?.description, 'Anmeldeschluss: 21. Mai 2027')
  t.match(summer?.description, 'https://beispiel.de/anmeldung')
  t.match(summer?.description, '/ausgaben/termine#abschnitt-2')
  t.equal(new Set(found.map(each => each.uid)).size, 4)
})

t.test('every text of a calendar is escaped and folded as RFC 5545 asks, 3.3.11 and 3.1', t => {
  const text = 'Brief; für Süd, Nord \\ Ost: „äöü“ und so fort, bis die Zeile zu lang ist für 75 Oktette 🙂🙂🙂'
  const escaped = text.replace(/[\\;,]/g, '\\$&')
  const event = {
    id: 'abschnitt-1',
    title: text,
    description: text,
    registration: null,
    dates: [{ start: '2027-10-30', place: text, address: text }]
  }
  const calendar = calendarOf({
    issue: { number: 1, slug: 'termine', publishedAt: new Date(0) },
    events: [event],
    newsletter: text,
    publicUrl: 'https://brief.example'
  })
  t.notOk(calendar.split('\r\n').some(line => Buffer.byteLength(line) > 75), 'no line is longer than 75 octets')
  const lines = calendar.replace(/\r\n[ \t]/g, '').split('\r\n')
  const page = 'https://brief.example/ausgaben/termine#abschnitt-1'
  for (const line of [
    `PRODID:-//brief.example//${escaped}//DE`, `NAME:${escaped}`, `X-WR-CALNAME:${escaped}`, `SUMMARY:${escaped}`,
    `LOCATION:${escaped}\\, ${escaped}`, `DESCRIPTION:${escaped}\\n\\n${page}`
  ]) t.ok(lines.includes(line), line)
  t.equal(new ICAL.Component(ICAL.parse(calendar)).getFirstPropertyValue('prodid'), `-//brief.example//${text}//DE`)
  t.end()
})

t.test('an event without an end has none, and whole days end on the day after', async t => {
  const service = await publishing(t)
  await service.publish({ slug: 'termine' }, conference, days)
  const [, open, first, second] = await entries(service, '/ausgaben/termine/termine.ics')
  t.equal(open?.component.getFirstProperty('dtend'), null)
  t.equal(first?.startDate.toString(), '2027-10-30')
  t.equal(first?.endDate.toString(), '2027-11-02', 'also over the night that is an hour longer')
  t.equal(second?.startDate.toString(), '2027-11-05')
})

t.test('one event has a calendar of its own, under the same names', async t => {
  const service = await publishing(t)
  await service.publish({ slug: 'termine' }, article(), conference, days)
  const all = await entries(service, '/ausgaben/termine/termine.ics')
  const one = await entries(service, '/ausgaben/termine/termine/abschnitt-3.ics')
  t.same(one.map(each => each.uid), all.slice(2).map(each => each.uid))
  for (const path of ['termine/abschnitt-1.ics', 'termine/abschnitt-9.ics', 'termine/abschnitt-3', 'termine/x.ics']) {
    t.equal((await service.read(`/ausgaben/termine/${path}`)).status, 404, path)
  }
})

t.test('a time in the hour that summer time skips is an hour later', async t => {
  const service = await publishing(t)
  await service.publish({ slug: 'nacht' }, {
    ...conference, dates: [{ start: '2027-03-28 02:30', end: '2027-03-28 04:00', place: 'Kassel' }]
  })
  const [night] = await entries(service, '/ausgaben/nacht/termine.ics')
  t.equal(night?.startDate.toJSDate().toISOString(), '2027-03-28T01:30:00.000Z')
})

t.test('the page offers the events that are not over', async t => {
  const service = await publishing(t)
  const until = { ...days, title: 'Vorbei', dates: [{ start: '2027-01-02', end: '2027-01-31', place: 'Fulda' }] }
  await service.publish({ slug: 'termine' }, conference, until, days)
  service.clock.travel({ days: 335 })
  t.match((await service.read('/ausgaben/termine')).body, 'Vorbei: als Kalenderdatei')
  service.clock.travel({ days: 1 })
  const { body } = await service.read('/ausgaben/termine')
  t.notMatch(body, 'Vorbei: als Kalenderdatei')
  t.match(body, 'href="/ausgaben/termine/termine/abschnitt-3.ics"')
  t.match(body, 'Dienstag, 8. Juni 2027, 9.30 bis 16.30 Uhr, Kassel')
})

t.test('an issue without events has no calendar', async t => {
  const { publish, read } = await publishing(t)
  await publish({ slug: 'ohne' })
  t.equal((await read('/ausgaben/ohne/termine.ics')).status, 404)
  t.notMatch((await read('/ausgaben/ohne')).body, 'Kalender')
})
