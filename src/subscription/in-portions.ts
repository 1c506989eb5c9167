/** Rows a transaction: each takes some milliseconds, however many there are in all. */
const AT_ONCE = 500

/** Repeats `act` until it finds less than a whole portion, or is to stop. Returns the total. */
export async function inPortions (
  stopping: AbortSignal | undefined, act: (limit: number) => Promise<number>
): Promise<number> {
  let total = 0
  let more = true
  while (more && stopping?.aborted !== true) {
    const done = await act(AT_ONCE)
    total += done
    more = done === AT_ONCE
  }
  return total
}
