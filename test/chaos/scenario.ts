import type { Stage } from './stage.js'

/** One kind of fault. */
export interface Scenario {
  /** How many mailers there are from the beginning; one unless it says otherwise. */
  mailers?: number
  /** How they are started: `work` unless it says otherwise. */
  command?: 'work' | 'start'
  /** It restarts the database server, which therefore must be its own. */
  restartable?: boolean
  /** A standby follows the database server, which therefore must be its own. */
  replicated?: boolean
  /** Jobs that wait are left to wait: it is about when they are due. */
  unhurried?: boolean
  /** The issue ends as cancelled. */
  cancels?: boolean
  /** Nothing can be repeated here, and the issue has to know. */
  repeatsNothing?: boolean
  /** Settings of its mailers, besides the usual ones. */
  settings?: Record<string, string>
  /** What happens before the issue is planned. */
  before?: (stage: Stage) => Promise<void>
  /** What happens while it is sent. Returns when the faults are over. */
  act: (stage: Stage) => Promise<void>
}
