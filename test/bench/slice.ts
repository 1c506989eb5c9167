/** How much was done in how many seconds, by the clock and of the processors (null if unknown). */
export interface Slice { count: number, seconds: number, cpu: number | null }

/**
 * Makes this program a rival: whenever its parent says for how many milliseconds, it works with so
 * many hands, each told which one it is, and answers what it got done.
 */
export function serveSlices (hands: number, work: (hand: number) => Promise<unknown>): void {
  process.on('message', async (milliseconds: number) => {
    let count = 0
    const start = performance.now()
    const before = process.cpuUsage()
    await Promise.all(Array.from({ length: hands }, async (_, hand) => {
      while (performance.now() - start < milliseconds) {
        await work(hand)
        count++
      }
    }))
    const { user, system } = process.cpuUsage(before)
    process.send?.({ count, seconds: (performance.now() - start) / 1000, cpu: (user + system) / 1e6 } satisfies Slice)
  })
  process.on('disconnect', () => process.exit())
  process.send?.('ready')
}

/** The rate of several slices together, per second. */
export function rateOf (slices: readonly Slice[]): number {
  return slices.reduce((sum, { count }) => sum + count, 0) / slices.reduce((sum, { seconds }) => sum + seconds, 0)
}

/** Processor time for each, in microseconds; null if unknown. */
export function costOf (slices: readonly Slice[]): number | null {
  if (slices.some(({ cpu }) => cpu === null)) return null
  const seconds = slices.reduce((sum, { cpu }) => sum + (cpu ?? 0), 0)
  return seconds * 1e6 / slices.reduce((sum, { count }) => sum + count, 0)
}
