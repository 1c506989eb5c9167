export type Level = 'error' | 'warn' | 'info'

/** Kinds of fields of log lines. One with a question mark may be missing. */
export interface Kinds {
  number: number
  'number?': number
  'number | null': number | null
  string: string
  'string?': string | undefined
  strings: readonly string[]
  'string | null': string | null
  error: unknown
  request: unknown
}

/** How an event is logged, and what it means. */
export interface EventDefinition {
  levels: readonly Level[]
  fields: Readonly<Record<string, keyof Kinds>>
  meaning: string
}
