import type { FormField } from '../blocks/form.js'

/** What was typed into a form: texts, groups of them and rows. It may be unfinished. */
export interface DraftFields { [key: string]: string | DraftFields | DraftFields[] }

/**
 * Reads the fields of a form from whatever a request or the database holds: known fields alone, in
 * the form's order, without empty ones. What was typed stays as it is, apart from characters that
 * no database takes.
 */
export function readFields (form: readonly FormField[], input: unknown): DraftFields {
  const read: DraftFields = {}
  for (const field of form) {
    const value = readField(field, isRecord(input) ? input[field.key] : undefined)
    if (value !== null) read[field.key] = value
  }
  return read
}

function readField (field: FormField, value: unknown): DraftFields[string] | null {
  if (field.input === 'list') {
    const rows = Array.isArray(value) ? value.slice(0, field.most).map(row => readFields(field.fields, row)) : []
    return rows.length === 0 ? null : rows
  }
  if ('fields' in field) {
    const group = readFields(field.fields, value)
    return Object.keys(group).length === 0 ? null : group
  }
  const text = typeof value === 'number' || value === true ? String(value) : value
  const tidied = typeof text === 'string' ? storable(text) : ''
  return tidied === '' ? null : tidied
}

/**
 * A text as it can be stored. Browsers send line breaks as CR LF. PostgreSQL takes neither NUL nor
 * half a character.
 */
export function storable (text: string): string {
  return text.replace(/\r\n?/g, '\n').replaceAll('\0', '').replace(/\p{Surrogate}/gu, '\ufffd')
}

/** The fields of a form for a block that was checked before. */
export function fieldsOf (form: readonly FormField[], block: Readonly<Record<string, unknown>>): DraftFields {
  return readFields(form, withTypedAmounts(form, block))
}

function withTypedAmounts (form: readonly FormField[], block: Readonly<Record<string, unknown>>): object {
  return Object.fromEntries(form.map(field => {
    const value = block[field.key]
    if (field.input === 'amount' && typeof value === 'number') return [field.key, String(value).replace('.', ',')]
    if (field.input === 'list' && Array.isArray(value)) {
      return [field.key, value.map(row => withTypedAmounts(field.fields, row as Record<string, unknown>))]
    }
    if ('fields' in field && isRecord(value)) return [field.key, withTypedAmounts(field.fields, value)]
    return [field.key, value]
  }))
}

/** What a schema judges: amounts are numbers, rows and groups without any text are left out. */
export function inputOf (form: readonly FormField[], fields: DraftFields): Record<string, unknown> {
  return Object.fromEntries(form.flatMap((field): Array<[string, unknown]> => {
    const value = inputOfField(field, fields[field.key])
    return value === undefined ? [] : [[field.key, value]]
  }))
}

function inputOfField (field: FormField, value: DraftFields[string] | undefined): unknown {
  if (value === undefined) return undefined
  if (Array.isArray(value)) {
    if (field.input !== 'list') return undefined
    const rows = value.map(row => inputOf(field.fields, row)).filter(row => Object.keys(row).length > 0)
    return rows.length === 0 ? undefined : rows
  }
  if (typeof value === 'object') {
    if (!('fields' in field)) return undefined
    // Nobody reads the alternative text of a picture that is purely decorative.
    const { alt, ...rest } = value
    const group = inputOf(field.fields, field.input === 'picture' && isTicked(rest['decorative']) ? rest : value)
    return Object.keys(group).length === 0 ? undefined : group
  }
  if (value.trim() === '') return undefined
  if (field.input === 'choice') return isTicked(value) ? true : undefined
  return field.input === 'amount' ? readAmount(value) ?? value : value
}

/** Whether a box is ticked: browsers send nothing for one that is not. */
function isTicked (value: unknown): boolean {
  return typeof value === 'string' && value !== 'false'
}

/** "20.000", "20000", "12,50 Euro" as numbers; null for what is not an amount. */
function readAmount (text: string): number | null {
  const plain = text.replace(/\s|€|Euro|Byte/gi, '')
  if (/^\d{1,3}(?:\.\d{3})+(?:,\d+)?$/.test(plain)) return Number(plain.replaceAll('.', '').replace(',', '.'))
  if (/^\d+(?:[.,]\d+)?$/.test(plain)) return Number(plain.replace(',', '.'))
  return null
}

function isRecord (value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
