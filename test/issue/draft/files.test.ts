import { mkdtemp, readFile } from 'node:fs/promises'
import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate'
import { mkdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import sharp from 'sharp'
import t from 'tap'
import { addBlock } from '../../../src/issue/draft/add-block.js'
import { exportDraft } from '../../../src/issue/draft/export-draft.js'
import { importDraft } from '../../../src/issue/draft/import-draft.js'
import { draftInput } from '../../../src/issue/draft/read-draft.js'
import { saveBlock } from '../../../src/issue/draft/save.js'
import type { UploadedFile } from '../../../src/issue/draft/unpack-upload.js'
import { uploadDocument } from '../../../src/issue/draft/upload-document.js'
import { uploadPicture } from '../../../src/issue/draft/upload-picture.js'
import { versionsOf } from '../../../src/issue/draft/name-version.js'
import { parseContent } from '../../../src/issue/content/content.js'
import { eraseUnnamedFiles } from '../../../src/issue/file/erase-unnamed-files.js'
import { readIssueText } from '../../../src/issue/file/read-file.js'
import { packagePath } from '../../../src/platform/package-path.js'
import { BRIDGE, publishing } from '../../archive/publishing.js'
import { article, demoIssue, demoText } from '../sample.js'
import { actions, atWork, draftWith, read, type Desk } from './sample.js'

const netz = async (): Promise<Buffer> => await readFile(packagePath('templates', 'demo', 'bilder', 'netz.png'))
const yaml = (text = demoText()): UploadedFile => ({ fileName: 'ausgabe.yaml', bytes: Buffer.from(text) })

async function importDemo (desk: Desk): Promise<string> {
  const imported = await importDraft(desk, [yaml(), { fileName: 'netz.png', bytes: await netz() }])
  if (imported.result !== 'imported') throw new Error(JSON.stringify(imported.errors))
  return imported.draft
}

t.test('an issue is imported with its pictures, and is a version from the start', async t => {
  const desk = await atWork(t)
  const draft = await importDemo(desk)
  const parsed = parseContent(draftInput(await read(desk, draft)))
  const demo = await demoIssue()
  t.match(parsed, { ok: true, content: { title: demo.title, blocks: demo.blocks.map(({ type }) => ({ type })) } })
  t.match(await versionsOf(desk, draft), [{ reason: 'imported' }])
  t.same(await actions(desk.pool), ['draft.imported'])
})

t.test('an export says the same as the draft, in the program, on disk and as an import', async t => {
  const desk = await atWork(t)
  const draft = await importDemo(desk)
  const parsed = parseContent(draftInput(await read(desk, draft)))
  const exported = await exportDraft(desk, draft)
  t.equal(exported?.fileName, 'wie-aus-vielen-haenden-ein-netz-wird.zip')
  const bytes = Buffer.from(exported?.bytes ?? [])

  const folder = await mkdtemp(join(tmpdir(), 'export-'))
  const files = unzipSync(bytes)
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), content)
  }
  t.match(await readIssueText(strFromU8(files['ausgabe.yaml'] ?? new Uint8Array()), folder), parsed)

  const again = await importDraft(desk, [{ fileName: 'export.zip', bytes }])
  t.same(parseContent(draftInput(await read(desk, again.result === 'imported' ? again.draft : ''))), parsed)
})

t.test('a draft without pictures is exported as YAML alone, finished or not', async t => {
  const desk = await atWork(t)
  const { draft, blocks: [block = ''] } = await draftWith(desk, 1)
  await saveBlock(desk, { draft, block, base: 1, fields: { headline: 'yes: "no"', body: '- a\n\n# b\n' } })
  await addBlock(desk, { draft, kind: 'event' })
  const exported = await exportDraft(desk, draft)
  t.equal(exported?.fileName, 'ein-titel.yaml')
  t.match(strFromU8(exported?.bytes ?? new Uint8Array()), /headline: 'yes: "no"'/)
  t.equal(await exportDraft(desk, '00000000-0000-4000-8000-000000000000'), null)
})

