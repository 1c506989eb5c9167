import t from 'tap'
import { checkIssueContent } from '../../../src/issue/checks/check-content.js'
import type { Finding } from '../../../src/issue/checks/finding.js'
import { repairFields } from '../../../src/issue/checks/repair.js'
import { CHECKS } from '../../../src/issue/checks/registry.js'
import { parseContent } from '../../../src/issue/content/content.js'
import { readIssueFile } from '../../../src/issue/file/read-file.js'
import { renderIssue, type RenderedIssue } from '../../../src/issue/render/render.js'
import { packagePath } from '../../../src/platform/package-path.js'
import { parts, PUBLIC_URL } from '../sample.js'
import { CLEAN } from './clean-issue.js'
import { FIXTURES, type Fixture } from './fixtures.js'

async function rendered (issue: unknown): Promise<RenderedIssue | null> {
  const parsed = parseContent(issue)
  return parsed.ok ? await renderIssue(parsed.content, parts) : null
}

async function check (issue: unknown, sendAt: Date | string = '2027-03-04'): Promise<Finding[]> {
  return checkIssueContent({ publicUrl: PUBLIC_URL }, { issue, rendered: await rendered(issue), sendAt })
}

function withDefect ({ set }: Pick<Fixture, 'set'>): Record<string, unknown> {
  const issue = structuredClone(CLEAN) as Record<string, unknown>
  for (const [path, value] of set) {
    const last = path.at(-1) ?? ''
    const parent = path.slice(0, -1).reduce<Record<string, unknown>>(
      (values, key) => values[key] as Record<string, unknown>, issue)
    if (value === undefined) delete parent[last]
    else parent[last] = value
  }
  return issue
}

t.test('nothing is found in a clean issue with every kind of block', async t => {
  t.same(await check(CLEAN), [])
})

t.test('nothing is found in the demo issues', async t => {
  for (const name of ['ausgabe-1.yaml', 'ausgabe-2.yaml']) {
    const read = await readIssueFile(packagePath('templates', 'demo', name))
    if (!read.ok) throw new Error(JSON.stringify(read.errors))
    t.same(await check(read.content, read.content.date), [], name)
  }
})

for (const [index, fixture] of FIXTURES.entries()) {
  const { code, at, sendAt, repaired } = fixture
  t.test(`defect ${index + 1} is found once, as ${code}, where it stands: ${at.join('.')}`, async t => {
    const [block, ...field] = at
    const found = await check(withDefect(fixture), sendAt)
    t.same(found.map(finding => [finding.code, finding.block, finding.field]), [[code, block, field]])
    const [finding] = found
    t.equal(finding?.level, CHECKS.find(known => known.code === code)?.level)
    t.match(finding?.message ?? '', /^\S.{5,}[.!?]$/)
    t.equal(finding?.repair?.changes[0]?.value, repaired)
    if (finding?.repair === undefined) return
    const repairedIssue = withDefect(fixture)
    const blocks = repairedIssue['blocks'] as Array<Record<string, unknown>>
    for (const { block: place } of finding.repair.changes) {
      if (place !== null) blocks[place] = repairFields(place, blocks[place] ?? {}, finding.repair)
    }
    t.same(await check(repairedIssue, sendAt), [], 'its repair settles it and breaks nothing')
  })
}

t.test('every check has a fixture, save the one that needs a template of its own', async t => {
  const planted = new Set(FIXTURES.map(({ code }) => code))
  t.same(CHECKS.map(({ code }) => code).filter(code => !planted.has(code)), ['contrast'])
  t.ok(FIXTURES.length >= 40, `${FIXTURES.length} fixtures`)
})

t.test('a repair changes its own field alone, and never what it was given', async t => {
  const files = [{ label: 'a', type: 'ODT' }, { label: 'b', type: 'ODT' }]
  const change = { block: 3, field: ['files', '1', 'type'], value: 'PDF' }
  t.same(repairFields(3, { files }, { changes: [change] }), { files: [files[0], { label: 'b', type: 'PDF' }] })
  t.same(repairFields(2, { files }, { changes: [change] }), { files }, 'of another block')
  t.same(repairFields(3, { files }, { changes: [{ ...change, field: ['files'], value: null }] }), {})
  t.throws(() => repairFields(3, { files: [] }, { changes: [change] }), /there is no field files\.1\.type/)
  t.equal(files[1]?.type, 'ODT')
})
