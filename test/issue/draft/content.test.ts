import fc from 'fast-check'
import t from 'tap'
import { approve } from '../../../src/issue/approval/approve-content.js'
import { BLOCK_KINDS } from '../../../src/issue/blocks/registry.js'
import { parseContent } from '../../../src/issue/content/content.js'
import { copyIssue } from '../../../src/issue/draft/copy-issue.js'
import { beginningOf } from '../../../src/issue/draft/create-draft.js'
import { fieldsOf, inputOf, readFields } from '../../../src/issue/draft/fields.js'
import { HEAD_FORM } from '../../../src/issue/draft/head.js'
import { draftInput } from '../../../src/issue/draft/read-draft.js'
import { demoIssue, parts } from '../sample.js'
import { actions, atWork, read } from './sample.js'
import { typed } from './typed.js'

t.test('what was typed is read the same, however often it is read and stored', t => {
  for (const form of [HEAD_FORM, ...BLOCK_KINDS.map(kind => kind.form)]) {
    fc.assert(fc.property(typed(form), fields => {
      const once = readFields(form, fields)
      t.same(readFields(form, JSON.parse(JSON.stringify(once))), once)
    }), { numRuns: 30 })
  }
  t.end()
})

t.test('whatever else a request brings is read without a fault', t => {
  for (const { form } of BLOCK_KINDS) {
    fc.assert(fc.property(fc.anything({ withBigInt: false }), input => {
      inputOf(form, readFields(form, input))
    }), { numRuns: 50 })
  }
  t.end()
})

t.test('an issue becomes a draft and the draft the same issue', async t => {
  const content = await demoIssue()
  t.same(parseContent(draftInput(beginningOf(content))), { ok: true, content })
})

t.test('amounts are typed as Germans write them', t => {
  const form = BLOCK_KINDS.find(({ type }) => type === 'funding_call')?.form ?? []
  const amounts = { '20.000': 20_000, 20000: 20_000, '12,50 Euro': 12.5, ' 1.250.000,5 €': 1_250_000.5, 12.5: 12.5 }
  for (const [text, amount] of Object.entries(amounts)) t.same(inputOf(form, { amount: text }), { amount }, text)
  t.same(inputOf(form, { amount: 'viel' }), { amount: 'viel' }, 'the schema says what is wrong with it')
  t.same(fieldsOf(form, { amount: 12.5 }), { amount: '12,5' })
  t.end()
})

t.test('rows and groups without text are left out of the issue, but not of the form', t => {
  const form = BLOCK_KINDS.find(({ type }) => type === 'event')?.form ?? []
  const fields = readFields(form, { dates: [{ start: '' }, { place: 'Kassel' }], registration: { url: ' ' } })
  t.same(fields, { dates: [{}, { place: 'Kassel' }], registration: { url: ' ' } })
  t.same(inputOf(form, fields), { dates: [{ place: 'Kassel' }] })
  t.end()
})

t.test('a picture that is purely decorative needs no alternative text, whatever was typed before', t => {
  const form = BLOCK_KINDS.find(({ type }) => type === 'article')?.form ?? []
  const picture = { name: 'x.png', width: '12', alt: 'Ein Netz', decorative: 'true' }
  t.same(inputOf(form, { picture }), { picture: { name: 'x.png', width: 12, decorative: true } })
  t.same(fieldsOf(form, { picture: { decorative: true } }), { picture: { decorative: 'true' } })
  t.same(fieldsOf(form, { picture: { decorative: false, alt: 'x' } }), { picture: { alt: 'x' } })
  t.end()
})

t.test('a copy of an old issue says the same, but has no date and no address', async t => {
  const desk = await atWork(t)
  const approved = { content: await demoIssue(), pictures: [], approver: 'Eva Muster' }
  const number = await approve({ ...desk, ...parts }, approved)
  const draft = await copyIssue(desk, number)
  const { head, blocks } = await read(desk, draft ?? '')
  t.same([head['date'], head['slug']], [undefined, undefined])
  t.type(head['title'], 'string')
  t.ok(blocks.length > 0)
  t.equal(await copyIssue(desk, 999), null)
  t.same(await actions(desk.pool), ['issue.approved', 'draft.copied'])
})
