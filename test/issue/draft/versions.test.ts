import t from 'tap'
import { compareSnapshots } from '../../../src/issue/draft/compare.js'
import { addBlock } from '../../../src/issue/draft/add-block.js'
import { moveBlock } from '../../../src/issue/draft/move-block.js'
import { nameVersion, readVersion, versionsOf } from '../../../src/issue/draft/name-version.js'
import { otherTexts } from '../../../src/issue/draft/other-text.js'
import { removeBlock } from '../../../src/issue/draft/remove-block.js'
import { restoreVersion } from '../../../src/issue/draft/restore-version.js'
import { saveBlock, saveHead } from '../../../src/issue/draft/save.js'
import type { Snapshot } from '../../../src/issue/draft/version.js'
import { processorMs } from '../../support/processor-time.js'
import { actions, atWork, draftWith, read } from './sample.js'

const said = (headline: string, body = 'Ein Satz.'): Record<string, string> => ({ headline, body })

t.test('a version is restored with its head, its blocks and their order', async t => {
  const desk = await atWork(t)
  const { draft, blocks: [a = '', b = '', c = ''] } = await draftWith(desk, 3)
  for (const [block, text] of [[a, 'A'], [b, 'B'], [c, 'C']] as const) {
    await saveBlock(desk, { draft, block, base: 1, fields: said(text) })
  }
  const before = await read(desk, draft)
  t.equal(await nameVersion(desk, { draft, name: '  Vor der Abstimmung ' }), 1)

  await saveHead(desk, { draft, base: 1, fields: { title: 'Anders' } })
  await saveBlock(desk, { draft, block: a, base: 2, fields: said('Anders') })
  await moveBlock(desk, { draft, block: c, to: 1 })
  await removeBlock(desk, { draft, block: b })
  await addBlock(desk, { draft, kind: 'quotation' })
  t.equal(await restoreVersion(desk, { draft, number: 1 }), 3)

  const after = await read(desk, draft)
  t.same(after.head, before.head)
  t.same(after.blocks.map(({ id, fields }) => [id, fields]), before.blocks.map(({ id, fields }) => [id, fields]))
  t.same((await versionsOf(desk, draft)).map(({ number, reason, name }) => [number, reason, name]),
    [[3, 'restored', null], [2, 'replaced', null], [1, 'named', 'Vor der Abstimmung']])
  t.match((await readVersion(desk, { draft, number: 2 }))?.snapshot, { head: { title: 'Anders' } })
  t.match(await actions(desk.pool), ['draft.created', 'draft.restored'])
  t.equal(await restoreVersion(desk, { draft, number: 9 }), null)
})

t.test('restoring disturbs only who writes in a block that changes, and keeps their text', async t => {
  const desk = await atWork(t)
  const { draft, blocks: [a = '', b = ''] } = await draftWith(desk, 2)
  await nameVersion(desk, { draft, name: 'leer' })
  await saveBlock(desk, { draft, block: a, base: 1, fields: said('A') })
  await restoreVersion(desk, { draft, number: 1 })
  t.match(await saveBlock(desk, { draft, block: b, base: 1, fields: said('B') }), { result: 'saved' })
  t.match(await saveBlock(desk, { draft, block: a, base: 2, fields: said('A2') }), { result: 'conflict' })
})

t.test('of a save and a restoring at once both texts are found again', async t => {
  const desk = await atWork(t)
  for (let round = 0; round < 10; round++) {
    const { draft, blocks: [block = ''] } = await draftWith(desk, 1)
    await saveBlock(desk, { draft, block, base: 1, fields: said('alt') })
    await nameVersion(desk, { draft, name: 'alt' })
    await saveBlock(desk, { draft, block, base: 2, fields: said('neu') })
    const [saved] = await Promise.all([
      saveBlock(desk, { draft, block, base: 3, fields: said('eben getippt') }),
      restoreVersion(desk, { draft, number: 1 })
    ])
    t.match((await read(desk, draft)).blocks, [{ fields: said('alt') }])
    if (saved.result === 'conflict') {
      t.match(await otherTexts(desk, draft), [{ fields: said('eben getippt') }])
    } else {
      const replaced = await readVersion(desk, { draft, number: 2 })
      t.match(replaced, { reason: 'replaced', snapshot: { blocks: [{ fields: said('eben getippt') }] } })
    }
  }
})

const SNAPSHOT: Snapshot = {
  head: { title: 'Alt', date: '2027-02-10' },
  blocks: [
    { id: 'a', kind: 'article', fields: { headline: 'Der Brief', body: 'Alle lesen den langen Brief.' } },
    { id: 'b', kind: 'quotation', fields: { text: 'Bleibt.' } },
    { id: 'c', kind: 'article', fields: { headline: 'Geht' } }
  ]
}

t.test('versions are compared word by word', t => {
  const later: Snapshot = {
    head: { title: 'Neu', date: '2027-02-10' },
    blocks: [
      { id: 'b', kind: 'quotation', fields: { text: 'Bleibt.' } },
      {
        id: 'a',
        kind: 'article',
        fields: {
          headline: 'Der Brief', body: 'Alle lesen den kurzen Brief.', link: { url: 'https://beispiel.de' }
        }
      },
      { id: 'd', kind: 'event', fields: { title: 'Kommt', dates: [{ start: '2027-03-04' }] } }
    ]
  }
  const found = compareSnapshots(SNAPSHOT, later)
  t.match(found.map(({ id, change, isMoved }) => [id, change, isMoved]), [
    [null, 'changed', false],
    ['b', 'same', false],
    ['a', 'changed', true],
    ['d', 'added', false],
    ['c', 'removed', false]
  ])
  t.match(found[0]?.fields, [{
    label: 'Titel', parts: [{ text: 'Alt', change: 'removed' }, { text: 'Neu', change: 'added' }]
  }])
  t.same(found[2]?.fields, [
    {
      label: 'Text',
      parts: [
        { text: 'Alle lesen den ', change: 'same' },
        { text: 'langen', change: 'removed' },
        { text: 'kurzen', change: 'added' },
        { text: ' Brief.', change: 'same' }
      ]
    },
    { label: 'Verweis, Adresse', parts: [{ text: 'https://beispiel.de', change: 'added' }] }
  ])
  t.match(found[3]?.fields[1], { label: 'Termin 1, Beginn' })
  t.same(compareSnapshots(SNAPSHOT, SNAPSHOT).filter(({ change }) => change !== 'same'), [])
  t.end()
})

t.test('two long texts that have nothing in common are compared in good time', async t => {
  const words = (word: string): string => Array.from({ length: 20_000 }, (_, index) => `${word}${index}`).join(' ')
  const snapshot = (body: string): Snapshot => ({ head: {}, blocks: [{ id: 'a', kind: 'article', fields: { body } }] })
  let changes: ReturnType<typeof compareSnapshots> = []
  t.ok(await processorMs(() => { changes = compareSnapshots(snapshot(words('a')), snapshot(words('b'))) }) < 5_000)
  t.equal(changes[1]?.change, 'changed')
})
