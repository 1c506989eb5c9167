import t from 'tap'
import { showInRow } from '../../../src/desk/drafts/inbox-row.js'

const shown = (subject: string, most: number): string =>
  showInRow({ subject, preheader: '' }, { subject: most, preheader: 0, shared: most }).subject

t.test('a subject is cut where readers see characters end, with an ellipsis in its room', t => {
  t.equal(shown('Kassel', 6), 'Kassel')
  t.equal(shown('Kassel lädt ein', 8), 'Kassel…', 'no space before the ellipsis')
  t.equal(shown('u\u0308ber', 4), 'u\u0308ber', 'two code points, one character')
  t.equal(shown('a\u{1f468}\u200d\u{1f469}\u200d\u{1f467}bc', 3), 'a\u{1f468}\u200d\u{1f469}\u200d\u{1f467}…')
  t.equal(shown('Kassel', 1), '…')
  t.equal(shown('Kassel', 0), '')
  t.end()
})

t.test('a preheader has the room that the subject leaves', t => {
  const width = { subject: 10, preheader: 20, shared: 12 }
  t.same(showInRow({ subject: 'Integration', preheader: 'Neues' }, width), { subject: 'Integrati…', preheader: 'N…' })
  t.same(showInRow({ subject: 'Neu', preheader: 'aus Hessen' }, width), { subject: 'Neu', preheader: 'aus Hess…' })
  t.end()
})
