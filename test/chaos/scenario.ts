import type { Stage } from './stage.js'

/** One kind of fault. */
export interface Scenario {
  /** How many workers there are from the beginning; one unless it says otherwise. */
  workers?: number
  /** It restarts the database server, which therefore must be its own. */
  restartable?: boolean
  /** The issue ends as cancelled. */
  cancels?: boolean
  /** Nothing can be repeated here, and the issue has to know. */
  repeatsNothing?: boolean
  /** What happens before the issue is planned. */
  before?: (stage: Stage) => Promise<void>
  /** What happens while it is sent. Returns when the faults are over. */
  act: (stage: Stage) => Promise<void>
}
