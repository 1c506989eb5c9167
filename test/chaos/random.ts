/** Chance that can be repeated: the same seed gives the same numbers. */
export interface Random {
  /** At least 0, less than 1. */
  next: () => number
  /** A whole number, both ends included. */
  between: (from: number, to: number) => number
  /** True with this probability. */
  chance: (probability: number) => boolean
  pick: <T>(items: readonly T[]) => T
}

/** SplitMix32: enough for dice, and neighbouring seeds have nothing in common. */
export function seededRandom (seed: number): Random {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x9e3779b9) >>> 0
    let mixed = state
    mixed = Math.imul(mixed ^ (mixed >>> 16), 0x21f0aaad)
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97)
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32
  }
  const between = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1))
  return {
    next,
    between,
    chance: probability => next() < probability,
    pick: items => items[between(0, items.length - 1)] as (typeof items)[number]
  }
}
