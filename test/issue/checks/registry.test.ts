import { readFile } from 'node:fs/promises'
import t from 'tap'
import { CHECKS } from '../../../src/issue/checks/registry.js'
import { packagePath } from '../../../src/platform/package-path.js'
import { checksList } from '../../check/checks-list.js'

t.test('docs/checks.md is what the registry of checks says; otherwise run `npm run docs`', async t => {
  t.equal(await readFile(packagePath('docs', 'checks.md'), 'utf8'), checksList())
})

t.test('every check has a code of its own, and a German sentence', async t => {
  const codes = CHECKS.map(({ code }) => code)
  t.equal(new Set(codes).size, codes.length)
  for (const { code, about } of CHECKS) {
    t.match(code, /^[a-z]+(?:-[a-z]+)*$/)
    t.match(about, /^(?:Ein|Der|Die|Das|Nach|Zwischen|Vor|Zwei|Mehrere)[a-z]* .*\.$/, code)
  }
})

t.test('barriers stand before hints', async t => {
  const levels = CHECKS.map(({ level }) => level)
  t.same(levels, [...levels].sort())
})