t.test('what cannot be imported is refused with German sentences, and nothing is left of it', async t => {
  const desk = await atWork(t)
  const refusals: Array<[string, Parameters<typeof importDraft>[1], RegExp]> = [
    ['no issue', [{ fileName: 'a.png', bytes: await netz() }], /keine Ausgabe/],
    ['two issues', [yaml(), yaml()], /mehrere Dateien/],
    ['a missing picture', [yaml()], /bilder\/netz.png“ wurde nicht gefunden/],
    ['no picture', [yaml(), { fileName: 'netz.png', bytes: Buffer.from('x') }], /kein Bild/],
    ['a wrong field', [yaml(demoText().replace('headline:', 'hedline:'))], /Meinten Sie „headline“/],
    ['no zip', [{ fileName: 'a.zip', bytes: Buffer.from('PK\u0003\u0004 and no more') }], /Packen Sie die Dateien/],
    ['too many files', [{
      fileName: 'a.zip',
      bytes: Buffer.from(zipSync(Object.fromEntries(Array.from({ length: 201 }, (_, n) => [`${n}.png`, strToU8('x')]))))
    }], /mehr als 200 Dateien/],
    ['a bomb', [{
      fileName: 'a.zip', bytes: Buffer.from(zipSync({ 'ausgabe.yaml': [new Uint8Array(110_000_000), { level: 9 }] }))
    }], /100 MB/],
    ['another encoding', [{ fileName: 'a.yaml', bytes: Buffer.from('title: \xfc', 'latin1') }], /UTF-8/]
  ]
  for (const [what, files, sentence] of refusals) {
    const refused = await importDraft(desk, files)
    t.match(refused.result === 'refused' ? refused.errors.map(({ message }) => message).join() : '', sentence, what)
  }
  t.same((await desk.pool.query('select 1 from draft')).rows, [])
})

t.test('a picture is stored once, by what it shows', async t => {
  const desk = await atWork(t)
  const bytes = await sharp({ create: { width: 40, height: 20, channels: 3, background: 'red' } }).jpeg().toBuffer()
  const [one, other] = [
    await uploadPicture(desk, { bytes, fileName: 'a.jpg' }), await uploadPicture(desk, { bytes, fileName: 'b.jpg' })
  ]
  t.match(one, { result: 'stored', name: /^[0-9a-f]{64}\.jpg$/, width: 40, height: 20 })
  t.same(one, other)
  const refused = await uploadPicture(desk, { bytes: Buffer.from('x'), fileName: 'a.jpg' })
  t.match(refused, { message: /„a.jpg“ ist kein Bild/ })
})

t.test('a file to download has its type and size from what it is, not from its name', async t => {
  const desk = { ...await atWork(t), publicUrl: 'https://brief.example' }
  const pdf = Buffer.from('%PDF-1.7\n%%EOF')
  t.match(await uploadDocument(desk, { bytes: pdf, fileName: 'C:\\Doku\\Musterbrief "neu".docx' }),
    { result: 'stored', url: /^https:\/\/brief\.example\/dateien\/[0-9a-f]{64}\.pdf$/, type: 'PDF', size: pdf.length })
  t.same((await desk.pool.query('select file_name from document')).rows, [{ file_name: 'Musterbrief _neu_.pdf' }])
  const word = { '[Content_Types].xml': strToU8('<x/>'), 'word/document.xml': strToU8('<x/>') }
  const mimetype = strToU8('application/vnd.oasis.opendocument.text')
  const odt: Zippable = { mimetype: [mimetype, { level: 0 }], 'content.xml': strToU8('<x/>') }
  const stored = async (files: Zippable): Promise<unknown> =>
    await uploadDocument(desk, { bytes: Buffer.from(zipSync(files)), fileName: 'x' })
  t.match(await stored(word), { type: 'DOCX' })
  t.match(await stored(odt), { type: 'ODT' })
  t.match(await stored({ ...word, 'word/vbaProject.bin': strToU8('x') }), { result: 'refused' }, 'macros')
  for (const text of ['', '<html><script>', 'MZ\u0090', 'PK\u0003\u0004xxxx']) {
    t.match(await uploadDocument(desk, { bytes: Buffer.from(text), fileName: 'x.pdf' }), { result: 'refused' }, text)
  }
})

t.test('pictures and files that nothing names are erased a day after they were brought', async t => {
  const desk = { ...await atWork(t), publicUrl: 'https://brief.example' }
  const draft = await importDemo(desk)
  const pdf = Buffer.from('%PDF-1.7\n%%EOF')
  await uploadDocument(desk, { bytes: pdf, fileName: 'x.pdf' })
  const bytes = await sharp({ create: { width: 40, height: 20, channels: 3, background: 'red' } }).jpeg().toBuffer()
  await uploadPicture(desk, { bytes, fileName: 'a.jpg' })
  t.equal(await eraseUnnamedFiles(desk), 0)
  desk.clock.travel({ hours: 25 })
  await uploadDocument(desk, { bytes: pdf, fileName: 'x.pdf' })
  t.equal(await eraseUnnamedFiles(desk), 1, 'the picture, but not the file that was brought again')
  t.match(await exportDraft(desk, draft), { type: 'application/zip' })
  await desk.pool.query('delete from draft')
  desk.clock.travel({ hours: 25 })
  t.equal(await eraseUnnamedFiles(desk), 2)
})

t.test('a picture of a mail that was sent stays, whatever becomes of what named it', async t => {
  const { publish, pool, clock } = await publishing(t)
  await publish({}, article({ picture: BRIDGE }))
  await pool.query("update issue set content = '{}'")
  clock.travel({ hours: 25 })
  t.equal(await eraseUnnamedFiles({ pool, clock }), 0)
})
