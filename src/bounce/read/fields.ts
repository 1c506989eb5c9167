/** Header fields of a mail or of a group in a report, by their names in lower case. */
export type Fields = ReadonlyMap<string, readonly string[]>

const FIELD = /^([!-9;-~]{1,100})[ \t]*:[ \t]*(.*)$/

/** A parameter (RFC 2045, 5.1). What is in quotes is a value, whatever it looks like. */
const PARAMETER = /;\s*([\w-]{1,40})\s*=\s*("[^"]*"?|[^\s;"]+)/g

/** The first value of a field, or null. */
export function fieldOf (fields: Fields, name: string): string | null {
  return fields.get(name)?.[0] ?? null
}

/** All values of these fields. */
export function valuesOf (fields: Fields, names: readonly string[]): string[] {
  return names.flatMap(name => fields.get(name) ?? [])
}

/** As what kind of report a mail declares itself (RFC 6522, 3), in lower case; null for none. */
export function reportType (fields: Fields): string | null {
  for (const [, name = '', value = ''] of (fieldOf(fields, 'content-type') ?? '').matchAll(PARAMETER)) {
    if (name.toLowerCase() === 'report-type') return value.replaceAll('"', '').toLowerCase()
  }
  return null
}

/** Fields by name. Values that follow each other under one name stay in order. */
export function toFields (pairs: Iterable<readonly [name: string, value: string]>): Fields {
  const fields = new Map<string, string[]>()
  for (const [name, value] of pairs) {
    const values = fields.get(name)
    if (values === undefined) fields.set(name, [value])
    else values.push(value)
  }
  return fields
}

/** Reads fields of lines that may be folded (RFC 5322, 2.2.3). Other lines are passed over. */
export function readFields (lines: readonly string[]): Fields {
  const pairs: Array<[string, string]> = []
  for (const line of lines) {
    const last = pairs.at(-1)
    const [, name, value] = FIELD.exec(line) ?? []
    if (name !== undefined && value !== undefined) pairs.push([name.toLowerCase(), value.trim()])
    else if (last !== undefined && /^[ \t]/.test(line)) last[1] += ` ${line.trim()}`
  }
  return toFields(pairs)
}

/** The lines of a text, whatever ends them. */
export function linesOf (text: string): string[] {
  return text.split(/\r\n|\r|\n/)
}
