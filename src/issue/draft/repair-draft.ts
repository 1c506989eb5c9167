import { checkIssueContent } from '../checks/check-content.js'
import type { Finding, Repair } from '../checks/finding.js'
import { repairFields } from '../checks/repair.js'
import type { EditingDeps } from './deps.js'
import { draftInput, readDraft, type Draft } from './read-draft.js'
import { saveBlock, saveHead } from './save.js'

/**
 * Names one finding of a draft: its check, its block, its field, and its place among those alike.
 */
export function findingKey (draft: Draft, findings: readonly Finding[], index: number): string {
  const finding = findings[index]
  if (finding === undefined) throw new RangeError(`there is no finding ${index}`)
  const name = nameOf(draft, finding)
  const before = findings.slice(0, index).filter(other => nameOf(draft, other) === name).length
  return `${name}/${before}`
}

function nameOf ({ blocks }: Draft, { code, block, field }: Finding): string {
  return [code, block === null ? 'head' : blocks[block]?.id ?? '', field.join('.')].join('/')
}

/** `gone`: the text was changed meanwhile, or cannot be repaired by machine. */
export type Repaired = 'repaired' | 'gone'

/**
 * Makes the repair that a finding offers. The finding is looked for in the draft as it is now: what
 * was changed meanwhile is not overwritten.
 */
export async function repairDraft (
  deps: EditingDeps & { publicUrl: string }, { draft: id, key }: { draft: string, key: string }
): Promise<Repaired> {
  const draft = await readDraft(deps, id)
  if (draft === null) return 'gone'
  const findings = checkIssueContent(deps, { issue: draftInput(draft), rendered: null, sendAt: deps.clock.now() })
  const finding = findings.find((_, index) => findingKey(draft, findings, index) === key)
  if (finding?.repair === undefined) return 'gone'
  for (const place of new Set(finding.repair.changes.map(({ block }) => block))) {
    if (!await apply(deps, draft, place, finding.repair)) return 'gone'
  }
  return 'repaired'
}

async function apply (
  deps: EditingDeps, draft: Draft, place: number | null, repair: Repair
): Promise<boolean> {
  const block = place === null ? null : draft.blocks[place]
  if (block === undefined) return false
  const fields = repairFields(place, block === null ? draft.head : block.fields, repair)
  const saved = block === null
    ? await saveHead(deps, { draft: draft.id, base: draft.version, fields })
    : await saveBlock(deps, { draft: draft.id, block: block.id, base: block.version, fields })
  return saved.result === 'saved'
}
