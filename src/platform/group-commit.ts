import { withResolvers, type PromiseWithResolvers } from './with-resolvers.js'

/**
 * Lets many callers share few writes: while one write runs, all calls that come in wait together
 * for the next. The function that is returned resolves when a write that began after the call has
 * ended, and rejects if that one fails.
 */
export function groupCommit (write: () => Promise<void>): () => Promise<void> {
  let next: PromiseWithResolvers<void> | null = null
  let writing = false

  async function writeAll (): Promise<void> {
    writing = true
    while (next !== null) {
      const group: PromiseWithResolvers<void> = next
      next = null
      await write().then(group.resolve, group.reject)
    }
    writing = false
  }

  return async () => {
    next ??= withResolvers()
    const { promise } = next
    if (!writing) void writeAll()
    await promise
  }
}
