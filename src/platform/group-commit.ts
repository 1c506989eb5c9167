import { withResolvers, type PromiseWithResolvers } from './with-resolvers.js'

/**
 * Lets many callers share few writes, or long reads: while one runs, all calls that come in wait
 * together for the next. The function that is returned resolves with what a write that began after
 * the call returns, and rejects if that one fails.
 */
export function groupCommit<T = void> (write: () => Promise<T>): () => Promise<T> {
  let next: PromiseWithResolvers<T> | null = null
  let writing = false

  async function writeAll (): Promise<void> {
    writing = true
    while (next !== null) {
      const group: PromiseWithResolvers<T> = next
      next = null
      await write().then(group.resolve, group.reject)
    }
    writing = false
  }

  return async () => {
    next ??= withResolvers()
    const { promise } = next
    if (!writing) void writeAll()
    return await promise
  }
}
