import { randomUUID } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import t from 'tap'
import { deleteDraft } from '../../../src/issue/draft/delete-draft.js'
import { keepTheirs, otherTexts, useOtherText } from '../../../src/issue/draft/other-text.js'
import { putBackBlock, removeBlock } from '../../../src/issue/draft/remove-block.js'
import { saveBlock, saveHead, type SaveResult } from '../../../src/issue/draft/save.js'
import { versionsOf } from '../../../src/issue/draft/name-version.js'
import { asColleague, atWork, draftWith, fieldsIn, read } from './sample.js'

const text = (body: string): { headline: string, body: string } => ({ headline: 'Eine Überschrift', body })

function keptBy (saved: SaveResult): string {
  if (!('kept' in saved) || saved.kept === null) throw new Error(`nothing was kept: ${saved.result}`)
  return saved.kept
}

t.test('a block is saved over the version that it started from', async t => {
  const desk = await atWork(t)
  const { draft, blocks: [block = ''] } = await draftWith(desk, 1)
  t.match(await saveBlock(desk, { draft, block, base: 1, fields: text('eins') }), { result: 'saved', version: 2 })
  desk.clock.travel({ minutes: 5 })
  t.match(await saveBlock(desk, { draft, block, base: 2, fields: text('zwei') }),
    { result: 'saved', version: 3, savedAt: desk.clock.now() })
  t.match((await read(desk, draft)).blocks, [{ fields: text('zwei'), version: 3, changedBy: desk.editor }])
})

t.test('of two saves at once one is saved, and the other is kept beside it', async t => {
  const desk = await atWork(t)
  const other = await asColleague(desk.pool, desk.clock)
  const { draft, blocks: [block = ''] } = await draftWith(desk, 1)
  const results = await Promise.all([
    saveBlock(desk, { draft, block, base: 1, fields: text('von Kim') }),
    saveBlock(other, { draft, block, base: 1, fields: text('von Alex') })
  ])
  t.same(results.map(({ result }) => result).sort(), ['conflict', 'saved'])
  const conflict = results.find(({ result }) => result === 'conflict')
  const standing = await fieldsIn(desk, draft, block)
  t.match(conflict, { theirs: { fields: standing, version: 2 } })
  const [kept] = await otherTexts(desk, draft)
  t.same([standing?.['body'], kept?.fields['body']].sort(), ['von Alex', 'von Kim'])
  t.equal(kept?.decidedAt, null)
})

t.test('of twenty saves at once every text is in the working copy or kept', async t => {
  const desk = await atWork(t)
  const { draft, blocks: [block = ''] } = await draftWith(desk, 1)
  const bodies = Array.from({ length: 20 }, (_, index) => `Text ${index}`)
  await Promise.all(bodies.map(async body => await saveBlock(desk, { draft, block, base: 1, fields: text(body) })))
  const found = [(await fieldsIn(desk, draft, block)), ...(await otherTexts(desk, draft)).map(({ fields }) => fields)]
  t.same(found.map(fields => fields?.['body']).sort(), [...bodies].sort())
})

t.test('a request that is repeated after a lost answer is saved once', async t => {
  const desk = await atWork(t)
  const { draft, blocks: [block = ''] } = await draftWith(desk, 1)
  const request = { draft, block, base: 1, fields: text('eins') }
  const results = await Promise.all([saveBlock(desk, request), saveBlock(desk, request), saveBlock(desk, request)])
  for (const result of results) t.match(result, { result: 'saved', version: 2 })
  await saveBlock(desk, { draft, block, base: 2, fields: text('zwei') })
  t.match(await saveBlock(desk, request), { result: 'saved', version: 2 }, 'also when somebody has gone on since')
  t.match(await fieldsIn(desk, draft, block), text('zwei'))
  t.same(await otherTexts(desk, draft), [])
})

