import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { packagePath } from '../../../src/platform/package-path.js'

const PRIVATE = /graphile_worker\._private/

t.test('the private tables of the queue are used in one file of queries and one of the tests\' support', async t => {
  // Migrations that were applied stay as they are.
  const users = ['src', join('sql', 'queries'), 'test'].flatMap(folder =>
    readdirSync(packagePath(folder), { recursive: true, encoding: 'utf8' })
      .filter(name => /(?<!\.queries)\.ts$|\.sql$/.test(name))
      .map(name => join(folder, name))
      .filter(file => PRIVATE.test(readFileSync(packagePath(file), 'utf8'))))
  t.same(users.sort(), [join('sql', 'queries', 'platform', 'jobs.sql'), join('test', 'support', 'queue.ts')])
})

t.test('they are those of the version that these files name', async t => {
  const { dependencies } = JSON.parse(
    readFileSync(packagePath('package.json'), 'utf8')
  ) as { dependencies: Record<string, string> }
  for (const file of ['sql/queries/platform/jobs.sql', 'test/support/queue.ts']) {
    t.match(readFileSync(packagePath(file), 'utf8'), dependencies['graphile-worker'])
  }
})
