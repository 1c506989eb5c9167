/**
 * Keeps the many mails that wait from asking a relay, one after the other, that cannot be used just
 * now.
 */
export interface Outage {
  /** True while nobody is to ask. */
  holds: () => boolean
  /**
   * Asks for leave. After a while one mail gets it again, to find out; the others when that one got
   * through.
   */
  enter: () => boolean
  /** Gives the leave back, whether the mail left or not. */
  leave: () => void
  /** Nobody asks for so long, in milliseconds. Returns true if it begins with that. */
  begin: (holdMs: number) => boolean
  /** The relay answers. Returns true if it did not before. */
  end: () => boolean
}

export function createOutage ({ now = () => performance.now() }: { now?: () => number } = {}): Outage {
  let until: number | null = null
  let asking = false
  const holds = (): boolean => until !== null && (asking || now() < until)

  return {
    holds,
    enter () {
      if (holds()) return false
      asking = until !== null
      return true
    },
    leave () { asking = false },
    begin (holdMs) {
      const begins = until === null
      until = now() + holdMs
      return begins
    },
    end () {
      const ends = until !== null
      until = null
      return ends
    }
  }
}
