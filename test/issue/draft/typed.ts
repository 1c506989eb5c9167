import fc from 'fast-check'
import type { FormField } from '../../../src/issue/blocks/form.js'
import type { DraftFields } from '../../../src/issue/draft/fields.js'

const NUMBERS = /[0-9]{1,3}(?:\.[0-9]{3})?(?:,5)?/

/** Anything that might be typed into a form, finished or not. */
export function typed (form: readonly FormField[]): fc.Arbitrary<DraftFields> {
  return fc.record(Object.fromEntries(form.map((field): [string, fc.Arbitrary<DraftFields[string]>] => {
    if (field.input === 'list') return [field.key, fc.array(typed(field.fields), { maxLength: 4 })]
    if ('fields' in field) return [field.key, typed(field.fields)]
    return [field.key, fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(NUMBERS), fc.constant(''))]
  })), { requiredKeys: [] }) as fc.Arbitrary<DraftFields>
}
