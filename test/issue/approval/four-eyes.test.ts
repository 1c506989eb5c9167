import { randomUUID } from 'node:crypto'
import type { Pool } from 'pg'
import t, { type Test } from 'tap'
import { FOUR_EYES_RULES, readFourEyes, refusedApprovers, setFourEyes } from '../../../src/issue/approval/four-eyes.js'
import { saveBlock, saveHead } from '../../../src/issue/draft/save.js'
import { restoreVersion } from '../../../src/issue/draft/restore-version.js'
import { moveBlock } from '../../../src/issue/draft/move-block.js'
import { actions, asColleague, atWork, draftWith, type Desk } from '../draft/sample.js'

const REFUSED = { code: '42501' }

/** A draft with an issue, and somebody who changed nothing in it. */
async function withIssue (t: Test) {
  const kim = await atWork(t)
  const eva = await asColleague(kim.pool, kim.clock)
  const { draft, blocks } = await draftWith(kim, 2)
  await kim.pool.query(
    `insert into issue (number, slug, content, content_hash, state, approved_at, draft_id)
     values (1, 'eins', '{}', '\\x01', 'approved', now(), $1)`, [draft])
  return { ...kim, kim, eva, draft, blocks }
}

/** As somebody would who has the database's password. */
async function approveBy (pool: Pool, editor: string | null, emergency: string | null = null): Promise<number> {
  const { rows: [row] } = await pool.query(
    `insert into approval (issue_number, mail_hash, approver, approved_at, editor_id, emergency)
     values (1, sha256('x'), 'Wer auch immer', now(), $1, $2) returning id`, [editor, emergency])
  return row.id
}

const saveSomething = async (desk: Desk, draft: string, block: string): Promise<void> => {
  const { rows: [{ version }] } = await desk.pool.query('select version from draft_block where id = $1', [block])
  await saveBlock(desk, { draft, block, base: version, fields: { headline: randomUUID() } })
}

t.test('the database itself refuses who changed a block, the head or the order', async t => {
  const { pool, clock, kim, eva, draft, blocks: [a = '', b = ''] } = await withIssue(t)
  await t.rejects(approveBy(pool, kim.editor), REFUSED, 'made it')
  const [ina, udo, pia] = await Promise.all([1, 2, 3].map(async () => await asColleague(pool, clock)))
  await saveSomething(ina as Desk, draft, a)
  await saveHead(udo as Desk, { draft, base: 1, fields: { title: 'Anders' } })
  await moveBlock(pia as Desk, { draft, block: b, to: 1 })
  for (const desk of [ina, udo, pia]) await t.rejects(approveBy(pool, desk?.editor ?? ''), REFUSED)
  t.equal((await pool.query('select from approval')).rowCount, 0)
  await t.resolves(approveBy(pool, eva.editor))
})

t.test('after an approval, only who changes something from then on is refused', async t => {
  const { pool, kim, eva, draft, blocks: [a = ''] } = await withIssue(t)
  await approveBy(pool, eva.editor)
  await saveSomething(eva, draft, a)
  await t.rejects(approveBy(pool, eva.editor), REFUSED)
  await t.resolves(approveBy(pool, kim.editor), 'who wrote it before may approve the correction')
})

t.test('an approval that is withdrawn does not count as the last one', async t => {
  const { pool, kim, eva } = await withIssue(t)
  const id = await approveBy(pool, eva.editor)
  await pool.query('insert into approval_withdrawal values ($1, now(), $2)', [id, eva.editor])
  await t.rejects(approveBy(pool, kim.editor), REFUSED)
})

t.test('clocks that differ change nothing: what counts is what the database did first', async t => {
  const { pool, kim, eva, draft, blocks: [a = ''] } = await withIssue(t)
  await approveBy(pool, eva.editor)
  kim.clock.travel({ days: -2 })
  await saveSomething(kim, draft, a)
  await t.rejects(approveBy(pool, kim.editor), REFUSED)
})

t.test('nobody approves an issue of the desk without an account', async t => {
  const { pool } = await withIssue(t)
  await t.rejects(approveBy(pool, null), REFUSED)
})

t.test('an emergency is recorded with its reason, and then the rule is not held', async t => {
  const { pool, kim } = await withIssue(t)
  await t.rejects(approveBy(pool, kim.editor, ''), /emergency/)
  await t.resolves(approveBy(pool, kim.editor, 'Hochwasser'))
})

t.test('a house of two refuses only who changed something last, a house of one nobody', async t => {
  const { pool, kim, eva, draft, blocks: [a = ''] } = await withIssue(t)
  await saveSomething(eva, draft, a)
  t.same(await refusedApprovers({ db: pool }, draft), new Set([kim.editor, eva.editor]))
  t.equal(await setFourEyes(kim, { base: 0, rule: 'last' }), true)
  t.same(await refusedApprovers({ db: pool }, draft), new Set([eva.editor]))
  await t.rejects(approveBy(pool, eva.editor), REFUSED)
  t.equal(await setFourEyes(kim, { base: 0, rule: 'off' }), false, 'somebody was faster')
  t.equal(await setFourEyes(kim, { base: 1, rule: 'off' }), true)
  t.same(await refusedApprovers({ db: pool }, draft), new Set())
  await t.resolves(approveBy(pool, eva.editor))
  t.match(await readFourEyes({ db: pool }), { value: 'off', version: 2, changedBy: kim.editor })
  const told = (await actions(pool)).filter(action => action.startsWith('setting.'))
  t.same(told, ['setting.four_eyes', 'setting.four_eyes'])
  t.same(FOUR_EYES_RULES, ['all', 'last', 'off'])
})

t.test('an emergency approval is nobody’s second pair of eyes', async t => {
  const { pool, kim, eva, draft, blocks: [a = ''] } = await withIssue(t)
  await approveBy(pool, kim.editor, 'Hochwasser')
  await saveSomething(eva, draft, a)
  await t.rejects(approveBy(pool, kim.editor), REFUSED, 'what Kim approved alone is still only Kim’s')
})

t.test('whose text is taken over has changed the draft, and who restores nothing has not', async t => {
  const { pool, clock, kim, draft, blocks: [a = ''] } = await withIssue(t)
  const ina = await asColleague(pool, clock)
  const udo = await asColleague(pool, clock)
  await saveBlock(kim, { draft, block: a, base: 1, fields: { headline: 'Kims Text' } })
  const met = await saveBlock(ina, { draft, block: a, base: 1, fields: { headline: 'Inas Text' } })
  if (met.result !== 'conflict') throw new Error('the texts did not meet')
  await saveBlock(kim, { draft, block: a, base: 2, fields: { headline: 'Inas Text' }, decides: met.kept })
  await t.rejects(approveBy(pool, ina.editor), REFUSED)
  t.equal(await restoreVersion(udo, { draft, number: 99 }), null)
  await t.resolves(approveBy(pool, udo.editor))
})
