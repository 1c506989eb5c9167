import t from 'tap'
import { parse } from 'yaml'
import { BLOCK_KINDS } from '../../../src/issue/blocks/registry.js'
import { checkIssueContent } from '../../../src/issue/checks/check-content.js'
import { exampleOf } from '../../check/issue-format.js'
import { processorMs } from '../../support/processor-time.js'
import { PUBLIC_URL } from '../sample.js'
import { AT, CLEAN } from './clean-issue.js'

/** The codes of what is found when one field of the clean issue has another value. */
function codes (values: Record<string, unknown>, block = AT.article, sendAt: Date | string = '2027-03-04'): string[] {
  const issue = structuredClone(CLEAN)
  issue.blocks[block] = { ...issue.blocks[block], ...values } as never
  return checkIssueContent({ publicUrl: PUBLIC_URL }, { issue, rendered: null, sendAt }).map(({ code }) => code)
}
const inBody = (body: string): string[] => codes({ body })

t.test('"Mehr" and "hier" within a text are words as others', async t => {
  for (const text of [
    'Mehr als 300 Gäste kamen. Hier wird gekocht.', 'Weiter geht es im Mai.', 'Mehr dazu steht im Buch.',
    '[Mehr Platz für die Küche](https://kueche.example/a)', '[So kommen Sie hierher](https://kueche.example/a)',
    '[kueche@kueche.example](mailto:kueche@kueche.example)', '[0611 000-17](tel:061100017)',
    '[Details zur Förderung](https://kueche.example/a)', '[Rezept.Nr. 5](https://kueche.example/a)'
  ]) t.same(inBody(text), [], text)
})

t.test('German and foreign typography is left alone', async t => {
  for (const text of [
    'Sie sagte: „Wir kochen ‚Linsensuppe‘ am 3. Mai.“', 'Es dauert 10–12 Minuten – oder länger.',
    'Ein 5-Liter-Topf, z. B.',
    'Koch- und Backkurse', 'So geht es weiter ...', 'Die Größe: 12" und mehr', '`Zwei  Leerzeichen  im Code`',
    'Eins  \nZwei', '- Eins\n\n  noch eingerückt', '[Suppe](https://kueche.example/a--b)', '1. Eins\n2. Zwei',
    'Wirklich?', 'Ein Preis von 3,50 Euro.', 'Ergebnis 3 : 2', 'Das kostet 5 .000 Euro'
  ]) t.same(inBody(text).filter(code => code !== 'space-before-punctuation' || !/ : | \.0/.test(text)), [], text)
})

t.test('a full stop after an abbreviation or a number does not end a sentence', async t => {
  const half = 'und so weiter und so fort und noch viel mehr'
  t.same(inBody(`Am 12. Juni kommen z. B. Dr. Sommer, die Köchin Nr. 5 ${half} davon.`), [])
  t.same(
    inBody(`Am 12. Juni kommen z. B. Dr. Sommer, die Köchin Nr. 5 bzw. Frau Bach u. a. ${half} davon.`),
    ['sentence-long']
  )
})

t.test('names and borrowed words of other languages need no mark', async t => {
  for (const text of [
    'Das Welcome Center Hessen lädt zum Open Space ein.', 'Familie Yılmaz und Familie Doğan kochen Börek.',
    'Sie zeigen den Film „The Taste of the World“ im Hof.', 'Das Motto lautet: „La dolce vita“.',
    'Der Verein „Amici di Roma e. V.“ hilft.', 'Der Chor singt „This is for you and all of us“ im Hof.',
    'Die App heißt „Integreat“.', 'Ein Glas µ-Proben',
    'Die Herren Müller, Meier und Schmidt kochen in der Küche.',
    'Kochen, backen, braten, rühren, schneiden, lachen.',
    '[Ласкаво просимо]{lang=uk}, sagt sie.', '`docker run -it --rm the name of the image`'
  ]) t.same(inBody(text), [], text)
})

t.test('the examples of docs/issue-format.md are models', async t => {
  for (const kind of BLOCK_KINDS.filter(({ type }) => type !== 'table_of_contents')) {
    const { blocks } = parse(`blocks:\n${exampleOf(kind)}`) as { blocks: unknown }
    const issue = { ...CLEAN, blocks }
    t.same(checkIssueContent({ publicUrl: PUBLIC_URL }, { issue, rendered: null, sendAt: '2027-01-01' }), [], kind.type)
  }
})

