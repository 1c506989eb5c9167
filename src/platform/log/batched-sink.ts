import type { LogSink } from './log.js'

/**
 * Hands lines on together, once for each turn of the event loop: under load, a write for every line
 * costs as much as an answer. What is left is written when the process exits, also after an
 * uncaught error.
 */
export function batchedSink (sink: LogSink): LogSink {
  let waiting = ''
  process.on('exit', flush)
  return {
    write (line) {
      if (waiting === '') setImmediate(flush)
      waiting += line
    }
  }

  function flush (): void {
    if (waiting !== '') sink.write(waiting)
    waiting = ''
  }
}
