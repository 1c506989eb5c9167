/** Lets so many in at once; the others wait in the order in which they came. */
export interface Semaphore {
  /** Resolves when there is a place, with what gives it back. Call that once. */
  acquire: () => Promise<() => void>
}

/** A gate with so many places. */
export function createSemaphore (places: number): Semaphore {
  const waiting: Array<() => void> = []
  let free = places

  /** A place goes from hand to hand: it is free only when nobody waits. */
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
