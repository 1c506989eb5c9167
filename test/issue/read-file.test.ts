import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import t from 'tap'
import { contentSchema } from '../../src/issue/content.js'
import { readIssueFile, readIssueText } from '../../src/issue/read-file.js'
import { inPackage } from '../../src/platform/root.js'
import { demoText } from './sample.js'

const HEAD = 'title: T\npreheader: P\ndate: 2027-01-01\nblocks:\n'
const withPicture = (file: string) => `${HEAD}  - type: article\n    headline: H\n    body: B\n    picture:\n      file: ${JSON.stringify(file)}\n      alt: Ein Haus\n`

async function errors (text: string, folder = '/nonexistent'): Promise<string[]> {
  const read = await readIssueText(text, folder)
  return read.ok ? [] : read.errors.map(error => `${error.where}: ${error.message}`)
}

/** A PNG of one colour; only its header matters here. */
function png (width: number, size = 100): Buffer {
  const bytes = Buffer.alloc(size)
  bytes.write('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1')
  bytes.writeUInt32BE(width, 16)
  bytes.writeUInt32BE(10, 20)
  return bytes
}

t.test('broken YAML is told with line and column in German', async t => {
  t.same(await errors('title: "offen\nblocks: []\n'), ['Zeile 3, Spalte 1: Hier fehlt ein Zeichen, zum Beispiel ein schließendes Anführungszeichen, ein Komma oder ein Doppelpunkt.'])
  t.match((await errors('title: Netz: ein Anfang\n'))[0], /^Zeile 1, Spalte \d+: Hier steht ein Doppelpunkt im Text\. Setzen Sie den ganzen Text in Anführungszeichen\./)
  t.match((await errors('a:\n  b: 1\n c: 2\n'))[0], /^Zeile 3, Spalte \d+: /)
  t.match((await errors('title: a\ntitle: b\n'))[0], /^Zeile 2, Spalte 1: Diese Angabe steht hier zum zweiten Mal/)
  t.match((await errors('{"title": "a",,}'))[0], /^Zeile 1, Spalte \d+: /)
})

t.test('own types and unfolding aliases are refused', async t => {
  t.match((await errors('title: !!js/function "x"\n'))[0], /^Zeile 1, Spalte \d+: Eigene Datentypen/)
  t.match((await errors('title: !!binary "eA=="\n'))[0], /Eigene Datentypen/)
  const bomb = ['a: &a [x,x,x,x,x,x,x,x,x]', ...['b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'].map((name, index) => `${name}: &${name} [${Array(9).fill(`*${'abcdefgh'[index]}`).join(',')}]`)].join('\n')
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
  const read = await readIssueText('{\n\t"title": "T", "preheader": "P", "date": "2027-01-01",\n\t"blocks": [{"type": "quotation", "text": "W", "speaker": "S"}]\n}', '/nonexistent')
  t.ok(read.ok)
  t.match((await errors('{"title": "T", "title": "U"}'))[0], /zum zweiten Mal/)
})

t.test('a picture must lie in the folder of the issue or below', async t => {
  const root = t.testdir({ 'geheim.png': png(10), ausgabe: { 'bild.png': png(10), unter: { 'bild.png': png(10) } } })
  const folder = join(root, 'ausgabe')
  symlinkSync(join(root, 'geheim.png'), join(folder, 'umweg.png'))
  for (const file of ['../geheim.png', 'unter/../../geheim.png', 'umweg.png']) {
    t.match((await errors(withPicture(file), folder))[0], /^Block 1 \(Artikel\), Bild: „.*“ liegt außerhalb des Ordners/, file)
  }
  t.match((await errors(withPicture(join(root, 'geheim.png')), folder))[0], /Geben Sie den Ort des Bildes von der Ausgabe aus an/)
  t.match((await errors(withPicture('..\\geheim.png'), folder))[0], /mit \/ zwischen den Ordnern/)
  t.match((await errors(withPicture('unter'), folder))[0], /nicht gefunden/, 'a folder is no picture')
  t.same(await errors(withPicture('unter/bild.png'), folder), [])
})

t.test('a picture is judged by its content, its weight and its width', async t => {
  const folder = t.testdir({ 'text.png': 'kein Bild', 'vektor.png': '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"/>', 'breit.png': png(1601), 'schwer.png': png(10, 1_000_001), 'bild.txt': png(1600, 1_000_000) })
  t.match((await errors(withPicture('text.png'), folder))[0], /ist kein Bild im Format PNG, JPEG, GIF oder WebP/)
  t.match((await errors(withPicture('vektor.png'), folder))[0], /ist kein Bild im Format/)
  t.match((await errors(withPicture('breit.png'), folder))[0], /ist 1\.601 Pixel breit\. Erlaubt sind höchstens 1\.600; verkleinern Sie/)
  t.match((await errors(withPicture('schwer.png'), folder))[0], /zu groß\. Erlaubt sind höchstens 1 MB/)
  t.match((await errors(withPicture('fehlt.png'), folder))[0], /wurde nicht gefunden/)
  const read = await readIssueText(withPicture('bild.txt'), folder)
  if (!read.ok) throw new Error('just within the limits is accepted, whatever the name says')
  t.match(read.pictures, [{ type: 'image/png', extension: 'png', width: 1600, height: 10 }])
})

t.test('the content names pictures by their hash and stands alone as JSON', async t => {
  const read = await readIssueFile(inPackage('templates', 'demo', 'ausgabe-1.yaml'))
  if (!read.ok) throw new Error(JSON.stringify(read.errors))
  const bytes = await readFile(inPackage('templates', 'demo', 'bilder', 'netz.png'))
  const hash = createHash('sha256').update(bytes).digest('hex')
  t.match(read.pictures, [{ hash, width: 1200, height: 600 }])
  const again: unknown = JSON.parse(JSON.stringify(read.content))
  t.same(contentSchema.parse(again), read.content)
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
  const second = await readIssueFile(inPackage('templates', 'demo', 'ausgabe-2.yaml'))
  t.ok(second.ok)
  for (const type of ['editorial', 'article', 'event', 'funding_call', 'quotation', 'press_contact', 'downloads', 'table_of_contents']) {
    t.match(demoText(), `- type: ${type}`)
  }
})

t.test('a file that is nested far too deep is refused before the parser can exhaust the stack', async t => {
  for (const text of ['['.repeat(30_000), '[{a: '.repeat(5_000), '- '.repeat(5_000) + 'a', Array.from({ length: 500 }, (_, depth) => ' '.repeat(depth) + 'a:').join('\n')]) {
    const read = await readIssueText(text, '.')
    t.equal(read.ok, false)
    if (!read.ok) t.match(read.errors[0]?.message, /geschachtelt/)
  }
})
