import { randomUUID } from 'node:crypto'
import t from 'tap'
import { commentsOf, resolveComment, writeComment } from '../../../src/issue/draft/comment.js'
import { bringBackDraft, deleteDraft, eraseDeletedDrafts } from '../../../src/issue/draft/delete-draft.js'
import { forgetSaves } from '../../../src/issue/draft/forget-traces.js'
import { bePresent, forgetPresence, leaveDraft, presentIn } from '../../../src/issue/draft/presence.js'
import { listDrafts, readDraft } from '../../../src/issue/draft/read-draft.js'
import { saveBlock } from '../../../src/issue/draft/save.js'
import { actions, asColleague, atWork, draftWith, type Desk } from './sample.js'

async function erase (desk: Desk): Promise<number> {
  return await eraseDeletedDrafts({ ...desk, stopping: new AbortController().signal })
}

t.test('drafts are listed, the last changed first, with what is in them', async t => {
  const desk = await atWork(t)
  const { draft, blocks: [block = ''] } = await draftWith(desk, 2)
  desk.clock.travel({ minutes: 1 })
  const { draft: second } = await draftWith(desk, 0)
  t.same((await listDrafts(desk)).map(({ id }) => id), [second, draft])
  desk.clock.travel({ minutes: 1 })
  await saveBlock(desk, { draft, block, base: 1, fields: { headline: 'A' } })
  await writeComment(desk, { draft, block, text: 'Stimmt das?' })
  t.match(await listDrafts(desk), [
    { id: draft, title: 'Ein Titel', state: 'draft', blocks: 2, openComments: 1, changedAt: desk.clock.now() },
    { id: second }
  ])
})

t.test('a deleted draft can be brought back for 30 days; then it is erased with all that hangs on it', async t => {
  const desk = await atWork(t)
  const { draft, blocks: [block = ''] } = await draftWith(desk, 1)
  await saveBlock(desk, { draft, block, base: 1, fields: { headline: 'A' } })
  await writeComment(desk, { draft, block, text: 'Stimmt das?' })
  t.equal(await deleteDraft(desk, draft), true)
  t.equal(await deleteDraft(desk, draft), false)
  t.same(await listDrafts(desk), [])
  t.match(await listDrafts(desk, { deleted: true }), [{ id: draft, deletedBy: desk.editor }])
  desk.clock.travel({ days: 29 })
  t.equal(await erase(desk), 0)
  t.equal(await bringBackDraft(desk, draft), true)
  t.match(await readDraft(desk, draft), { deletedAt: null, blocks: [{ fields: { headline: 'A' } }] })

  await deleteDraft(desk, draft)
  desk.clock.travel({ days: 31 })
  t.equal(await erase(desk), 1)
  t.equal(await bringBackDraft(desk, draft), false)
  for (const table of ['draft', 'draft_block', 'draft_save', 'draft_comment']) {
    t.same((await desk.pool.query(`select 1 from ${table}`)).rows, [], table)
  }
  t.same(await actions(desk.pool), [
    'draft.created', 'draft.deleted', 'draft.undeleted', 'draft.deleted', 'draft.erased'
  ])
})

t.test('comments stand on a block or on the whole draft until they are resolved', async t => {
  const desk = await atWork(t)
  const { draft, blocks: [block = ''] } = await draftWith(desk, 1)
  const { blocks: [foreign = ''] } = await draftWith(desk, 1)
  const written = await writeComment(desk, { draft, block, text: ' Stimmt\r\ndas? ' })
  desk.clock.travel({ minutes: 1 })
  await writeComment(desk, { draft, block: null, text: 'Gut.' })
  t.match(await commentsOf(desk, draft), [
    { text: 'Stimmt\ndas?', blockId: block, writtenBy: desk.editor, resolvedAt: null }, { text: 'Gut.', blockId: null }
  ])
  const comment = written.result === 'written' ? written.id : ''
  t.equal(await resolveComment(desk, { draft, comment }), true)
  t.equal(await resolveComment(desk, { draft, comment }), false)
  t.same(await writeComment(desk, { draft, block, text: ' \n' }), { result: 'empty' })
  t.same(await writeComment(desk, { draft, block, text: 'x'.repeat(5_001) }), { result: 'too-long', most: 5_000 })
  t.same(await writeComment(desk, { draft, block: foreign, text: 'x' }), { result: 'gone' })
  t.same(await writeComment(desk, { draft: randomUUID(), block: null, text: 'x' }), { result: 'gone' })
})

t.test('presence tells who is in which block since when, and forgets it after a minute', async t => {
  const desk = await atWork(t)
  const alex = await asColleague(desk.pool, desk.clock)
  const { draft, blocks: [a = '', b = ''] } = await draftWith(desk, 2)
  t.same(await bePresent(desk, { draft, editor: desk.editor, block: a }), [])
  const since = desk.clock.now()
  desk.clock.travel({ minutes: 0.5 })
  t.same(await bePresent(alex, { draft, editor: alex.editor, block: b }), [{ editor: desk.editor, block: a, since }])
  await bePresent(desk, { draft, editor: desk.editor, block: a })
  desk.clock.travel({ minutes: 0.9 })
  t.same(await bePresent(alex, { draft, editor: alex.editor, block: b }), [{ editor: desk.editor, block: a, since }])
  desk.clock.travel({ minutes: 0.2 })
  t.same((await presentIn(desk, draft)).map(({ editor }) => editor), [alex.editor])
  await bePresent(desk, { draft, editor: desk.editor, block: a })
  t.match((await presentIn(desk, draft)).find(({ editor }) => editor === desk.editor), { since: desk.clock.now() })
  await leaveDraft(alex, { draft, editor: alex.editor })
  t.same((await presentIn(desk, draft)).map(({ editor }) => editor), [desk.editor])
  desk.clock.travel({ days: 8 })
  await forgetPresence(desk)
  await forgetSaves(desk)
  t.same((await desk.pool.query('select 1 from draft_presence union all select 1 from draft_save')).rows, [])
})

t.test('what somebody wrote stays when their account is deleted', async t => {
  const desk = await atWork(t)
  const { draft, blocks: [block = ''] } = await draftWith(desk, 1)
  await saveBlock(desk, { draft, block, base: 1, fields: { headline: 'A' } })
  await writeComment(desk, { draft, block, text: 'Gut.' })
  await desk.pool.query('delete from editor')
  t.match(await readDraft(desk, draft), { changedBy: null, blocks: [{ changedBy: null, fields: { headline: 'A' } }] })
  t.match(await commentsOf(desk, draft), [{ writtenBy: null, text: 'Gut.' }])
})
