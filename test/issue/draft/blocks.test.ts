import { randomUUID } from 'node:crypto'
import t from 'tap'
import { addBlock, duplicateBlock } from '../../../src/issue/draft/add-block.js'
import { deleteDraft } from '../../../src/issue/draft/delete-draft.js'
import { moveBlock } from '../../../src/issue/draft/move-block.js'
import { putBackBlock, removeBlock } from '../../../src/issue/draft/remove-block.js'
import { saveBlock } from '../../../src/issue/draft/save.js'
import { atWork, draftWith, read, type Desk } from './sample.js'

async function order (desk: Desk, draft: string): Promise<string[]> {
  return (await read(desk, draft)).blocks.map(({ id }) => id)
}

t.test('blocks are added at their place, at the end without one', async t => {
  const desk = await atWork(t)
  const { draft, blocks: [one, two] } = await draftWith(desk, 2)
  const added = await addBlock(desk, { draft, kind: 'event', place: 2 })
  t.match(added, { result: 'added', place: 2, of: 3 })
  t.same(await order(desk, draft), [one, added.result === 'added' ? added.block : '', two])
  t.match(await addBlock(desk, { draft, kind: 'quotation', place: 99 }), { place: 4, of: 4 })
  await t.rejects(addBlock(desk, { draft, kind: 'banner' }), /banner/)
})

t.test('blocks move up, down and to a place, and no further than the ends', async t => {
  const desk = await atWork(t)
  const { draft, blocks: [a = '', b = '', c = ''] } = await draftWith(desk, 3)
  t.same(await moveBlock(desk, { draft, block: c, to: 'up' }), { result: 'moved', place: 2, of: 3 })
  t.same(await order(desk, draft), [a, c, b])
  t.same(await moveBlock(desk, { draft, block: a, to: 'down' }), { result: 'moved', place: 2, of: 3 })
  t.same(await moveBlock(desk, { draft, block: c, to: 'up' }), { result: 'moved', place: 1, of: 3 })
  t.same(await moveBlock(desk, { draft, block: c, to: 99 }), { result: 'moved', place: 3, of: 3 })
  t.same(await order(desk, draft), [a, b, c])
  t.same(await moveBlock(desk, { draft, block: randomUUID(), to: 1 }), { result: 'gone' })
})

t.test('moving a block is no conflict for who writes in it', async t => {
  const desk = await atWork(t)
  const { draft, blocks: [block = ''] } = await draftWith(desk, 2)
  await moveBlock(desk, { draft, block, to: 'down' })
  t.match(await saveBlock(desk, { draft, block, base: 1, fields: { headline: 'A' } }), { result: 'saved' })
})

t.test('a copy stands right behind its original and says the same', async t => {
  const desk = await atWork(t)
  const { draft, blocks: [one = '', two = ''] } = await draftWith(desk, 2)
  await saveBlock(desk, { draft, block: one, base: 1, fields: { headline: 'A' } })
  t.match(await duplicateBlock(desk, { draft, block: one }), { result: 'added', place: 2, of: 3 })
  t.match((await read(desk, draft)).blocks, [{ fields: { headline: 'A' } }, { fields: { headline: 'A' } }, { id: two }])
  t.same(await duplicateBlock(desk, { draft, block: randomUUID() }), { result: 'gone' })
})

t.test('a removed block can be put back where it was, with its text', async t => {
  const desk = await atWork(t)
  const { draft, blocks } = await draftWith(desk, 3)
  const [, block = ''] = blocks
  await saveBlock(desk, { draft, block, base: 1, fields: { headline: 'Mitte' } })
  t.equal(await removeBlock(desk, { draft, block }), true)
  t.equal(await removeBlock(desk, { draft, block }), false)
  t.same(await order(desk, draft), blocks.filter(id => id !== block))
  t.match(await putBackBlock(desk, { draft, block }), { result: 'added', place: 2, of: 3 })
  t.match(await putBackBlock(desk, { draft, block }), { result: 'added', place: 2, of: 3 }, 'also when pressed twice')
  t.same(await order(desk, draft), blocks)
  t.match((await read(desk, draft)).blocks[1]?.fields, { headline: 'Mitte' })
})

t.test('an issue has 40 blocks at most, however many are added at once', async t => {
  const desk = await atWork(t)
  const { draft, blocks: [block = ''] } = await draftWith(desk, 35)
  const nine = Array.from({ length: 9 })
  const added = await Promise.all(nine.map(async () => await addBlock(desk, { draft, kind: 'article' })))
  t.equal(added.filter(({ result }) => result === 'added').length, 5)
  t.same(added.filter(({ result }) => result !== 'added'), Array(4).fill({ result: 'full', most: 40 }))
  t.same(await duplicateBlock(desk, { draft, block }), { result: 'full', most: 40 })
  await removeBlock(desk, { draft, block })
  t.match(await addBlock(desk, { draft, kind: 'article' }), { result: 'added', of: 40 })
  t.same(await putBackBlock(desk, { draft, block }), { result: 'full', most: 40 })
})

t.test('many who move, add and remove at once leave places without gaps', async t => {
  const desk = await atWork(t)
  const { draft, blocks } = await draftWith(desk, 8)
  await Promise.all(blocks.map(async (block, index) => {
    if (index % 3 === 0) await moveBlock(desk, { draft, block, to: 9 - index })
    else if (index % 3 === 1) await removeBlock(desk, { draft, block })
    else await duplicateBlock(desk, { draft, block })
  }))
  const { rows } = await desk.pool.query(
    'select position from draft_block where draft_id = $1 and removed_at is null order by position', [draft])
  t.same(rows.map(({ position }) => position), [1, 2, 3, 4, 5, 6, 7])
})

t.test('nothing is added to a deleted draft', async t => {
  const desk = await atWork(t)
  const { draft, blocks: [block = ''] } = await draftWith(desk, 1)
  await deleteDraft(desk, draft)
  t.same(await addBlock(desk, { draft, kind: 'article' }), { result: 'gone' })
  t.same(await moveBlock(desk, { draft, block, to: 1 }), { result: 'gone' })
  t.equal(await removeBlock(desk, { draft, block }), false)
})
