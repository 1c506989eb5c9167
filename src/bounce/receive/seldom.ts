import type { Clock } from '../../platform/clock.js'

/** Something that may happen often, and is logged seldom. */
export interface Seldom<Kind extends string, Detail> {
  happened: (kind: Kind, detail: Detail) => void
  /** Writes what was counted and not written yet. */
  flush: () => void
}

interface Counted<Detail> { count: number, detail: Detail | undefined, writtenAt: number }

const APART_MS = 60_000

/**
 * Counts what strangers can bring about as often as they like: the first of a kind is written at
 * once, and what follows is written with its number, at most once a minute.
 */
export function seldom<Kind extends string, Detail> (
  clock: Clock, write: (kind: Kind, count: number, detail: Detail) => void
): Seldom<Kind, Detail> {
  const kinds = new Map<Kind, Counted<Detail>>()

  function writeOut (kind: Kind, counted: Counted<Detail>, at: number): void {
    const { count, detail } = counted
    kinds.set(kind, { count: 0, detail: undefined, writtenAt: at })
    if (count > 0) write(kind, count, detail as Detail)
  }

  return {
    happened (kind, detail) {
      const at = clock.now().getTime()
      const before = kinds.get(kind) ?? { count: 0, writtenAt: -Infinity }
      const counted = { count: before.count + 1, detail, writtenAt: before.writtenAt }
      kinds.set(kind, counted)
      if (at - counted.writtenAt >= APART_MS) writeOut(kind, counted, at)
    },
    flush () {
      for (const [kind, counted] of kinds) writeOut(kind, counted, clock.now().getTime())
    }
  }
}
