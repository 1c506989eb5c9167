const WIDTH = 30

type Show = (done: number, total: number) => void

interface BarOptions {
  /** What is counted. */
  unit?: string
  /** Whether the time that is left is told. */
  timeLeft?: boolean
}

/**
 * Shows how far something has come: on a terminal as a bar in one line, elsewhere as a line at
 * every tenth of the way.
 */
export function createProgressBar (
  stream: NodeJS.WriteStream, now: () => number, { unit = 'mails', timeLeft = false }: BarOptions = {}
): Show {
  const start = now()
  let shownTenths = 0
  let before: number | undefined
  return (done, total) => {
    // Only what happens while we watch has a rate.
    before ??= done
    const share = total === 0 ? 1 : done / total
    const seconds = Math.max((now() - start) / 1000, 0.001)
    const rate = (done - before) / seconds
    const left = timeLeft && rate > 0 ? `  ${duration((total - done) / rate)} left` : ''
    const counts = `${done}/${total}  ${Math.floor(share * 100)} %  ${Math.round(rate)} ${unit}/s${left}`
    if (stream.isTTY) {
      const filled = Math.round(share * WIDTH)
      stream.write(`\r[${'#'.repeat(filled)}${'.'.repeat(WIDTH - filled)}]  ${counts}  ${done === total ? '\n' : ''}`)
      return
    }
    const tenths = Math.floor(share * 10)
    if (tenths > shownTenths) stream.write(`${counts}\n`)
    shownTenths = Math.max(shownTenths, tenths)
  }
}

function duration (seconds: number): string {
  return seconds < 120 ? `${Math.ceil(seconds)} s` : `${Math.ceil(seconds / 60)} min`
}
