import t from 'tap'
import { createKeyring, newMasterKey } from '../../../src/platform/crypto/keyring.js'
import { guessDelimiter } from '../../../src/privacy/import/columns.js'
import type { Encoding } from '../../../src/privacy/import/encoding.js'
import { FileFault } from '../../../src/privacy/import/file-fault.js'
import { importOptions, previewFile, type ImportOptions } from '../../../src/privacy/import/options.js'
import { readRecords } from '../../../src/privacy/import/read-file.js'
import { createSurvey } from '../../../src/privacy/import/survey.js'
import { inPortions, surveyOf } from './importing.js'

const keys = createKeyring([newMasterKey()])
const TEXT = 'Name;E-Mail\nJürgen Groß;juergen@beispiel.example\nŻaneta;zaneta@beispiel.example\n'

const preview = async (bytes: Buffer, options: Partial<ImportOptions> = {}) =>
  await previewFile(surveyOf({ keys }, bytes), importOptions.parse(options))

/** All cells of a file, as it is understood. */
async function cellsOf (bytes: Buffer, options: Partial<ImportOptions> = {}): Promise<Array<[number, string[]]>> {
  const { reading } = await preview(bytes, options)
  const all: Array<[number, string[]]> = []
  for await (const records of readRecords(reading, inPortions(bytes, 7))) {
    all.push(...records.map(({ line, cells }): [number, string[]] => [line, cells]))
  }
  return all
}

async function faultOf (bytes: Buffer, options: Partial<ImportOptions> = {}): Promise<[string, number | null] | null> {
  try {
    await cellsOf(bytes, options)
    return null
  } catch (error) {
    if (error instanceof FileFault) return [error.code, error.line]
    throw error
  }
}

const utf16be = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16()

t.test('a file is read in the encoding that its bytes show', async t => {
  const files: Array<[Encoding, Buffer]> = [
    ['utf-8', Buffer.from(TEXT)],
    ['utf-8', Buffer.from('\ufeff' + TEXT)],
    ['utf-16le', Buffer.from('\ufeff' + TEXT, 'utf16le')],
    ['utf-16be', utf16be('\ufeff' + TEXT)],
    ['utf-16le', Buffer.from(TEXT, 'utf16le')],
    ['utf-16be', utf16be(TEXT)]
  ]
  for (const [encoding, bytes] of files) {
    t.equal((await preview(bytes)).reading.encoding, encoding)
    t.same(await cellsOf(bytes), [
      [2, ['Jürgen Groß', 'juergen@beispiel.example']], [3, ['Żaneta', 'zaneta@beispiel.example']]
    ], encoding)
  }
  const parts = [Buffer.from('Name;E-Mail\nJ'), Buffer.of(0xfc, 0x80, 0x96), Buffer.from(';j@beispiel.example\n')]
  const old = Buffer.concat(parts)
  t.equal((await preview(old)).reading.encoding, 'windows-1252')
  t.same(await cellsOf(old), [[2, ['Jü€–', 'j@beispiel.example']]])
})

t.test('an encoding that was said and cannot be true is refused, with the line that shows it', async t => {
  const old = Buffer.from('a@b.example\n'.repeat(300) + 'M\u00fcller;m@b.example\n', 'latin1')
  t.same(await faultOf(old, { encoding: 'utf-8' }), ['not_utf8', 301])
  t.same(await faultOf(Buffer.concat([Buffer.of(0xef, 0xbb, 0xbf), old])), ['not_utf8', 301], 'said by the file itself')
  t.same(await faultOf(Buffer.from(TEXT), { encoding: 'windows-1252' }), ['is_utf8', null])
  t.same(await faultOf(Buffer.from('\ufeff' + TEXT, 'utf16le'), { encoding: 'utf-8' }), ['other_mark', null])
  t.equal(await faultOf(Buffer.from('a@b.example\n'), { encoding: 'windows-1252' }), null, 'ASCII is both')
})

t.test('NUL bytes in a file that is not UTF-16 refuse it', async t => {
  t.same(await faultOf(Buffer.from('E-Mail\na@b.example\0\n')), ['nul', null])
})

t.test('a workbook is told apart from a damaged file, whatever encoding was said', async t => {
  for (const head of [Buffer.from('PK\x03\x04\x14\0'), Buffer.from('d0cf11e0a1b11ae10000', 'hex')]) {
    t.same(await faultOf(head), ['workbook', null])
    t.same(await faultOf(head, { encoding: 'windows-1252' }), ['workbook', null])
  }
})

t.test('the delimiter is found, also where names hold commas', async t => {
  t.equal(guessDelimiter('a,b,c\n1,2,3\n'), ',')
  t.equal(guessDelimiter('"Muster, Max";x@y.example\n"Muster, Eva";z@y.example\n'), ';')
  t.equal(guessDelimiter('a\tb\n1\t2,5\n'), '\t')
  t.equal(guessDelimiter('x@y.example\n'), ';')
})

