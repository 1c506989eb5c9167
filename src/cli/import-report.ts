import type { Import, RefusedLines } from '../privacy/import/report.js'
import type { Refusal } from '../privacy/import/refused-file.js'

/** What was found in a file, for programs. */
export function asJson (found: Import, refused: readonly RefusedLines[]) {
  return { import: found.id, state: found.state, ...figures(found), added: found.added, refused }
}

function figures ({ countNew, countKnown, countInvalid, countDouble, countSuppressed }: Import) {
  return {
    lines: countNew + countKnown + countInvalid + countDouble + countSuppressed,
    new: countNew,
    known: countKnown,
    invalid: countInvalid,
    double: countDouble,
    suppressed: countSuppressed
  }
}

/** The same in lines for people. No line holds an address. */
export function describeReport (found: Import, refused: readonly RefusedLines[]): string[] {
  const { lines, new: fresh, known, invalid, double, suppressed } = figures(found)
  return [
    `Import ${found.id}: ${lines} lines, ${fresh} new, ${known} known, ${invalid} invalid, ${double} double, ` +
      `${suppressed} suppressed.`,
    ...refused.map(({ kind, fault, count, lines }) => {
      const more = count > lines.length ? ', …' : ''
      return `  ${reasonOf({ kind, fault })}: line ${lines.join(', ')}${more}`
    })
  ]
}

/** Why a line is not taken over, in one word or two. */
export function reasonOf ({ kind, fault }: Refusal): string {
  return fault === null ? kind : `${kind} (${fault})`
}
