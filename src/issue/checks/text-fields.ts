import type { FormField } from '../blocks/form.js'
import type { InputKind } from '../content/field-meta.js'
import type { Place } from './finding.js'
import { readProse, type Prose } from './prose.js'

/** A text that stands in one field. */
export interface TextField extends Place {
  input: InputKind
  value: string
  /** What Markdown says; null for other texts. */
  prose: Prose | null
  /** The fields beside it: the address of a label, the language of a quotation. */
  beside: Readonly<Record<string, unknown>>
}

/** The texts of a block in the order of its form. Fields that are no text are passed over. */
export function textFields (
  block: number | null, form: readonly FormField[], values: unknown, before: readonly string[] = []
): TextField[] {
  if (!isRecord(values)) return []
  return form.flatMap((field): TextField[] => {
    const value = values[field.key]
    const path = [...before, field.key]
    if (field.input === 'list') {
      return asList(value).flatMap((entry, index) => textFields(block, field.fields, entry, [...path, String(index)]))
    }
    if ('fields' in field) return textFields(block, field.fields, value, path)
    if (typeof value !== 'string' || value.trim() === '') return []
    const prose = field.input === 'prose' ? readProse(value) : null
    return [{ block, field: path, input: field.input, value, prose, beside: values }]
  })
}

/** What stands at the end of a way through objects and lists; undefined if it leads nowhere. */
export function valueAt (values: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, key) => {
    if (Array.isArray(value)) return value[Number(key)] as unknown
    return isRecord(value) && typeof key === 'string' && Object.hasOwn(value, key) ? value[key] : undefined
  }, values)
}

/** The entries of a list; none if it is not a list. */
export function asList (value: unknown): unknown[] {
  return Array.isArray(value) ? value : []
}

/** Whether it is an object with fields. */
export function isRecord (value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
