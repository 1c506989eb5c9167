import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import t from 'tap'
import { packagePath } from '../../src/platform/package-path.js'

const below = (folder: string): string[] =>
  readdirSync(packagePath(folder), { recursive: true, encoding: 'utf8' }).map(name => join(folder, name))

const documents = [...readdirSync(packagePath()), ...['docs', 'src', 'test'].flatMap(below)]
  .filter(name => name.endsWith('.md'))
  .map(name => ({ name, text: readFileSync(packagePath(name), 'utf8') }))

t.test('every link between documents leads somewhere', async t => {
  const dead = documents.flatMap(({ name, text }) =>
    [...text.matchAll(/\]\((?!https?:|#)([^)#\s]+)[^)]*\)/g)].map(([, target = '']) => target)
      .filter(target => !existsSync(packagePath(dirname(name), target)))
      .map(target => `${name}: ${target}`))
  t.same(dead, [])
})

t.test('every source file that the architecture names exists', async t => {
  const sources = below('src')
  const architecture = documents.find(({ name }) => name === 'docs/architecture.md')?.text ?? ''
  const named = [...architecture.matchAll(/`([\w/-]+\.ts)`/g)].map(([, file = '']) => file.replace(/^src\//, ''))
  t.ok(named.length > 30, `${named.length} files are named`)
  t.same(named.filter(file => !sources.some(source => `/${source}`.endsWith(`/${file}`))), [])
})

t.test('the list of decisions names every decision, by its number', async t => {
  const files = readdirSync(packagePath('docs', 'decisions')).filter(name => name !== 'README.md')
  const list = readFileSync(packagePath('docs', 'decisions', 'README.md'), 'utf8')
  t.same(files.filter(file => !list.includes(`- [${file.slice(0, 3)} `) || !list.includes(`](${file})`)), [])
  t.equal(new Set(files.map(file => file.slice(0, 3))).size, files.length, 'no number is given twice')
})
