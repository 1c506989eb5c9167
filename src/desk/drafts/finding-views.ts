import type { Finding, Place } from '../../issue/checks/finding.js'
import { findingKey } from '../../issue/draft/repair-draft.js'
import type { Draft } from '../../issue/draft/read-draft.js'
import { de } from '../../texts/de.js'
import { blockName } from './block-name.js'

/** What a check found, as a page tells it. */
export interface FindingView {
  code: string
  message: string
  /** Which block, in words. */
  where: string
  /** The anchor of its field on the page of the draft. */
  anchor: string
  /** What the button to repair it says; null where nobody but an editor can. */
  repair: string | null
  key: string
}

/** Barriers keep an issue from being approved, hints advise. */
export interface FindingViews { barriers: FindingView[], hints: FindingView[] }

export function findingViews (draft: Draft, findings: readonly Finding[]): FindingViews {
  const views = findings.map((finding, index) => ({
    level: finding.level,
    code: finding.code,
    message: finding.message,
    where: whereOf(draft, finding),
    anchor: anchorOf(finding),
    repair: finding.repair?.label ?? null,
    key: findingKey(draft, findings, index)
  }))
  return {
    barriers: views.filter(({ level }) => level === 'barrier'),
    hints: views.filter(({ level }) => level === 'hint')
  }
}

/** Which block, in words. */
export function whereOf ({ blocks }: Draft, { block: index }: Place): string {
  if (index === null) return de.desk.preview.head
  const block = blocks[index]
  return `${index + 1}. ${block === undefined ? '' : blockName(block)}`
}

/** The id of a field on the page of the draft, as `showForm` makes it. */
export function anchorOf ({ block, field }: Place): string {
  return [block === null ? 'kopf' : `b${block + 1}`, ...field].join('-')
}
