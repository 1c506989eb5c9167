import fc from 'fast-check'
import t from 'tap'
import { BLOCK_KINDS } from '../../../src/issue/blocks/registry.js'
import { checkIssueContent } from '../../../src/issue/checks/check-content.js'
import { repairFields } from '../../../src/issue/checks/repair.js'
import { HEAD_FORM } from '../../../src/issue/draft/head.js'
import { draftInput } from '../../../src/issue/draft/read-draft.js'
import { PUBLIC_URL } from '../sample.js'
import { typed } from '../draft/typed.js'

const check = (issue: unknown) =>
  checkIssueContent({ publicUrl: PUBLIC_URL }, { issue, rendered: null, sendAt: '2027-03-04' })

t.test('whatever was typed into a draft can be checked, and each repair leads to a field', t => {
  const block = fc.constantFrom(...BLOCK_KINDS).chain(({ type, form }) =>
    typed(form).map(fields => ({ kind: type, fields })))
  fc.assert(fc.property(typed(HEAD_FORM), fc.array(block, { maxLength: 4 }), (head, blocks) => {
    const issue = draftInput({ head, blocks: blocks as never })
    for (const { block, repair } of check(issue)) {
      const fields = block === null ? issue : (issue['blocks'] as object[])[block]
      if (repair !== undefined) repairFields(block, fields as Record<string, unknown>, repair)
    }
  }), { numRuns: 100 })
  t.end()
})

t.test('whatever a file says can be checked', t => {
  const anything = fc.anything({ withBigInt: false, withMap: false, withSet: false })
  const blocks = fc.array(fc.tuple(fc.constantFrom(...BLOCK_KINDS), fc.dictionary(fc.string(), anything))
    .map(([{ type }, fields]) => ({ ...fields, type })))
  fc.assert(fc.property(anything, blocks, (issue, blocks) => {
    check(issue)
    check({ blocks })
  }), { numRuns: 100 })
  t.end()
})
