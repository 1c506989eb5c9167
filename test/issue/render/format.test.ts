import t from 'tap'
import { german } from '../../../src/issue/render/format.js'
import { readingMinutes } from '../../../src/issue/render/reading-time.js'
import { slugFrom } from '../../../src/issue/content/slug.js'
import { suggest } from '../../../src/platform/text/suggest.js'

const { euros, fileSize, fullDay, hours, longDay, minutes, tile } = german

t.test('dates and times read as Germans write them, and as they were typed', async t => {
  t.equal(longDay('2027-03-04'), '4. März 2027')
  t.equal(fullDay('2027-03-28 02:30'), 'Sonntag, 28. März 2027', 'also in the hour that summer time skips')
  t.same(tile('2027-03-04 09:30'), { weekday: 'Do', day: '4', month: 'Mär' })
  t.equal(hours('2027-03-04 09:30', '2027-03-04 16:00'), '9.30 bis 16 Uhr')
  t.equal(hours('2027-03-04 09:00', undefined), 'ab 9 Uhr')
  t.equal(hours('2027-03-04', undefined), '')
  t.equal(hours('2027-03-04 18:00', '2027-03-05 12:05'), '18 Uhr bis Freitag, 5. März 2027, 12.05 Uhr')
  t.equal(hours('2027-03-04', '2027-03-05'), 'bis Freitag, 5. März 2027')
})

t.test('amounts and sizes have German separators and units', async t => {
  t.equal(euros(20_000), '20.000 Euro')
  t.equal(euros(1_234_567.5), '1.234.567,50 Euro')
  t.equal(fileSize(999), '999 Byte')
  t.equal(fileSize(61_234), '61 KB')
  t.equal(fileSize(999_700), '1 MB')
  t.equal(fileSize(1_240_000), '1,2 MB')
})

t.test('reading time is counted at 200 words a minute, and is at least one', async t => {
  t.same([0, 1, 200, 201, 400, 401].map(readingMinutes), [1, 1, 1, 2, 2, 3])
  t.same([minutes(1), minutes(2)], ['1 Minute', '2 Minuten'])
})

t.test('a slug is never empty, never too long and cut between words', async t => {
  t.equal(slugFrom('Straßenfest in Łódź'), 'strassenfest-in-lodz')
  t.equal(slugFrom('Ü!'), 'ue')
  t.equal(slugFrom('！？'), 'ausgabe')
  t.equal(slugFrom('شكرا'), 'ausgabe')
  t.equal(slugFrom('wort '.repeat(30)), 'wort-'.repeat(16).slice(0, -1))
  t.equal(slugFrom('x'.repeat(100)), 'x'.repeat(80))
})

t.test('only a near word is suggested', async t => {
  t.equal(suggest('Headlin', ['lead', 'headline']), 'headline')
  t.equal(suggest('farbe', ['lead', 'headline']), null)
})
