import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { EVENTS } from '../../../src/platform/log/events.js'
import { createLog } from '../../../src/platform/log/log.js'
import { packagePath } from '../../../src/platform/package-path.js'

const LIST = join('src', 'platform', 'log', 'events.ts')
const root = packagePath('.')
const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .map(file => join('src', file))
  .filter(file => file.endsWith('.ts') && !file.endsWith('.queries.ts') && file !== LIST)
  .map(file => ({ file, text: readFileSync(join(root, file), 'utf8') }))

t.test('whatever is logged as a warning or an error is an event', async t => {
  // Calls on our own `Log` do not compile otherwise; Fastify's loggers take anything.
  for (const { file, text } of sources) {
    for (const [call] of text.matchAll(/\blog\.(?:warn|error|fatal)\([^)]{0,60}/g)) {
      t.match(call, /\(\s*\{\s*event: '|\((?:\{ \.\.\.)?(?:line|fields)\b/, `${file}: ${call}`)
    }
  }
})

t.test('every event that the program logs is on the list, and every one on the list is logged', async t => {
  const all = sources.map(({ text }) => text).join('\n')
  const logged = [...all.matchAll(/\bevent: '([a-z_]+)'/g)].map(([, name]) => name as string)
  t.same(logged.filter(name => !(name in EVENTS)), [])
  t.same(Object.keys(EVENTS).filter(name => !all.includes(`'${name}'`)), [])
})

t.test('operators find every event in docs/operations.md, with its levels and fields', async t => {
  const docs = readFileSync(packagePath('docs', 'operations.md'), 'utf8')
  const listed = docs.split('\n').filter(line => /^\| `[a-z_]+` \| (?:error|warn|info)/.test(line))
  const expected = Object.entries(EVENTS).map(([name, { levels, fields, meaning }]) => {
    const shown = Object.keys(fields).map(field => `\`${field}\``).join(' ')
    return `| \`${name}\` | ${levels.join(', ')} | ${shown} | ${meaning} |`.replaceAll('  ', ' ')
  })
  t.same(listed, expected)
})

t.test('an event that is not on the list, or that has other fields, does not compile', async t => {
  const log = createLog({ level: 'silent' })
  // @ts-expect-error: not on the list
  log.warn({ event: 'made_up' }, '')
  // @ts-expect-error: a warning without an event
  log.warn({ jobs: 1 }, '')
  // @ts-expect-error: a field is missing
  log.info({ event: 'issue_planned', issue: 1 }, '')
  // @ts-expect-error: another level
  log.info({ event: 'queue_stopped', err: null }, '')
  t.pass()
})
