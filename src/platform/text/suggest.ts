import { editDistance } from './edit-distance.js'

/** The known word that was most likely meant by a mistyped one; null if none is near enough. */
export function suggest (typed: string, known: readonly string[]): string | null {
  let best: string | null = null
  // A third of the letters may be wrong; beyond that a suggestion misleads.
  let least = Math.max(1, Math.floor(typed.length / 3)) + 1
  for (const word of known) {
    const cost = editDistance(typed.toLowerCase().slice(0, 40), word.toLowerCase())
    if (cost < least) {
      least = cost
      best = word
    }
  }
  return best
}
