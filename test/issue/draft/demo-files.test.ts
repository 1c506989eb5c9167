import t from 'tap'
import { moveDays, readDemoFiles } from '../../../src/issue/draft/demo-files.js'

const TEXT = 'date: 2027-02-10\nstart: 2027-06-08 09:30\ndeadline: 2027-12-31\n'

t.test('a demo issue whose day is over is moved by whole weeks, with all its days', async t => {
  t.equal(moveDays(TEXT, '2027-02-11'), 'date: 2027-02-17\nstart: 2027-06-15 09:30\ndeadline: 2028-01-07\n')
  const moved = moveDays(TEXT, '2031-08-05')
  t.match(moved, 'date: 2031-08-06', 'the next Wednesday')
  t.equal(new Date(/start: (\S+)/.exec(moved)?.[1] ?? '').getUTCDay(), 2, 'what was on a Tuesday is on a Tuesday')
})

t.test('until its day a demo issue stays as it is', async t => {
  t.equal(moveDays(TEXT, '2026-11-28'), TEXT)
  t.equal(moveDays(TEXT, '2027-02-10'), TEXT)
})

t.test('the files of a demo issue are its text and its pictures', async t => {
  const files = await readDemoFiles('ausgabe-2.yaml', '2031-08-05')
  t.same(files.map(({ fileName }) => fileName).sort(), ['ausgabe-2.yaml', 'bilder/bruecke.png', 'bilder/netz.png'])
  t.match(files[0]?.bytes.toString(), 'date: 2031-08-06')
})
