/** A FIFO semaphore. */
export interface Semaphore {
  /** Waits for a free slot. Resolves with the function that releases it, to be called once. */
  acquire: () => Promise<() => void>
}

/** @param slots how many may hold the semaphore at once */
export function createSemaphore (slots: number): Semaphore {
  const waiting: Array<() => void> = []
  let free = slots

  /** The next in line gets the slot directly, so that nobody can overtake it. */
  function release (): void {
    const next = waiting.shift()
    if (next === undefined) free++
    else next()
  }

  return {
    async acquire () {
      if (free > 0) free--
      else await new Promise<void>(resolve => waiting.push(resolve))
      return release
    }
  }
}