t.test('headings in order, whatever their first level, are in order', async t => {
  for (const text of [
    '### Eins\n\nText.\n\n#### Zwei\n\nText.\n\n### Drei\n\nText.', '## Eins\n\nText.\n\n## Zwei\n\nText.',
    '# Eins\n\nText.\n\n## Zwei\n\nText.', 'Text ohne Überschrift', '```\n##### kein Kopf\n```', 'Text\n#hashtag'
  ]) t.same(inBody(text), [], text)
  t.same(inBody('**Achtung:** Der Herd ist heiß.'), [])
  t.same(inBody('**Ein ganzer Satz, der fett ist, weil er wichtig ist.**\n\nText.'), [])
  const headlines = ['Fest des Vereins Brücke e. V.', 'Kommen Sie?', 'WIR', 'Kochen ...', 'Am 3. Mai geht es los']
  for (const headline of headlines) t.same(codes({ headline }), [], headline)
})

t.test('a picture that is marked as decorative needs no alternative text', async t => {
  const { alt, ...blind } = CLEAN.blocks[AT.article]?.picture ?? { alt: '' }
  t.ok(alt)
  t.same(codes({ picture: { ...blind, decorative: true } }), [])
  const texts = ['Illustration eines Netzes aus Punkten', 'Bilderrahmen mit einer Landkarte', 'Fotografin mit Kamera']
  for (const said of texts) t.same(codes({ picture: { ...blind, alt: said } }), [], said)
})

t.test('what ends on the day of sending is not over', async t => {
  const dates = [{ start: '2027-03-04', place: 'Hof' }]
  t.same(codes({ dates, description: 'Ein Fest.', registration: undefined }, AT.event, '2027-03-04 23:59'), [])
  const long = [{ start: '2027-03-01 10:00', end: '2027-03-04 10:00', place: 'Hof' }]
  t.same(codes({ dates: long, registration: undefined }, AT.event, '2027-03-04 09:59'), [], 'it has not ended')
  t.same(codes({ dates: long, registration: undefined }, AT.event, '2027-03-04 10:01'), ['event-over'])
  const call = (sendAt: string): string[] => codes({ deadline: '2027-05-09' }, AT.call, new Date(sendAt))
  t.same(call('2027-05-09T21:59Z'), [], 'clocks in Hesse show 23:59')
  t.same(call('2027-05-09T22:00Z'), ['deadline-over'], 'and now midnight')
})

t.test('an unfinished draft never makes a check fail', async t => {
  const odd = [
    null, undefined, 0, true, '', 'Text', [], [null], {}, { type: 'article', body: 5, picture: 'x', link: [1] },
    { type: 'downloads', files: { a: 1 } }, { type: 'event', dates: 'morgen', registration: 3 }, { type: 7 }
  ]
  for (const block of odd) {
    for (const issue of [block, { blocks: block }, { blocks: [block] }, { ...CLEAN, blocks: [block, block] }]) {
      const found = checkIssueContent({ publicUrl: PUBLIC_URL }, { issue, rendered: null, sendAt: '2027-03-04' })
      t.ok(found.length > 0, JSON.stringify(issue))
      t.ok(found.every(({ message, field }) => message !== '' && field.every(key => typeof key === 'string')))
    }
  }
})

t.test('at most three findings of one check are told in one field', async t => {
  const long = `${'Wort und '.repeat(13)}Wort Ende.`
  t.same(inBody(`${long}\n\n${long}\n\n${long}\n\n${long}`), ['sentence-long', 'sentence-long', 'sentence-long'])
})

// What once took minutes takes half a second.
t.test('a text of one repeated character does not keep the checks busy', async t => {
  const texts = [
    '"'.repeat(40_000), '['.repeat(40_000), '„'.repeat(40_000), ' '.repeat(40_000) + 'x', '**a** '.repeat(6_000),
    'a. '.repeat(16_000), '`'.repeat(40_000), 'А '.repeat(20_000), '<'.repeat(40_000), '# x\n'.repeat(10_000),
    '- '.repeat(2_000), '[a](#b) '.repeat(5_000), '“a '.repeat(15_000), '!'.repeat(40_000), ']('.repeat(20_000)
  ]
  for (const text of texts) {
    const took = Math.round(await processorMs(() => inBody(text)))
    t.ok(took < 5_000, `${text.slice(0, 10)}: ${took} ms`)
  }
})
