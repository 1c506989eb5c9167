import type { BlockDifference } from '../../issue/draft/compare.js'
import { de } from '../../texts/de.js'
import { blockName } from './block-name.js'
import type { DifferenceView } from './pages.js'

/** What differs between two versions, as a page tells it; blocks that are the same are left out. */
export function differenceViews (differences: readonly BlockDifference[]): DifferenceView[] {
  return differences.filter(({ change, isMoved }) => change !== 'same' || isMoved)
    .map(({ block, change, isMoved, fields }) =>
      ({ name: block === null ? de.drafts.head : blockName(block), change, isMoved, fields }))
}
