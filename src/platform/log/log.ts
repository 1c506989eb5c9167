import { pino, type DestinationStream } from 'pino'
import { messageOf } from '../errors.js'
import type { Kinds, Level } from './event-definition.js'
import type { EVENTS } from './events.js'
import { scrub } from './scrub.js'

type Events = typeof EVENTS
type EventName = keyof Events

type Optional<Fields> = { [Name in keyof Fields]: Fields[Name] extends `${string}?` ? Name : never }[keyof Fields]

type KindOf<Field> = Field extends keyof Kinds ? Kinds[Field] : never

type FieldsOf<Fields> =
  { [Name in Exclude<keyof Fields, Optional<Fields>>]: KindOf<Fields[Name]> } &
  { [Name in Optional<Fields>]?: KindOf<Fields[Name]> }

/** The events of a level, each with its fields. */
type EventAt<L extends Level> = {
  [Name in EventName]: L extends Events[Name]['levels'][number]
    ? { event: Name } & FieldsOf<Events[Name]['fields']>
    : never
}[EventName]

type Free = (fields: object, message: string) => void

/**
 * What our code logs with. A warning or an error is an event of `EVENTS`, with its fields; so is an
 * `info` that somebody may count. What only a developer reads needs no event.
 */
export interface Log {
  error: (line: EventAt<'error'>, message: string) => void
  warn: (line: EventAt<'warn'>, message: string) => void
  info: (line: EventAt<'info'> | { event?: never, [field: string]: unknown }, message: string) => void
  debug: Free
  trace: Free
}

/** Where log lines go; standard output unless a test collects them. */
export type LogSink = DestinationStream

interface LoggedRequest { method: string, routeOptions?: { url?: string } }

/**
 * A logger whose every line, at every level, is free of addresses, tokens and passwords. Requests
 * are logged by their route, never by their URL; whatever else slips in is scrubbed from the line.
 */
export function createLog ({ level, sink = process.stdout }: { level: string, sink?: LogSink }): Log {
  return pino({
    level,
    base: null,
    timestamp: isoTime(),
    formatters: { level: label => ({ level: label }) },
    serializers: {
      req: ({ method, routeOptions }: LoggedRequest) => ({ method, route: routeOptions?.url ?? null }),
      res: (reply: { statusCode: number }) => ({ status: reply.statusCode }),
      err: (error: Error & { code?: unknown }) => {
        const { name: type, code, stack } = error
        return { type, code, message: messageOf(error), stack }
      }
    }
  }, { write: line => { sink.write(scrub(line)) } })
}

/** The time of a line, as pino wants it. Many lines share a millisecond, and one text. */
function isoTime (): () => string {
  let at = NaN
  let text = ''
  return () => {
    const now = Date.now()
    if (now !== at) {
      at = now
      text = `,"time":"${new Date(now).toISOString()}"`
    }
    return text
  }
}
