import type { EventDefinition } from '../../platform/log/event-definition.js'
import { NOBODYS } from './nobody.js'
import { RULES } from './rules.js'

/** A column of the live schema; the type of an array is that of its elements. */
export interface Column { name: string, type: string, isEnum: boolean }

/** Where personal data could be. */
export interface Places {
  columns: readonly Column[]
  /** Names of the environment. */
  settings: readonly string[]
  events: Readonly<Record<string, Pick<EventDefinition, 'fields'>>>
}

/** A number, a time or one of a few words tells nothing of a person without the rest of its row. */
const HARMLESS_TYPES =
  /^(?:boolean|smallint|integer|bigint|numeric|real|double precision|date|interval|time|timestamp)\b/

const HARMLESS_KINDS = new Set(['number', 'number?', 'number | null', 'request'])

/**
 * Columns, settings and fields of the log that could hold personal data, and have neither a rule
 * nor a reason why they hold nobody's. Each with what kind of place it is.
 */
export function findUncovered ({ columns, settings, events }: Places): string[] {
  const known = new Set([
    ...RULES.flatMap(rule => [...rule.columns, ...rule.settings ?? [], ...rule.logFields ?? []]),
    ...NOBODYS.flatMap(({ places }) => places)
  ])
  const risky = columns.filter(({ type, isEnum }) => !isEnum && !HARMLESS_TYPES.test(type)).map(({ name }) => name)
  const fields = Object.entries(events).flatMap(([event, definition]) => Object.entries(definition.fields)
    .filter(([, kind]) => !HARMLESS_KINDS.has(kind)).map(([field]) => `${event}.${field}`))
  const uncovered = (kind: string, places: readonly string[]): string[] =>
    places.filter(place => !known.has(place)).map(place => `${kind} ${place}`)
  return [...uncovered('column', risky), ...uncovered('setting', settings), ...uncovered('log field', fields)]
}

/** What a rule or a reason names and is not there any more. */
export function findStale ({ columns, settings, events }: Places): string[] {
  const there = new Set([
    ...columns.map(({ name }) => name),
    ...settings,
    ...Object.entries(events).flatMap(([event, { fields }]) => Object.keys(fields).map(field => `${event}.${field}`))
  ])
  const named = [
    ...RULES.flatMap(rule => [...rule.columns, ...rule.settings ?? [], ...rule.logFields ?? []]),
    ...NOBODYS.flatMap(({ places }) => places)
  ]
  return named.filter(place => !there.has(place))
}
