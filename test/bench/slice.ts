/** How much was done in how long. */
export interface Slice { count: number, seconds: number }

/**
 * Makes this program a rival: whenever its parent says for how many milliseconds, it works with so
 * many hands and answers what it got done.
 */
export function serveSlices (hands: number, work: () => Promise<unknown>): void {
  process.on('message', async (milliseconds: number) => {
    let count = 0
    const start = performance.now()
    await Promise.all(Array.from({ length: hands }, async () => {
      while (performance.now() - start < milliseconds) {
        await work()
        count++
      }
    }))
    process.send?.({ count, seconds: (performance.now() - start) / 1000 } satisfies Slice)
  })
  process.on('disconnect', () => process.exit())
  process.send?.('ready')
}

/** The rate of several slices together, per second. */
export function rateOf (slices: readonly Slice[]): number {
  return slices.reduce((sum, { count }) => sum + count, 0) / slices.reduce((sum, { seconds }) => sum + seconds, 0)
}
