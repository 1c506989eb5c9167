import { once } from 'node:events'

const SIGNALS = ['SIGTERM', 'SIGINT', 'SIGHUP'] as const

/** Service managers wait ten seconds after a signal, and then kill the process. */
const END_WITHIN_MS = 9_500

/** Thrown when the program was asked to end before it was done. */
export class Interrupted extends Error {
  constructor (readonly signal: NodeJS.Signals) {
    super(`interrupted by ${signal}`)
  }
}

/**
 * Aborted, with an `Interrupted`, when the program is asked to end. Call it before anything is
 * started. From then on only SIGKILL ends the program at once: npm and terminals send a signal
 * twice, and what was started has to be stopped. That may take 9.5 seconds; then `tooLate` is
 * called, and the program ends with 1.
 */
export function askedToEnd (tooLate: () => void = () => {}): AbortSignal {
  const asked = new AbortController()
  const end = (signal: NodeJS.Signals): void => {
    if (asked.signal.aborted) return
    asked.abort(new Interrupted(signal))
    setTimeout(() => {
      tooLate()
      process.exit(1)
    }, END_WITHIN_MS).unref()
  }
  for (const name of SIGNALS) process.on(name, end)
  // When a terminal is closed, writing fails before the signal arrives.
  for (const output of [process.stdout, process.stderr]) output.on('error', () => end('SIGPIPE'))
  return asked.signal
}

/** Rejects as soon as `ending` is aborted, with its reason. */
export async function aborted (ending: AbortSignal): Promise<never> {
  if (!ending.aborted) await once(ending, 'abort')
  throw ending.reason
}
