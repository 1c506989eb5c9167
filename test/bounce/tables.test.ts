import { readFile } from 'node:fs/promises'
import t from 'tap'
import { packagePath } from '../../src/platform/package-path.js'
import { withRefusalTables } from '../check/refusal-tables.js'

t.test('the tables in the documentation are those of the program (npm run docs)', async t => {
  const page = await readFile(packagePath('docs', 'bounces.md'), 'utf8')
  t.equal(withRefusalTables(page), page)
})
