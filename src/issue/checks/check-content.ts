import type { BlockKind } from '../blocks/block-kind.js'
import { BLOCK_KINDS } from '../blocks/registry.js'
import type { FieldError } from '../content/field-errors.js'
import type { RenderedIssue } from '../render/render.js'
import { wallClock } from '../../platform/text/dates.js'
import { readCheckedIssue } from './checked-issue.js'
import type { Finding, Found } from './finding.js'
import { CHECKS } from './registry.js'

export interface CheckDeps {
  /** Where the service is reached, without a slash at the end. */
  publicUrl: string
  kinds?: readonly BlockKind[]
}

export interface CheckSubject {
  /** The content of an issue, or a draft of it that may be unfinished. */
  issue: unknown
  /** The same issue rendered; null while it cannot be rendered. */
  rendered: RenderedIssue | null
  /** When it will be sent: an instant, or a day or time as clocks in Hesse show it. */
  sendAt: Date | string
  /** What is wrong with the content, if the caller has read it already. */
  errors?: readonly FieldError[] | undefined
}

/**
 * Everything that should be changed before an issue is sent: barriers before hints, and both in the
 * order of the issue, at most three of one check in one field. It reads nothing but what it is
 * given, and the same input has the same findings.
 */
export function checkIssueContent (
  { publicUrl, kinds = BLOCK_KINDS }: CheckDeps, { issue, rendered, sendAt, errors }: CheckSubject
): Finding[] {
  const when = sendAt instanceof Date ? wallClock(sendAt) : sendAt
  const checked = readCheckedIssue({ kinds, publicUrl }, { issue, rendered, sendAt: when, errors })
  const findings = CHECKS.flatMap(({ code, level, find }) =>
    firstOfEachField(find(checked)).map((found): Finding => ({ code, level, ...found })))
  return findings.sort((one, other) => rank(one) - rank(other))
}

const MOST_A_FIELD = 3

/** A long text may have the same fault in every sentence; three examples are enough to see it. */
function firstOfEachField (all: readonly Found[]): Found[] {
  const counts = new Map<string, number>()
  return all.filter(({ block, field }) => {
    const key = JSON.stringify([block, field])
    const count = (counts.get(key) ?? 0) + 1
    counts.set(key, count)
    return count <= MOST_A_FIELD
  })
}

const MOST_BLOCKS = 1_000

function rank ({ level, block }: Finding): number {
  return (level === 'barrier' ? 0 : MOST_BLOCKS) + (block ?? -1)
}
