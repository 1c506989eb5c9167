import t from 'tap'
import { seen, writing, type DeskUser } from './writing.js'

/** Makes a draft with one article, and returns its path and the article's id. */
async function anotherDraft (kim: DeskUser): Promise<{ path: string, block: string }> {
  const made = await kim.post('/redaktion/entwuerfe', { title: 'Der andere' })
  const path = String(made.headers.location).replace(/\?.*/, '')
  await kim.post(`${path}/bloecke`, { kind: 'article' })
  const [, block = ''] = /data-block="([^"]+)"/.exec((await kim.get(path)).payload) ?? []
  return { path, block }
}

t.test('what belongs to another draft is out of reach by the address of this one', async t => {
  const { kim, path, pool } = await writing(t, 1)
  const other = await anotherDraft(kim)
  await kim.send(`${other.path}/bloecke/${other.block}`, { base: 1, fields: { headline: 'Steht dort' } })
  const conflict = await kim.send(`${other.path}/bloecke/${other.block}`, { base: 1, fields: { headline: 'Daneben' } })
  const { kept } = JSON.parse(conflict.payload) as { kept: string }
  await kim.post(`${other.path}/kommentare`, { text: 'Noch offen', block: other.block })
  await kim.post(`${other.path}/fassungen`, { name: 'Dort' })
  const { rows: [comment] } = await pool.query<{ id: string }>('select id from draft_comment')
  const state = async (): Promise<unknown> => (await pool.query(`
    select (select json_agg(b order by id) from draft_block b) as blocks,
      (select json_agg(o order by id) from other_text o) as texts,
      (select json_agg(c order by id) from draft_comment c) as comments,
      (select json_agg(v order by draft_id, number) from draft_version v) as versions`)).rows
  const before = await state()

  for (const button of ['verschieben', 'duplizieren', 'entfernen', 'zurueckholen']) {
    await kim.post(`${path}/bloecke/${other.block}/${button}`, { to: '1' })
  }
  const save = { base: 2, fields: { headline: 'Von hier' } }
  t.equal((await kim.send(`${path}/bloecke/${other.block}`, save)).statusCode, 404)
  t.equal((await kim.get(`${path}/andere/${kept}`)).statusCode, 404)
  for (const choice of ['mine', 'theirs', 'both']) {
    t.equal((await kim.post(`${path}/andere/${kept}`, { choice, base: '2' })).statusCode, 404, choice)
    t.equal((await kim.send(`${path}/andere/${kept}`, { choice, base: 2 })).statusCode, 404, choice)
  }
  await kim.post(`${path}/kommentare`, { text: 'Von hier', block: other.block })
  await kim.post(`${path}/kommentare/${comment?.id}/erledigt`)
  t.equal((await kim.get(`${path}/fassungen/1`)).statusCode, 404)
  t.equal((await kim.post(`${path}/fassungen/1/wiederherstellen`)).statusCode, 404)
  await kim.send(`${path}/anwesenheit`, { block: other.block })
  t.same((await pool.query('select block_id from draft_presence')).rows, [{ block_id: null }])
  t.same(await state(), before)
})

t.test('a deleted draft is closed: nothing is read, written or noted in it', async t => {
  const { kim, path, blocks, pool } = await writing(t, 1)
  const [block = ''] = await blocks()
  await kim.post(`${path}/loeschen`)
  for (const page of ['', '/vorschau', '/vorschau/mail', '/vorschau/pruefung', '/fassungen']) {
    t.equal((await kim.get(path + page)).statusCode, 404, page)
  }
  await kim.post(`${path}/kommentare`, { text: 'Zu spät' })
  await kim.post(`${path}/bloecke`, { kind: 'article' })
  await kim.post(`${path}/fassungen`, { name: 'Zu spät' })
  await kim.send(`${path}/anwesenheit`, { block })
  t.equal((await kim.send(`${path}/bloecke/${block}`, { base: 1, fields: { headline: 'Zu spät' } })).statusCode, 410)
  for (const table of ['draft_comment', 'draft_version', 'draft_presence']) {
    t.same((await pool.query(`select count(*)::int from ${table}`)).rows, [{ count: 0 }], table)
  }
  await kim.post(`${path}/zurueckholen`)
  t.notMatch(seen((await kim.get(path)).payload), /Zu spät/)
})
