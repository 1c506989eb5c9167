export interface Turns {
  /** Takes one turn more, when those that are under way have ended. */
  add: () => void
  /** Takes no more turns. Resolves when the last has ended. */
  stop: () => Promise<void>
}

/**
 * Does something every so often and on demand, one turn after the other. A turn that is late is
 * left out. `act` must not reject.
 */
export function takeTurns (everyMs: number, act: () => Promise<void>): Turns {
  let running = Promise.resolve()
  let waiting = 0
  const add = (): void => {
    waiting++
    running = running.then(act).finally(() => { waiting-- })
  }
  // A slow database is not asked the same again before it has answered.
  const timer = setInterval(() => { if (waiting === 0) add() }, everyMs).unref()
  return {
    add,
    async stop () {
      clearInterval(timer)
      await running
    }
  }
}
