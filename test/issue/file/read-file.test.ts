import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { execFileSync } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import t from 'tap'
import { parseContent } from '../../../src/issue/content/content.js'
import { readIssueFile, readIssueText } from '../../../src/issue/file/read-file.js'
import { packagePath } from '../../../src/platform/package-path.js'
import { demoText } from '../sample.js'

const HEAD = 'title: T\npreheader: P\ndate: 2027-01-01\nblocks:\n'
const withPicture = (file: string) =>
  `${HEAD}  - type: article
    headline: H
    body: B
    picture:
      file: ${JSON.stringify(file)}
      alt: Ein Haus
`

async function errors (text: string, folder = '/nonexistent'): Promise<string[]> {
  const read = await readIssueText(text, folder)
  return read.ok ? [] : read.errors.map(error => `${error.where}: ${error.message}`)
}

/** A PNG of one colour; only its header matters here. */
function png (width: number, size = 100, height = 10): Buffer {
  const bytes = Buffer.alloc(size)
  bytes.write('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1')
  bytes.writeUInt32BE(width, 16)
  bytes.writeUInt32BE(height, 20)
  return bytes
}

t.test('broken YAML is told with line and column in German', async t => {
  t.same(await errors('title: "offen\nblocks: []\n'), [
    'Zeile 3, Spalte 1: Hier fehlt ein Zeichen, zum Beispiel ein schließendes Anführungszeichen, ' +
      'ein Komma oder ein Doppelpunkt.'
  ])
  t.match(
    (await errors('title: Netz: ein Anfang\n'))[0],
    /^Zeile 1, Spalte \d+: Hier steht ein Doppelpunkt im Text\. Setzen Sie den ganzen Text in Anführungszeichen\./
  )
  t.match((await errors('a:\n  b: 1\n c: 2\n'))[0], /^Zeile 3, Spalte \d+: /)
  t.match((await errors('title: a\ntitle: b\n'))[0], /^Zeile 2, Spalte 1: Diese Angabe steht hier zum zweiten Mal/)
  t.match((await errors('{"title": "a",,}'))[0], /^Zeile 1, Spalte \d+: /)
})

t.test('own types and unfolding aliases are refused', async t => {
  t.match((await errors('title: !!js/function "x"\n'))[0], /^Zeile 1, Spalte \d+: Eigene Datentypen/)
  t.match((await errors('title: !!binary "eA=="\n'))[0], /Eigene Datentypen/)
  const bomb = [
    'a: &a [x,x,x,x,x,x,x,x,x]',
    ...['b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'].map((name, index) => (
      `${name}: &${name} [${Array(9).fill(`*${'abcdefgh'[index]}`).join(',')}]`
    ))
  ].join('\n')
  t.match((await errors(bomb))[0], /^Datei: Die Verweise mit/)
})

t.test('an empty file, a file of another encoding and a missing one are told apart', async t => {
  const folder = t.testdir({ 'leer.yaml': '', 'latin1.yaml': Buffer.from('title: Gr\xfc\xdfe', 'latin1') })
  const message = async (name: string) => {
    const read = await readIssueFile(join(folder, name))
    return read.ok ? '' : read.errors[0]?.message
  }
  t.match(await message('leer.yaml'), /Die Ausgabe fehlt/)
  t.match(await message('latin1.yaml'), /nicht in UTF-8/)
  t.match(await message('fehlt.yaml'), /kann nicht gelesen werden/)
})

t.test('JSON is read like YAML, and the same key in it twice is an error', async t => {
  const read = await readIssueText(
    '{\n\t"title": "T", "preheader": "P", "date": "2027-01-01",\n' +
      '\t"blocks": [{"type": "quotation", "text": "W", "speaker": "S"}]\n}',
    '/nonexistent'
  )
  t.ok(read.ok)
  t.match((await errors('{"title": "T", "title": "U"}'))[0], /zum zweiten Mal/)
})

