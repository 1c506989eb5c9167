import fc from 'fast-check'
import t from 'tap'
import { showForm, type FieldView } from '../../../src/desk/drafts/form-view.js'
import { changeRows, readPosted } from '../../../src/desk/drafts/posted-form.js'
import { BLOCK_KINDS } from '../../../src/issue/blocks/registry.js'
import { readFields } from '../../../src/issue/draft/fields.js'
import { HEAD_FORM } from '../../../src/issue/draft/head.js'
import { typed } from '../../issue/draft/typed.js'

/** What a browser posts of a form that nobody touched. */
function post (views: Iterable<FieldView>): Record<string, string> {
  return Object.fromEntries([...views].flatMap((view): Array<[string, string]> => {
    if (view.control === 'list') return view.entries.flatMap(({ fields }) => Object.entries(post(fields)))
    if (view.control === 'group' || view.control === 'picture') return Object.entries(post(view.fields))
    if (view.control === 'choice' && view.value === '') return []
    if (view.control === 'moment') return [[view.name, view.value], [`${view.name}.time`, view.time]]
    return [[view.name, view.value.replaceAll('\n', '\r\n')]]
  }))
}

t.test('a form that is saved as it was shown changes nothing', t => {
  for (const form of [HEAD_FORM, ...BLOCK_KINDS.map(kind => kind.form)]) {
    fc.assert(fc.property(typed(form), input => {
      const fields = readFields(form, input)
      const posted = post(showForm(form, fields, { id: 'b', name: '', base: '' }))
      const read = readFields(form, readPosted(form, posted))
      t.same(inOneSpelling(read), inOneSpelling(fields))
    }), { numRuns: 40 })
  }
  t.end()
})

/** A browser writes "2027-03-04 09:30" where a file may have a T. */
function inOneSpelling (fields: unknown): unknown {
  return JSON.parse(JSON.stringify(fields).replace(/(\d{4}-\d\d-\d\d)T(\d\d:\d\d)/g, '$1 $2'))
}

t.test('rows are added and removed by buttons, and a picture is taken out', t => {
  const dates = [{ place: 'Kassel' }, { place: 'Wiesbaden' }]
  t.same(changeRows({ dates }, { add: 'dates' }), { dates: [...dates, {}] })
  t.same(changeRows({ dates }, { remove: 'dates.0' }), { dates: [{ place: 'Wiesbaden' }] })
  t.same(changeRows({ picture: { alt: 'x' } }, { remove: 'picture' }), { picture: {} })
  t.same(changeRows({ dates }, { add: 'title' }), { dates })
  t.same(changeRows({ dates }, { remove: 'title.1' }), { dates })
  t.same(changeRows({ dates }, {}), { dates })
  t.end()
})

t.test('a day, a time and rows come back as they are posted', t => {
  const form = BLOCK_KINDS.find(({ type }) => type === 'event')?.form ?? []
  const posted = {
    title: ['zuerst', 'zuletzt'],
    'dates.4.start': '2027-06-08',
    'dates.4.start.time': '09:30',
    'dates.1.start': '2027-06-10',
    'dates.1.place': 'Kassel',
    'dates.x.place': 'Nirgendwo'
  }
  t.same(readFields(form, readPosted(form, posted)), {
    title: 'zuletzt',
    dates: [{ start: '2027-06-10', place: 'Kassel' }, { start: '2027-06-08 09:30' }]
  })
  t.end()
})
