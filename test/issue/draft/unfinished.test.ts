import fc from 'fast-check'
import sharp from 'sharp'
import t from 'tap'
import { BLOCK_KINDS } from '../../../src/issue/blocks/registry.js'
import { checkIssueContent } from '../../../src/issue/checks/check-content.js'
import { beginDraft, type Beginning } from '../../../src/issue/draft/create-draft.js'
import { exportDraft } from '../../../src/issue/draft/export-draft.js'
import { readFields } from '../../../src/issue/draft/fields.js'
import { HEAD_FORM } from '../../../src/issue/draft/head.js'
import { importDraft } from '../../../src/issue/draft/import-draft.js'
import { draftInput } from '../../../src/issue/draft/read-draft.js'
import { uploadPicture } from '../../../src/issue/draft/upload-picture.js'
import { readIssueText } from '../../../src/issue/file/read-file.js'
import { atWork, read, type Desk } from './sample.js'
import { typed } from './typed.js'

const file = (text: string) => [{ fileName: 'ausgabe.yaml', bytes: Buffer.from(text) }]

async function imported (desk: Desk, text: string): Promise<Record<string, unknown>> {
  const result = await importDraft(desk, file(text))
  if (result.result !== 'imported') throw new Error(JSON.stringify(result.errors))
  return draftInput(await read(desk, result.draft))
}

async function refusal (desk: Desk, text: string): Promise<string> {
  const result = await importDraft(desk, file(text))
  return result.result === 'refused' ? result.errors.map(({ where, message }) => `${where}: ${message}`).join('\n') : ''
}

t.test('any draft that is exported and imported again is the same draft', async t => {
  const desk = await atWork(t)
  const bytes = await sharp({ create: { width: 40, height: 20, channels: 3, background: 'red' } }).jpeg().toBuffer()
  const picture = await uploadPicture(desk, { bytes, fileName: 'a.jpg' })
  if (picture.result !== 'stored') throw new Error(picture.message)
  const stored = { name: picture.name, width: String(picture.width), height: String(picture.height) }
  const block = fc.constantFrom(...BLOCK_KINDS).chain(({ type, form }) =>
    fc.record({ kind: fc.constant(type), fields: typed(form), shown: fc.boolean() }))
  await fc.assert(fc.asyncProperty(typed(HEAD_FORM), fc.array(block, { maxLength: 5 }), async (head, blocks) => {
    const beginning: Beginning = {
      head: readFields(HEAD_FORM, head),
      blocks: blocks.map(({ kind, fields: { picture, ...fields }, shown }) => {
        const form = BLOCK_KINDS.find(({ type }) => type === kind)?.form ?? []
        const described = typeof picture === 'object' ? { ...picture, name: '', width: '', height: '' } : {}
        return { kind, fields: readFields(form, { ...fields, picture: { ...described, ...shown ? stored : {} } }) }
      })
    }
    const draft = await beginDraft(desk, desk.pool, beginning)
    const { bytes = [], fileName = '' } = await exportDraft(desk, draft) ?? {}
    const again = await importDraft(desk, [{ fileName, bytes: Buffer.from(bytes) }])
    t.equal(again.result, 'imported', JSON.stringify(again))
    if (again.result !== 'imported') return
    t.same(draftInput(await read(desk, again.draft)), draftInput(await read(desk, draft)))
  }), { numRuns: 60 })
})

