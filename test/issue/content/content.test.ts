import t from 'tap'
import { parseContent, parseDraft } from '../../../src/issue/content/content.js'
import { article, issue, PICTURE } from '../sample.js'

function errors (input: unknown): string[] {
  const result = parseContent(input)
  return result.ok ? [] : result.errors.map(error => `${error.where}: ${error.message}`)
}

function draftErrors (input: unknown): string[] {
  const result = parseDraft(input)
  return result.ok ? [] : result.errors.map(error => `${error.where}: ${error.message}`)
}

t.test('an issue with the least it needs is accepted', async t => {
  t.same(errors(issue()), [])
})

t.test('a missing alternative text names block, part and what to write', async t => {
  const told = ['Block 3 (Artikel), Bild: Der Alternativtext fehlt. Beschreiben Sie in einem Satz, was zu sehen ist.']
  const { alt, ...blind } = PICTURE
  t.ok(alt)
  t.same(errors(issue(article(), article(), article({ picture: blind }))), told)
  t.same(
    errors(issue(article(), article(), article({ picture: { ...PICTURE, alt: ' ' } }))),
    told,
    'spaces are no text'
  )
  t.same(
    draftErrors(issue(article(), article(), article({ picture: { file: 'a.png', alt: null } }))),
    told,
    'nor is an empty line of YAML'
  )
})

t.test('addresses other than https, http, mailto and tel are refused wherever they stand', async t => {
  const bad = [
    'javascript:alert(1)', 'JaVaScRiPt:alert(1)', 'data:text/html,x', 'vbscript:x', 'file:///etc/passwd',
    'java\nscript:alert(1)', '//example.org', 'example.org', 'https:example.org',
    'https://user:secret@example.org'
  ]
  for (const url of bad) {
    const [error, ...more] = errors(issue(article({ link: { label: 'Mehr', url } })))
    t.match(error, /^Block 1 \(Artikel\), Verweis: Die Adresse: „/, url)
    t.same(more, [])
  }
  t.match(
    errors(issue(article({ body: '[hier](javascript:alert(1))' })))[0],
    /^Block 1 \(Artikel\): Der Text: „javascript:alert\(1\)“ ist nicht erlaubt/
  )
  t.match(
    errors(issue({ type: 'downloads', files: [{ label: 'a', url: 'data:,x', type: 'PDF', size: 1 }] }))[0],
    /^Block 1 \(Downloads\), Datei 1: Die Adresse: „data:,x“ ist nicht erlaubt/
  )
  for (const url of [
    'https://example.org/a b', 'https://exam\tple.org', 'https://exam\u00adple.org',
    'https://example.org/\u200b', 'https://example.org/\u202egnp.x', 'ja\nvascript:alert(1)'
  ]) {
    t.match(errors(issue(article({ link: { label: 'Mehr', url } })))[0], /^Block 1 .+unsichtbare/s, JSON.stringify(url))
  }
  for (const url of ['https://a%2eexample.org', 'http://example.org%E0%A1%B0~']) {
    t.match(errors(issue(article({ link: { label: 'Mehr', url } })))[0], /im Namen der Website ein Zeichen/, url)
  }
  for (const url of [
    'https://example.org/ä?a=1%2E#b', 'https://bücher.example?a=%25', 'https://example.org#%41',
    'https://example.org/ä?a=1#b', 'http://example.org', 'mailto:a@example.org?subject=Hallo%20Welt',
    'tel:+49611000'
  ]) {
    t.same(errors(issue(article({ link: { label: 'Mehr', url }, body: `[x](${url})` }))), [], url)
  }
})

t.test('a picture is described or purely decorative, never both and never neither', async t => {
  const { alt, ...blind } = PICTURE
  const told = (picture: Record<string, unknown>) => errors(issue(article({ picture })))
  t.same(told({ ...blind, decorative: true }), [])
  t.same(told({ ...PICTURE, decorative: false }), [])
  t.match(told({ ...PICTURE, decorative: true }),
    [/^Block 1 \(Artikel\), Bild: Ein rein schmückendes Bild hat keinen/])
  t.match(told({ ...blind, decorative: false }), [/Bild: Der Alternativtext fehlt\. Beschreiben Sie/])
  t.match(told({ ...blind, decorative: 'ja' })[0], /„decorative“ muss true oder false sein/)
  t.equal(told({ height: 10 }).length, 3, 'with the other errors of the picture')
})

