/** Lets so many in at once; the others wait in the order in which they came. */
export interface Gate {
  /** Resolves when there is a place, with what gives it back; that may be called more than once. Rejects when `signal` is aborted before. */
  enter: (signal?: AbortSignal) => Promise<() => void>
}

/** A gate with so many places. */
export function createGate (places: number): Gate {
  const waiting = new Set<() => void>()
  let free = places

  /** A place goes from hand to hand: it is free only when nobody waits. */
  function giveBack (): void {
    const [first] = waiting
    if (first === undefined) free++
    else {
      waiting.delete(first)
      first()
    }
  }

  return {
    async enter (signal) {
      signal?.throwIfAborted()
      if (free > 0) free--
      else {
        await new Promise<void>((resolve, reject) => {
          const giveUp = (): void => {
            waiting.delete(proceed)
            reject(new Error('gave up waiting'))
          }
          const proceed = (): void => {
            signal?.removeEventListener('abort', giveUp)
            resolve()
          }
          waiting.add(proceed)
          signal?.addEventListener('abort', giveUp, { once: true })
        })
      }
      let mine = true
      return () => {
        if (mine) giveBack()
        mine = false
      }
    }
  }
}