t.test('what is missing or wrong in a field comes in, and the checks say so; a file to send stays strict', async t => {
  const desk = await atWork(t)
  const text = `title: Netze
date: bald
blocks:
  - type: article
    headline:
    body: "Siehe [hier](javascript:alert(1))."
    picture: { alt: Ein Netz }
  - type: downloads
    files:
      - label: Bericht
        size: viel
`
  const input = await imported(desk, text)
  t.same(input, {
    title: 'Netze',
    date: 'bald',
    blocks: [
      { type: 'article', body: 'Siehe [hier](javascript:alert(1)).', picture: { alt: 'Ein Netz' } },
      { type: 'downloads', files: [{ label: 'Bericht', size: 'viel' }] }
    ]
  })
  const findings = checkIssueContent({ publicUrl: '' }, { issue: input, rendered: null, sendAt: '2027-01-01' })
  const codes = findings.filter(({ level }) => level === 'barrier').map(({ code, block, field }) =>
    [code, block ?? 'kopf', ...field].join('.'))
  for (const code of ['field-empty.kopf.preheader', 'field-invalid.kopf.date', 'field-empty.0.headline',
    'field-empty.1.files.0.url', 'field-invalid.1.files.0.size']) t.ok(codes.includes(code), code)
  t.equal((await readIssueText(text, '/nirgends')).ok, false)
  t.same(await imported(desk, 'title: Nur ein Titel\n'), { title: 'Nur ein Titel', blocks: [] })
})

t.test('what would be lost is refused in a sentence with its line, and nothing is left of it', async t => {
  const desk = await atWork(t)
  const block = 'title: T\nblocks:\n  - type: article\n'
  const refusals: Array<[string, RegExp]> = [
    ['Sehr geehrte Damen und Herren', /^Zeile 1, Ausgabe: Die Ausgabe muss aus einzelnen Angaben bestehen/],
    ['- a\n- b\n', /^Zeile 1, Ausgabe: .*einzelnen Angaben/],
    ['title: a\ntitel: b\n', /^Zeile 2, Ausgabe: Die Angabe „titel“ ist unbekannt\. Meinten Sie „title“\?$/],
    ['title: T\nblocks: Text\n', /^Zeile 2, Ausgabe: Die Liste der Blöcke muss eine Liste sein/],
    ['title: T\nblocks:\n  - headline: a\n', /^Zeile 3, Block 1: Die Angabe „type“ fehlt/],
    ['title: T\nblocks:\n  - type: artikel\n',
      /^Zeile 3, Block 1: Die Blockart „artikel“ ist unbekannt\. Meinten Sie „article“\?/],
    [`${block}    lead: a\n    hedline: b\n`, /^Zeile 5, Block 1 \(Artikel\): .*Meinten Sie „headline“\?$/],
    [`${block}    headline: [a]\n`, /^Zeile 4, Block 1 \(Artikel\): Die Überschrift muss Text sein/],
    [`${block}    headline: 0815\n`, /^Zeile 4, Block 1 \(Artikel\): .*Setzen Sie die Angabe in Anführungszeichen/],
    [`${block}    picture:\n      file: a.png\n      name: b\n`,
      /^Zeile 6, Block 1 \(Artikel\), Bild: .*„name“ ist unbekannt/],
    [`${block}    picture:\n      file: a.png\n`,
      /^Zeile 5, Block 1 \(Artikel\), Bild: „a\.png“ wurde nicht gefunden/],
    [`title: T\nblocks:\n${'  - type: article\n'.repeat(41)}`, /^Zeile 2, Ausgabe: .*höchstens 40/],
    ['title: "offen\n', /^Zeile 2, Spalte 1: /]
  ]
  for (const [text, sentence] of refusals) t.match(await refusal(desk, text), sentence, text)
  t.same((await desk.pool.query('select 1 from draft')).rows, [])
})

t.test('no text at all is read with a fault, and nothing that is imported is lost', async t => {
  const desk = await atWork(t)
  const value = fc.anything({ withNullPrototype: false, maxDepth: 3, withUndefined: false } as fc.ObjectConstraints)
  const keys = fc.constantFrom('title', 'blocks', 'type', 'headline', 'picture', 'files', 'file', 'x')
  await fc.assert(fc.asyncProperty(fc.dictionary(keys, fc.oneof(value, fc.array(fc.dictionary(keys, value)))),
    async given => {
      const text = JSON.stringify(given)
      const result = await importDraft(desk, file(text))
      t.ok(result.result === 'imported' || result.errors.every(({ message }) => /[.?]$/.test(message)), text)
    }), { numRuns: 150 })
})
