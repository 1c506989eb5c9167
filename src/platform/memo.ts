export interface MemoOptions<K> {
  /** How many results are kept at most, the newest. Without it, all are. */
  most?: number
  /** What tells keys apart, if they are not primitive. */
  keyOf?: (key: K) => unknown
}

/**
 * Remembers the result of a slow function for each key, so that callers who ask at the same time
 * share one run. A failure is not remembered: the next call tries again.
 */
export function memo<K, V> (
  make: (key: K) => Promise<V>, { most = Infinity, keyOf = key => key }: MemoOptions<K> = {}
): (key: K) => Promise<V> {
  const results = new Map<unknown, Promise<V>>()
  return async key => {
    const known = keyOf(key)
    let result = results.get(known)
    if (result === undefined) {
      result = make(key)
      results.set(known, result)
      result.catch(() => results.delete(known))
      keepNewest(results, most)
    }
    return await result
  }
}

function keepNewest (results: Map<unknown, unknown>, most: number): void {
  for (const oldest of results.keys()) {
    if (results.size <= most) break
    results.delete(oldest)
  }
}

/** The same for a function without a key. */
export function memoOnce<V> (make: () => Promise<V>): () => Promise<V> {
  const remembered = memo<null, V>(make)
  return async () => await remembered(null)
}

/**
 * The same for a function that does not wait. What it throws is not remembered. `sizeOf` says how
 * much of `most` a result takes, 1 unless given.
 */
export function memoSync<K, V> (
  make: (key: K) => V,
  { most = Infinity, keyOf = key => key, sizeOf = () => 1 }: MemoOptions<K> & { sizeOf?: (result: V) => number } = {}
): (key: K) => V {
  const results = new Map<unknown, V>()
  let size = 0
  return key => {
    const known = keyOf(key)
    if (results.has(known)) return results.get(known) as V
    const made = make(key)
    results.set(known, made)
    size += sizeOf(made)
    for (const [oldest, result] of results) {
      if (size <= most) break
      results.delete(oldest)
      size -= sizeOf(result)
    }
    return made
  }
}
