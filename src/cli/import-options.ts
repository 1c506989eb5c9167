import { InvalidArgumentError } from 'commander'
import { FIELDS, type Columns, type Field } from '../privacy/import/columns.js'
import type { Delimiter } from '../privacy/import/records.js'

export const DELIMITER_NAMES: Readonly<Record<'comma' | 'semicolon' | 'tab', Delimiter>> =
  { comma: ',', semicolon: ';', tab: '\t' }

/** `email=E-Mail` or `email=2`. */
export interface ChosenColumn { field: Field, name: string }

/** Reads one more `--column`. */
export function collectColumn (text: string, before: ChosenColumn[]): ChosenColumn[] {
  const [, field = '', name = ''] = /^([a-z]+)=(.+)$/.exec(text) ?? []
  const known = FIELDS.find(each => each === field)
  if (known === undefined) throw new InvalidArgumentError(`it is email=E-Mail, for example: ${FIELDS.join(', ')}`)
  return [...before, { field: known, name }]
}

/** Columns as guessed, with those that were chosen. Throws an Error for one that is not there. */
export function chosenColumns (guessed: Columns, chosen: readonly ChosenColumn[], first: readonly string[]): Columns {
  const columns: Record<Field, number | null> = { ...guessed }
  for (const { field, name } of chosen) {
    const named = first.findIndex(each => each.trim() === name)
    const place = named === -1 && /^\d{1,3}$/.test(name) ? Number(name) - 1 : named
    if (place < 0 || place >= first.length) throw new Error(`the first line has no column ${JSON.stringify(name)}`)
    columns[field] = place
  }
  return columns
}