t.test('pictures in running text are refused and the right field is named', async t => {
  t.match(
    errors(issue(article({ body: '![x](https://example.org/x.png)' })))[0],
    /Block 1 \(Artikel\): Der Text: Bilder im Fließtext sind nicht möglich.*picture/
  )
})

t.test('an unknown key is refused with a suggestion', async t => {
  t.same(errors(issue(article({ headlin: 'x' }))), [
    'Block 1 (Artikel): Die Angabe „headlin“ ist unbekannt. Meinten Sie „headline“?'
  ])
  t.match(
    errors({ ...issue(), color: 'red' })[0],
    /^Ausgabe: Die Angabe „color“ ist unbekannt\. Bekannt sind: subject, title/
  )
  t.match(
    errors(issue({ type: 'artikel' }))[0],
    /Block 1: Die Blockart „artikel“ ist unbekannt\. Meinten Sie „article“\?/
  )
  t.match(errors(issue('nur Text'))[0], /^Block 1: Die Angabe „type“ fehlt/)
})

t.test('what can reach a mail header holds no line break or control character', async t => {
  for (const sign of ['\r\n', '\n', '\r', '\0', '\u2028', '\u2029', '\u0085', '\ud800']) {
    for (const field of ['title', 'subject']) {
      t.match(
        errors({ ...issue(), [field]: `Hallo${sign}Bcc: a@example.org` })[0],
        /enthält einen Zeilenumbruch/,
        `${field} with U+${sign.codePointAt(0)?.toString(16)}`
      )
    }
    t.match(errors(issue(article({ headline: `a${sign}b` })))[0], /^Block 1 \(Artikel\): Die Überschrift enthält/)
  }
})

t.test('a character that turns the direction of text is refused, and marks of direction in single lines', async t => {
  const turning = ['\u202a', '\u202b', '\u202c', '\u202d', '\u202e', '\u2066', '\u2067', '\u2068', '\u2069']
  const told = (sign: string) => {
    const number = sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')
    return new RegExp(`enthält ein unsichtbares Zeichen, das die Schreibrichtung ändert \\(U\\+${number}\\)`)
  }
  for (const sign of [...turning, '\u200e', '\u200f', '\u061c']) {
    for (const field of ['title', 'subject', 'preheader']) {
      t.match(errors({ ...issue(), [field]: `Ein${sign}Titel` })[0], told(sign), field)
    }
    t.match(errors(issue(article({ headline: `a${sign}b` })))[0], told(sign))
    t.match(errors(issue(article({ picture: { ...PICTURE, alt: `a${sign}b` } })))[0], told(sign))
  }
  for (const sign of turning) {
    t.match(errors(issue(article({ body: `Ein Satz ${sign}und noch einer.` })))[0], told(sign), 'in running text')
    t.match(errors(issue(article({ lead: `Ein Satz ${sign}und noch einer.` })))[0], told(sign))
  }
  t.same(
    errors({
      ...issue(article({ headline: 'أهلا وسهلا', body: 'שלום, \u200fWIR!\u200e أهلا (WIR) ‏.' })),
      title: 'שלום und أهلا'
    }),
    [],
    'Hebrew and Arabic are no fault'
  )
})

t.test('unknown keys are named as long as one reads them', async t => {
  const keys = Object.fromEntries(Array.from({ length: 60_000 }, (_, index) => [`k${index}`, 1]))
  const [error = '', ...more] = errors({ ...issue(), ['x'.repeat(5_000)]: 1, ...keys })
  t.same(more, [])
  t.match(error, /^Ausgabe: Die Angabe „x{40}…“ ist .* Dazu kommen 59\.996 weitere unbekannte Angaben\.$/)
  t.ok(error.length < 1_000)
})

