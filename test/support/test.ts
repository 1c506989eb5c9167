import type { CleanupStack } from '../../src/platform/cleanup-stack.js'

/** What the support files need of a tap test: they end with it what they started. */
export interface Test { after: (act: () => unknown) => void }

/** A test that can also fail for what the support files find. */
export interface JudgedTest extends Test {
  notMatch: (text: string, pattern: RegExp, message: string) => unknown
}

/** Lets a program that is not a test use the support files: they end when the stack runs. */
export function asTest (cleanup: CleanupStack): Test {
  return { after: act => cleanup.add(act) }
}
