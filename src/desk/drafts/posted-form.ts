import { z } from 'zod'
import type { FormField } from '../../issue/blocks/form.js'

/** The fields of a posted form, by their names: "dates.0.place". */
export type Posted = Readonly<Record<string, string | string[] | undefined>>

export const postedFields = z.record(z.string(), z.union([z.string(), z.array(z.string())]))

type Typed = Record<string, unknown>

/** What was typed, as a draft keeps it. Rows of a list keep their order; gaps are closed. */
export function readPosted (form: readonly FormField[], posted: Posted, name = ''): Typed {
  return Object.fromEntries(form.map(field => {
    const own = name === '' ? field.key : `${name}.${field.key}`
    if (field.input === 'list') {
      return [field.key, rowsOf(posted, own).map(row => readPosted(field.fields, posted, row))]
    }
    if ('fields' in field) return [field.key, readPosted(field.fields, posted, own)]
    const text = textOf(posted, own)
    return [field.key, field.input === 'moment' ? momentOf(text, textOf(posted, `${own}.time`)) : text]
  }))
}

function momentOf (day: string, time: string): string {
  return time === '' ? day : `${day} ${time}`
}

function textOf (posted: Posted, name: string): string {
  const value = posted[name]
  return (Array.isArray(value) ? value.at(-1) : value) ?? ''
}

/** The names of a list's rows: "dates.0", "dates.2". */
function rowsOf (posted: Posted, name: string): string[] {
  const numbers = new Set<number>()
  for (const key of Object.keys(posted)) {
    const [number = ''] = key.startsWith(`${name}.`) ? key.slice(name.length + 1).split('.', 1) : []
    if (/^\d{1,3}$/.test(number)) numbers.add(Number(number))
  }
  return [...numbers].sort((a, b) => a - b).map(number => `${name}.${number}`)
}

/**
 * What a button of the form does besides saving: adds a row to a list ("dates"), removes one
 * ("dates.1"), or takes the picture out.
 */
export function changeRows (
  typed: Typed, { add, remove }: { add?: string | undefined, remove?: string | undefined }
): Typed {
  if (add !== undefined) {
    const rows = typed[add]
    return Array.isArray(rows) ? { ...typed, [add]: [...rows as unknown[], {}] } : typed
  }
  const [key = '', index] = remove?.split('.') ?? []
  const value = typed[key]
  if (Array.isArray(value) && index !== undefined) {
    return { ...typed, [key]: (value as unknown[]).filter((_, place) => place !== Number(index)) }
  }
  return value !== undefined && index === undefined ? { ...typed, [key]: {} } : typed
}
