/** Lets so many in at once; the others wait in the order in which they came. */
export interface Gate {
  /** Resolves when there is a place, with what gives it back. Call that once. */
  enter: () => Promise<() => void>
}

/** A gate with so many places. */
export function createGate (places: number): Gate {
  const waiting: Array<() => void> = []
  let free = places

  /** A place goes from hand to hand: it is free only when nobody waits. */
  function leave (): void {
    const next = waiting.shift()
    if (next === undefined) free++
    else next()
  }

  return {
    async enter () {
      if (free > 0) free--
      else await new Promise<void>(resolve => waiting.push(resolve))
      return leave
    }
  }
}
