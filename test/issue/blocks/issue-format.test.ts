import { readFile } from 'node:fs/promises'
import t from 'tap'
import { BLOCK_KINDS } from '../../../src/issue/blocks/registry.js'
import { readIssueText } from '../../../src/issue/file/read-file.js'
import { packagePath } from '../../../src/platform/package-path.js'
import { exampleOf, issueFormat } from '../../check/issue-format.js'

t.test('docs/issue-format.md is what the registry of blocks says; otherwise run `npm run docs`', async t => {
  t.equal(await readFile(packagePath('docs', 'issue-format.md'), 'utf8'), issueFormat())
})

t.test('docs/glossary.md names every kind of block, in code and in German', async t => {
  const glossary = await readFile(packagePath('docs', 'glossary.md'), 'utf8')
  const rows = [...glossary.matchAll(/^\| `(\w+)` \|[^|]*\| (\S+) \|/gm)].map(([, type, name]) => [type, name])
  t.same(rows, BLOCK_KINDS.map(({ type, name }) => [type, name]))
})

for (const kind of BLOCK_KINDS) {
  t.test(`the example of ${kind.type} passes the check, and shows every field there is`, async t => {
    const text = `title: T\npreheader: P\ndate: 2027-01-01\nblocks:\n${exampleOf(kind)}\n`
    const read = await readIssueText(text, packagePath('templates', 'demo'))
    t.same(read.ok ? [] : read.errors, [])
    if (read.ok) t.same(Object.keys(kind.stored.shape).filter(field => !(field in (read.content.blocks[0] ?? {}))), [])
  })
}