t.test('a conflict that is repeated keeps its text once', async t => {
  const desk = await atWork(t)
  const { draft, blocks: [block = ''] } = await draftWith(desk, 1)
  await saveBlock(desk, { draft, block, base: 1, fields: text('ihr Text') })
  const late = { draft, block, base: 1, fields: text('mein Text') }
  const [first, second] = [await saveBlock(desk, late), await saveBlock(desk, late)]
  t.match([first, second], [{ result: 'conflict' }, { result: 'conflict' }])
  t.equal(keptBy(first), keptBy(second))
  t.equal((await otherTexts(desk, draft)).length, 1)
})

t.test('who types what stands there already has it saved', async t => {
  const desk = await atWork(t)
  const { draft, blocks: [block = ''] } = await draftWith(desk, 1)
  await saveBlock(desk, { draft, block, base: 1, fields: text('eins') })
  await saveBlock(desk, { draft, block, base: 2, fields: text('zwei') })
  t.match(await saveBlock(desk, { draft, block, base: 1, fields: text('zwei') }), { result: 'saved', version: 3 })
})

t.test('both texts outlive the choice between them', async t => {
  const desk = await atWork(t)
  const { draft, blocks: [block = ''] } = await draftWith(desk, 1)
  await saveBlock(desk, { draft, block, base: 1, fields: text('ihr Text') })
  const kept = keptBy(await saveBlock(desk, { draft, block, base: 1, fields: text('mein Text') }))

  t.match(await useOtherText(desk, { draft, kept, base: 2 }), { result: 'saved', version: 3 }, 'mine')
  t.match(await fieldsIn(desk, draft, block), text('mein Text'))
  t.match(await otherTexts(desk, draft), [{ decidedAt: Date }, { decidedAt: Date }])
  t.same((await otherTexts(desk, draft)).map(({ fields }) => fields['body']).sort(), ['ihr Text', 'mein Text'])

  const again = keptBy(await saveBlock(desk, { draft, block, base: 2, fields: text('später Text') }))
  t.match(await useOtherText(desk, { draft, kept: again, base: 3, fields: text('mein und später Text') }),
    { result: 'saved', version: 4 }, 'both by hand')
  t.match(await fieldsIn(desk, draft, block), text('mein und später Text'))

  const last = keptBy(await saveBlock(desk, { draft, block, base: 1, fields: text('zu spät') }))
  t.equal(await keepTheirs(desk, { draft, kept: last }), true)
  t.equal(await keepTheirs(desk, { draft, kept: last }), false, 'only once')
  t.match(await fieldsIn(desk, draft, block), text('mein und später Text'))
  t.same((await otherTexts(desk, draft)).filter(({ decidedAt }) => decidedAt === null), [])
})

t.test('a choice that comes too late is a conflict again', async t => {
  const desk = await atWork(t)
  const { draft, blocks: [block = ''] } = await draftWith(desk, 1)
  await saveBlock(desk, { draft, block, base: 1, fields: text('ihr Text') })
  const kept = keptBy(await saveBlock(desk, { draft, block, base: 1, fields: text('mein Text') }))
  await saveBlock(desk, { draft, block, base: 2, fields: text('inzwischen') })
  t.match(await useOtherText(desk, { draft, kept, base: 2 }), { result: 'conflict', theirs: { version: 3 } })
  t.equal(await useOtherText(desk, { draft, kept: randomUUID(), base: 2 }), null)
})

t.test('a save waits for who holds the draft, and keeps nobody from a block meanwhile', async t => {
  const desk = await atWork(t)
  const { draft, blocks: [block = ''] } = await draftWith(desk, 1)
  const holder = await desk.pool.connect()
  await holder.query('begin')
  await holder.query('select from draft where id = $1 for update', [draft])
  const saving = saveBlock(desk, { draft, block, base: 1, fields: text('eins') })
  const waiting = "select from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()"
  while ((await desk.pool.query(waiting)).rowCount === 0) await delay(5)
  await holder.query('select from draft_block where id = $1 for update nowait', [block])
  await holder.query('update draft_block set version = 5 where id = $1', [block])
  await holder.query('commit')
  holder.release()
  t.match(await saving, { result: 'conflict', theirs: { version: 5 } }, 'it sees what was done meanwhile')
})