t.test('a first line that names the delimiter, as spreadsheets write it, is none of the lines', async t => {
  for (const [said, delimiter] of [['sep=;', ';'], ['"sep=,"', ','], ['SEP=\t', '\t']] as const) {
    const lines = [['Vor- und Nachname', 'E-Mail'], ['Muster, Eva; M.', 'a@b.example']]
    const rows = lines.map(cells => cells.map(cell => `"${cell}"`).join(delimiter))
    const bytes = Buffer.from('\ufeff' + [said, ...rows, ''].join('\r\n'))
    const { reading, records } = await preview(bytes)
    t.match(reading, { delimiter, header: true, columns: { email: 1 } }, said)
    t.same(records, lines)
    t.same(await cellsOf(bytes), [[3, lines[1]]], 'lines keep their numbers')
  }
  t.same(await cellsOf(Buffer.from('sep=;\na@b.example\n')), [[2, ['a@b.example']]])
  t.same(await cellsOf(Buffer.from('E-Mail\nsep=;\n')), [[2, ['sep=', '']]], 'only the first one')
})

t.test('columns are known by their names, or by what they hold', async t => {
  const columns = async (text: string) => (await preview(Buffer.from(text))).reading
  const full = 'Anrede;E-Mail-Adresse;Anmeldezeitpunkt;Einwilligung;Quelle\nFrau;a@b.example;2024-01-01;Ja;Messe\n'
  t.match(await columns(full),
    { header: true, columns: { email: 1, time: 2, wording: 3, source: 4 } })
  t.match(await columns('Adresse;Mail\nWeg 1;a@b.example\n'), { columns: { email: 1 } }, 'a street is not an address')
  t.match(await columns('email_address,OPTIN_TIME\na@b.example,2024-01-01\n'), { columns: { email: 0, time: 1 } })
  t.match(await columns('Max;a@b.example\nEva;c@d.example\n'), { header: false, columns: { email: 1, time: null } })
  t.match(await columns('Wer\na@b.example\n'), { header: true, columns: { email: 0 } })
})

t.test('lines are counted as an editor counts them, whatever ends them', async t => {
  const mixed = 'E-Mail;Ort\r\na@b.example;"Bad\r\nHomburg"\n\n \rc@d.example;x\r\ne@f.example;"y ""z"""'
  t.same(await cellsOf(Buffer.from(mixed)), [
    [2, ['a@b.example', 'Bad\r\nHomburg']], [6, ['c@d.example', 'x']], [7, ['e@f.example', 'y "z"']]
  ])
})

t.test('100 columns are read, 101 are refused with their line', async t => {
  const wide = (count: number): string => ['a@b.example', ...Array.from({ length: count - 1 }, () => 'x')].join(';')
  t.equal((await cellsOf(Buffer.from(`${wide(100)}\n`))).length, 1)
  t.same(await faultOf(Buffer.from(`a@b.example;x\n${wide(101)}\n`)), ['many_columns', 2])
})

t.test('a quotation mark that never ends is refused with the line where it begins', async t => {
  t.same(await faultOf(Buffer.from('a@b.example;x\nc@d.example;"y\ne@f.example;z\n')), ['open_quote', 2])
  const long = 'a@b.example;x\n'.repeat(20_000)
  t.same(await faultOf(Buffer.from(`a@b.example;x\nc@d.example;"y\n${long}`)), ['open_quote', 2])
})

t.test('an empty file is refused', async t => {
  t.same(await faultOf(Buffer.alloc(0)), ['empty', null])
  t.same(await faultOf(Buffer.from('\n \n')), ['empty', null])
})

t.test('two gigabytes in one line are refused in constant memory, with the number of the line', async t => {
  const megabyte = Buffer.alloc(1024 * 1024, 'x')
  let portions = 0
  async function * endless () {
    yield Buffer.from('E-Mail\na@b.example\n')
    for (; portions < 2_048; portions++) yield megabyte
  }
  const survey = createSurvey(keys)
  const before = process.memoryUsage().rss
  for await (const bytes of endless()) survey.feed(bytes)
  const looked = survey.end()
  t.equal(looked.bytes, 2_048 * megabyte.length + 19)
  t.ok(process.memoryUsage().rss - before < 100e6, 'the first look keeps nothing')
  const head = Buffer.from('E-Mail\na@b.example\n')
  const { reading } = await previewFile({ ...looked, head }, importOptions.parse({}))
  portions = 0
  await t.rejects(async () => { for await (const records of readRecords(reading, endless())) void records },
    { code: 'long_line', line: 3 })
  t.ok(portions < 2, 'nothing is read after it')
})
