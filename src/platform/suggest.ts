/** The known word that was most likely meant by a mistyped one, if any is near enough. */
export function suggest (typed: string, known: readonly string[]): string | undefined {
  let best: string | undefined
  // A third of the letters may be wrong; beyond that a suggestion misleads.
  let least = Math.max(1, Math.floor(typed.length / 3)) + 1
  for (const word of known) {
    const cost = distance(typed.toLowerCase().slice(0, 40), word.toLowerCase())
    if (cost < least) {
      least = cost
      best = word
    }
  }
  return best
}

/** Levenshtein distance: how many letters to add, drop or change. */
function distance (from: string, to: string): number {
  let previous = Array.from({ length: to.length + 1 }, (_, index) => index)
  for (let i = 1; i <= from.length; i++) {
    const row = [i]
    for (let j = 1; j <= to.length; j++) {
      const change = (previous[j - 1] ?? 0) + (from[i - 1] === to[j - 1] ? 0 : 1)
      row.push(Math.min(change, (previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1))
    }
    previous = row
  }
  return previous[to.length] ?? 0
}