t.test('a picture that is kept has no more pixels than one that is read', async t => {
  t.match(
    errors(issue(article({ picture: { ...PICTURE, height: 2 ** 32 - 1 } })))[0],
    /^Block 1 \(Artikel\), Bild: Die Höhe ist zu groß/
  )
  t.match(
    errors(issue(article({ picture: { ...PICTURE, width: 1600, height: 2501 } })))[0],
    /^Block 1 \(Artikel\), Bild: Das Bild hat mehr als 4 Millionen Pixel/
  )
})

t.test('lengths have limits that say how many signs are allowed', async t => {
  t.same(errors({ ...issue(), title: 'x'.repeat(151) }), [
    'Ausgabe: Der Titel ist mit 151 Zeichen zu lang. Erlaubt sind höchstens 150.'
  ])
  t.same(errors(issue(article({ body: 'x'.repeat(50_001) }))), [
    'Block 1 (Artikel): Der Text ist mit 50.001 Zeichen zu lang. Erlaubt sind höchstens 50.000.'
  ])
})

t.test('dates must exist and an event must not end before it begins', async t => {
  t.match(
    errors({ ...issue(), date: '2027-02-30' })[0],
    /^Ausgabe: Das Datum: „2027-02-30“ ist kein gültiges Datum\. Schreibweise: JJJJ-MM-TT/
  )
  t.match(errors({ ...issue(), date: '10.02.2027' })[0], /JJJJ-MM-TT/)
  for (const date of ['0000-01-01', '0207-03-04', '1999-12-31', '2101-01-01', '9999-12-31']) {
    t.match(errors({ ...issue(), date }), [/^Ausgabe: Das Datum liegt nicht in den Jahren 2000 bis 2100/], date)
  }
  t.match(
    errors(issue({ type: 'event', title: 'x', dates: [{ start: '0207-06-08 09:30', place: 'Kassel' }] }))[0],
    /Termin 1: Der Beginn liegt nicht in den Jahren/
  )
  const event = (start: string, end: string) =>
    issue({ type: 'event', title: 'x', dates: [{ start, end, place: 'Kassel' }] })
  t.same(errors(event('2027-06-08 16:30', '2027-06-08 09:30')), [
    'Block 1 (Veranstaltung), Termin 1: Das Ende liegt nicht nach dem Beginn.'
  ])
  t.match(
    errors(event('2027-06-08 25:00', '2027-06-09'))[0],
    /Termin 1: Der Beginn: „2027-06-08 25:00“ ist kein gültiger Zeitpunkt/
  )
  t.same(errors(event('2027-06-08T09:30', '2027-06-08 16:30')), [])
})

t.test('numbers that YAML made of texts, and texts in place of numbers, are explained', async t => {
  t.match(
    errors(issue({ type: 'press_contact', name: 'A', phone: 611000 }))[0],
    /Die Telefonnummer muss Text sein\. Setzen Sie die Angabe in Anführungszeichen/
  )
  const call = { type: 'funding_call', title: 'x', who: 'alle', deadline: '2027-12-31' }
  t.match(errors(issue({ ...call, amount: '20.000 Euro' }))[0], /Der Betrag muss eine Zahl ohne Punkt und Einheit sein/)
  t.match(errors(issue(call))[0], /Der Betrag fehlt/)
})

t.test('the slug comes from the title, umlauts folded, unless one is given', async t => {
  const { slug, ...bare } = issue()
  t.ok(slug)
  const draft = parseDraft({ ...bare, title: 'Über Größe & Ärger: Çay für José' })
  t.equal(draft.ok && draft.content.slug, 'ueber-groesse-aerger-cay-fuer-jose')
  const named = parseDraft({ ...bare, slug: 'eigener-name' })
  t.equal(named.ok && named.content.slug, 'eigener-name')
  t.match(errors({ ...bare, slug: '../etc' })[0], /Die Kurzadresse/)
})

t.test('every error of a file is told at once', async t => {
  t.equal(errors({ blocks: [article({ body: undefined }), { type: 'quotation' }] }).length, 7)
})