t.test('a picture must lie in the folder of the issue or below', async t => {
  const root = t.testdir({ 'geheim.png': png(10), ausgabe: { 'bild.png': png(10), unter: { 'bild.png': png(10) } } })
  const folder = join(root, 'ausgabe')
  symlinkSync(join(root, 'geheim.png'), join(folder, 'umweg.png'))
  for (const file of ['../geheim.png', 'unter/../../geheim.png', 'umweg.png']) {
    t.match(
      (await errors(withPicture(file), folder))[0],
      /^Block 1 \(Artikel\), Bild: „.*“ liegt außerhalb des Ordners/,
      file
    )
  }
  t.match(
    (await errors(withPicture(join(root, 'geheim.png')), folder))[0],
    /Geben Sie den Ort des Bildes von der Ausgabe aus an/
  )
  t.match((await errors(withPicture('..\\geheim.png'), folder))[0], /mit \/ zwischen den Ordnern/)
  t.match((await errors(withPicture('unter'), folder))[0], /nicht gefunden/, 'a folder is no picture')
  t.same(await errors(withPicture('unter/bild.png'), folder), [])
})

t.test('a picture is judged by its content, its weight and its width', async t => {
  const folder = t.testdir({
    'text.png': 'kein Bild',
    'vektor.png': '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"/>',
    'breit.png': png(1601),
    'hoch.png': png(10, 100, 2 ** 32 - 1),
    'viel.png': png(1600, 100, 2501),
    'schwer.png': png(10, 1_000_001),
    'bild.txt': png(1600, 1_000_000)
  })
  t.match((await errors(withPicture('text.png'), folder))[0], /ist kein Bild im Format PNG, JPEG, GIF oder WebP/)
  t.match((await errors(withPicture('vektor.png'), folder))[0], /ist kein Bild im Format/)
  t.match(
    (await errors(withPicture('breit.png'), folder))[0],
    /ist 1\.601 Pixel breit\. Erlaubt sind höchstens 1\.600; verkleinern Sie/
  )
  t.match(
    (await errors(withPicture('hoch.png'), folder))[0],
    /ist 10 mal 4\.294\.967\.295 Pixel groß\. Erlaubt sind höchstens 4\.000 Pixel Höhe und 4 Millionen Pixel/
  )
  t.match((await errors(withPicture('viel.png'), folder))[0], /4 Millionen Pixel/)
  t.match((await errors(withPicture('schwer.png'), folder))[0], /ist größer als 1 MB/)
  t.match((await errors(withPicture('fehlt.png'), folder))[0], /wurde nicht gefunden/)
  const read = await readIssueText(withPicture('bild.txt'), folder)
  if (!read.ok) throw new Error('just within the limits is accepted, whatever the name says')
  t.match(read.pictures, [{ type: 'image/png', extension: 'png', width: 1600, height: 10 }])
})

t.test('the content names pictures by their hash and stands alone as JSON', async t => {
  const read = await readIssueFile(packagePath('templates', 'demo', 'ausgabe-1.yaml'))
  if (!read.ok) throw new Error(JSON.stringify(read.errors))
  const bytes = await readFile(packagePath('templates', 'demo', 'bilder', 'netz.png'))
  const hash = createHash('sha256').update(bytes).digest('hex')
  t.match(read.pictures, [{ hash, width: 1200, height: 600 }])
  const again: unknown = JSON.parse(JSON.stringify(read.content))
  t.same(parseContent(again), { ok: true, content: read.content })
  t.match(read.content.blocks[2], { picture: { name: `${hash}.png` } })
})

t.test('one picture used twice is kept once', async t => {
  const folder = t.testdir({})
  mkdirSync(join(folder, 'x'))
  writeFileSync(join(folder, 'x', 'a.png'), png(10))
  writeFileSync(join(folder, 'b.png'), png(10))
  const second = withPicture('b.png').slice(HEAD.length)
  const read = await readIssueText(withPicture('x/a.png') + second, folder)
  t.equal(read.ok && read.pictures.length, 1)
})

t.test('both demo issues are in order, and the first shows every kind of block', async t => {
  const second = await readIssueFile(packagePath('templates', 'demo', 'ausgabe-2.yaml'))
  t.ok(second.ok)
  for (const type of [
    'editorial', 'article', 'event', 'funding_call', 'quotation', 'press_contact', 'downloads',
    'table_of_contents'
  ]) {
    t.match(demoText(), `- type: ${type}`)
  }
})

