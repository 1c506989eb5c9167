import { formOf, type FormField } from '../blocks/form.js'
import { headFields } from '../content/content.js'
import { readFields, type DraftFields } from './fields.js'

/** The form for what an issue says besides its blocks. */
export const HEAD_FORM: readonly FormField[] = formOf({
  fields: headFields,
  hasPicture: false,
  parts: {},
  entries: {},
  texts: {
    subject: { hint: 'Bleibt das Feld leer, entsteht der Betreff aus Name, Nummer und Titel der Ausgabe.' },
    preheader: { label: 'Vorspann', hint: 'Postfächer zeigen ihn hinter dem Betreff.' },
    date: { hint: 'Der Tag, der auf der Ausgabe steht.' },
    slug: { hint: 'Der letzte Teil der Webadresse. Bleibt das Feld leer, entsteht er aus dem Titel.' }
  }
})

type HeadRow = Readonly<Record<'subject' | 'title' | 'preheader' | 'date' | 'slug', string>>

/** The head as a form reads it: fields without text are left out. */
export function headOf (row: HeadRow): DraftFields {
  return readFields(HEAD_FORM, row)
}

/** The head as its row holds it: every field is a text. */
export function headRow (fields: DraftFields): HeadRow {
  const text = (key: string): string => typeof fields[key] === 'string' ? fields[key] : ''
  return {
    subject: text('subject'), title: text('title'), preheader: text('preheader'), date: text('date'), slug: text('slug')
  }
}