t.test('a text for a block that was removed is kept', async t => {
  const desk = await atWork(t)
  const { draft, blocks: [block = ''] } = await draftWith(desk, 1)
  await removeBlock(desk, { draft, block })
  const saved = await saveBlock(desk, { draft, block, base: 1, fields: text('noch ein Satz') })
  t.equal(saved.result, 'gone')
  await putBackBlock(desk, { draft, block })
  t.match(await useOtherText(desk, { draft, kept: keptBy(saved), base: 1 }), { result: 'saved', version: 2 })
  await deleteDraft(desk, draft)
  t.equal(typeof keptBy(await saveBlock(desk, { draft, block, base: 2, fields: text('zu spät') })), 'string')
  t.same(await saveBlock(desk, { draft: randomUUID(), block, base: 1, fields: {} }), { result: 'gone', kept: null })
  t.same(await saveBlock(desk, { draft, block: randomUUID(), base: 1, fields: {} }), { result: 'gone', kept: null })
})

t.test('a block of another draft cannot be saved through this one', async t => {
  const desk = await atWork(t)
  const mine = await draftWith(desk, 1)
  const { blocks: [block = ''] } = await draftWith(desk, 1)
  const saved = await saveBlock(desk, { draft: mine.draft, block, base: 1, fields: text('fremd') })
  t.same(saved, { result: 'gone', kept: null })
})

t.test('a kept text is decided about through its own draft alone', async t => {
  const desk = await atWork(t)
  const mine = await draftWith(desk, 1)
  const { draft, blocks: [block = ''] } = await draftWith(desk, 1)
  await saveBlock(desk, { draft, block, base: 1, fields: text('ihr Text') })
  const kept = keptBy(await saveBlock(desk, { draft, block, base: 1, fields: text('mein Text') }))
  t.equal(await keepTheirs(desk, { draft: mine.draft, kept }), false)
  t.equal(await useOtherText(desk, { draft: mine.draft, kept, base: 2 }), null)
  t.match(await otherTexts(desk, draft), [{ decidedAt: null }])
})

t.test('the head is saved in the same way', async t => {
  const desk = await atWork(t)
  const { draft } = await draftWith(desk, 0)
  const results = await Promise.all([
    saveHead(desk, { draft, base: 1, fields: { title: 'Eins', date: '2027-02-30' } }),
    saveHead(desk, { draft, base: 1, fields: { title: 'Zwei' } })
  ])
  t.same(results.map(({ result }) => result).sort(), ['conflict', 'saved'])
  const conflict = results.find(({ result }) => result === 'conflict') as SaveResult
  t.match(await useOtherText(desk, { draft, kept: keptBy(conflict), base: 2 }), { result: 'saved', version: 3 })
})

t.test('unknown fields, NUL and half characters do not reach the database, and a novel is refused', async t => {
  const desk = await atWork(t)
  const { draft, blocks: [block = ''] } = await draftWith(desk, 1)
  const odd = { evil: 'x', link: { url: '', label: [] }, quotation: 'x' }
  const fields = { headline: 'A\0B \ud800', body: 'Zeile\r\nZeile', ...odd }
  await saveBlock(desk, { draft, block, base: 1, fields })
  t.same(await fieldsIn(desk, draft, block), { headline: 'AB \ufffd', body: 'Zeile\nZeile' })
  t.same(await saveBlock(desk, { draft, block, base: 2, fields: text('x'.repeat(300_000)) }), { result: 'too-long' })
})

t.test('saving makes no version, except before the first save of a day', async t => {
  const desk = await atWork(t)
  const { draft, blocks: [block = ''] } = await draftWith(desk, 1)
  await saveBlock(desk, { draft, block, base: 1, fields: text('gestern') })
  t.same(await versionsOf(desk, draft), [])
  // 23:00 in UTC is midnight in Hesse, in winter.
  desk.clock.travel({ hours: 14 })
  await Promise.all([2, 2, 2].map(async (base, index) =>
    await saveBlock(desk, { draft, block, base, fields: text(`heute ${index}`) })))
  const versions = await versionsOf(desk, draft)
  t.match(versions, [{ number: 1, reason: 'daily', name: null }])
  t.equal(versions.length, 1)
})
