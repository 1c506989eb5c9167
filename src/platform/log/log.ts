import { pino, stdTimeFunctions, type DestinationStream, type Logger } from 'pino'
import { messageOf } from '../fault-message.js'
import { scrub } from './scrub.js'

export type Log = Logger

/** Where log lines go; standard output unless a test collects them. */
export type LogSink = DestinationStream

/**
 * A logger whose every line, at every level, is free of addresses, tokens and passwords. Requests
 * are logged by their route, never by their URL; whatever else slips in is scrubbed from the line.
 */
export function createLog ({ level, sink = process.stdout }: { level: string, sink?: LogSink }): Log {
  return pino({
    level,
    base: null,
    timestamp: stdTimeFunctions.isoTime,
    formatters: { level: label => ({ level: label }) },
    serializers: {
      req: (request: { method: string, routeOptions?: { url?: string } }) => ({ method: request.method, route: request.routeOptions?.url ?? null }),
      res: (reply: { statusCode: number }) => ({ status: reply.statusCode }),
      err: (error: Error & { code?: unknown }) => ({ type: error.name, code: error.code, message: messageOf(error), stack: error.stack })
    }
  }, { write: line => { sink.write(scrub(line)) } })
}
