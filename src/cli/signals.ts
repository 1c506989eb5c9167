import { once } from 'node:events'

const SIGNALS = ['SIGTERM', 'SIGINT', 'SIGHUP'] as const

/** Service managers wait ten seconds, and then kill. */
const END_WITHIN_MS = 9_500

/** Thrown when the program was asked to end before it was done. */
export class Interrupted extends Error {
  constructor (readonly signal: NodeJS.Signals) {
    super(`interrupted by ${signal}`)
  }
}

/**
 * Aborted, with an `Interrupted`, when the program is asked to end. Call it before anything is started. From then on no
 * signal ends the program but SIGKILL, also not a second one, as npm and terminals send it: what was started has to be stopped.
 * That may take 9.5 seconds; then `tooLate` is called, and the program ends with 1.
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
  // A terminal that is closed takes away what we write to before it says so.
  for (const output of [process.stdout, process.stderr]) output.on('error', () => end('SIGPIPE'))
  return asked.signal
}

/** Rejects as soon as `ending` is aborted, with its reason. */
export async function aborted (ending: AbortSignal): Promise<never> {
  if (!ending.aborted) await once(ending, 'abort')
  throw ending.reason
}
