import { createLog, type Log } from '../../src/platform/log/log.js'
import type { JudgedTest } from './test.js'

export interface TestLog {
  log: Log
  /** Everything that was logged until now, a line of JSON each. */
  lines: () => string[]
}

/**
 * Any address a test uses, and any token in a link. The scrubber's own marks are not among them.
 */
const SECRET = /[\w.+-]+(?:@|%40)[\w-]+\.|\/(?:bestaetigen|abmelden)\/[\w-]{20,}/

/** A log at level trace that is searched, when the test ends, for addresses and link tokens. */
export function testLog (t: JudgedTest): TestLog {
  const lines: string[] = []
  t.after(() => {
    for (const line of lines) {
      if (SECRET.test(line)) t.notMatch(line, SECRET, 'no address and no token in the log')
    }
  })
  return { log: createLog({ level: 'trace', sink: { write: line => { lines.push(line) } } }), lines: () => lines }
}
