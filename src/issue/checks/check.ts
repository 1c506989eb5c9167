import type { CheckedIssue } from './checked-issue.js'
import type { Found, Level } from './finding.js'

/** One check. It is given drafts, too: any field may be missing or wrong. */
export interface Check {
  code: string
  level: Level
  /** What it is about, as a German sentence for docs/checks.md. */
  about: string
  find: (issue: CheckedIssue) => Found[]
}