t.test('a second document in a file is an error that names its line, and not left out', async t => {
  const one = `${HEAD}  - type: quotation\n    text: W\n    speaker: S\n`
  const told = /^Zeile 8, Spalte 1: Hier endet die Ausgabe, .* verloren\. Löschen Sie die Zeile mit „---“/
  t.match((await errors(`${one}---\n  - type: quotation\n    text: verloren\n    speaker: S\n`))[0], told)
  t.match((await errors(`${one}---\n`))[0], told, 'also one that is empty')
  t.match((await errors(`${one}...\nblocks: []\n`))[0], /^Zeile 9, Spalte 1: Hier endet die Ausgabe/)
  t.match(
    (await errors(`%KUCHEN 1\n---\n${one}`))[0],
    /^Zeile 1, Spalte 1: /,
    'nor is an unknown directive passed over'
  )
  t.same(await errors(`---\n${one}...\n`), [], 'marks at the beginning and the end are no second document')
  t.same(
    await errors(`${one.replace('text: W', 'text: |\n      W\n      ---\n      W')}`),
    [],
    'nor is a rule in a text'
  )
})

t.test('brackets in a text are text, however many', async t => {
  for (const body of ['['.repeat(200), '{'.repeat(200), '- '.repeat(200)]) {
    t.same(await errors(`${HEAD}  - type: article\n    headline: H\n    body: ${JSON.stringify(body)}\n`), [])
    t.same(await errors(`${HEAD}  - type: article\n    headline: H\n    body: |\n      ${body}\n`), [])
  }
})

t.test('a folder, a device and a pipe are refused at once', async t => {
  const folder = t.testdir({ 'gross.yaml': `title: ${'x'.repeat(300_000)}` })
  execFileSync('mkfifo', [join(folder, 'leitung.yaml')])
  symlinkSync('/dev/zero', join(folder, 'null.png'))
  const message = async (file: string) => {
    const read = await readIssueFile(file)
    return read.ok ? '' : read.errors[0]?.message
  }
  for (const file of [join(folder, 'leitung.yaml'), '/dev/zero', folder]) {
    t.match(await message(file), /ist keine Datei, sondern/, file)
  }
  t.match(await message(join(folder, 'gross.yaml')), /größer als 300 KB/)
  t.match((await errors(withPicture('leitung.yaml'), folder))[0], /nicht gefunden/, 'nor can a picture be a pipe')
  t.match((await errors(withPicture('null.png'), folder))[0], /außerhalb des Ordners/)
})

t.test('a file that is far too large for an issue is refused at once, at the line where it is too much', async t => {
  const many: Array<[what: string, text: string, told: RegExp]> = [
    [
      '60,000 unknown keys',
      HEAD.replace('blocks:\n', Array.from({ length: 60_000 }, (_, index) => `k${index}: 1`).join('\n')),
      /^Zeile 201, Spalte 1: Bis hierher/
    ],
    ['100,000 entries', `${HEAD}${'  - x\n'.repeat(100_000)}`, /^Zeile 205, Spalte 1: Bis hierher/],
    ['900,000 commas', `{${','.repeat(900_000)}`, /^Zeile 1, Spalte \d+: Bis hierher/],
    ['500,000 quotes', '"'.repeat(500_000), /^Zeile 1, Spalte \d+: Bis hierher/],
    ['250,000 documents', '---\n'.repeat(250_000), /^Zeile \d+, Spalte \d: Bis hierher/]
  ]
  for (const [what, text, told] of many) {
    const start = process.cpuUsage()
    t.match((await errors(text))[0], told, what)
    const { user, system } = process.cpuUsage(start)
    t.ok(user + system < 3_000_000, `${what} took ${(user + system) / 1000} ms of a processor`)
  }
})

t.test('what aliases make of a small file is bounded, too', async t => {
  const block = (body: string) => `  - type: article\n    headline: H\n    body: ${body}\n`
  t.same(await errors(`${HEAD}${block(`&t ${'Wort '.repeat(9_000)}`)}${block('*t').repeat(8)}`), [
    'Ausgabe: Die Ausgabe ist zu lang. Erlaubt sind im Ganzen höchstens 300.000 Zeichen.'
  ])
})

t.test('a file that is nested far too deep is refused before the parser can exhaust the stack', async t => {
  for (const text of [
    '['.repeat(30_000),
    '[{a: '.repeat(5_000),
    '- '.repeat(5_000) + 'a',
    Array.from({ length: 500 }, (_, depth) => ' '.repeat(depth) + 'a:').join('\n')
  ]) {
    const read = await readIssueText(text, '.')
    t.equal(read.ok, false)
    if (!read.ok) t.match(read.errors[0]?.message, /verschachtelt/)
  }
})
