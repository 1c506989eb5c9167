import { readFileSync } from 'node:fs'
import t from 'tap'
import { packagePath } from '../../src/platform/package-path.js'

/** The success criteria of ATAG 2.0 that have level A or AA. */
const CRITERIA = ('A.1.1.1 A.1.2.1 A.1.2.2 A.2.1.1 A.2.1.2 A.2.2.1 A.2.2.2 A.3.1.1 A.3.1.2 A.3.1.3 A.3.2.1 A.3.2.2 ' +
  'A.3.2.3 A.3.3.1 A.3.4.1 A.3.5.1 A.3.6.1 A.3.6.2 A.3.6.3 A.3.7.1 A.4.1.1 A.4.1.2 A.4.2.1 A.4.2.2 ' +
  'B.1.1.1 B.1.1.2 B.1.2.1 B.1.2.2 B.1.2.3 B.1.2.4 B.2.1.1 B.2.2.1 B.2.2.2 B.2.3.1 B.2.3.2 B.2.4.1 B.2.4.2 B.2.4.3 ' +
  'B.2.5.1 B.2.5.2 B.3.1.1 B.3.1.2 B.3.1.3 B.3.1.4 B.3.1.5 B.3.2.1 B.4.1.1 B.4.1.2 B.4.1.3 B.4.1.4 B.4.2.1 B.4.2.2')
  .split(' ')

const STATES = ['does not apply', 'met', 'not yet', 'partly']

t.test('docs/atag.md reports on every criterion, with one of four states and a note', async t => {
  const rows = [...readFileSync(packagePath('docs', 'atag.md'), 'utf8')
    .matchAll(/^\| ([AB]\.\d\.\d\.\d) [^|]+ \| (A|AA|A, AA) \| ([a-z ]+) \| \S[^|]+\. \|$/gm)]
  t.same(rows.map(([, criterion]) => criterion), CRITERIA)
  const unknown = rows.map(([,,, state = '']) => state).filter(state => !STATES.includes(state))
  t.same(unknown, [])
})
