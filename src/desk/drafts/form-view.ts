import type { FormField } from '../../issue/blocks/form.js'
import type { DraftFields } from '../../issue/draft/fields.js'
import { richTextHtml } from '../../issue/rich-text/html.js'

/** A row of a list. `fault`: what is wrong with its file; `said`: with reading its address. */
interface RowView {
  index: number
  label: string
  fields: FieldView[]
  takesFile: boolean
  fault: string | null
  said: string | null
}

/** A field as a template shows it. All have all keys, because templates know no missing ones. */
export interface FieldView {
  control: 'input' | 'textarea' | 'prose' | 'moment' | 'choice' | 'group' | 'picture' | 'list'
  id: string
  name: string
  label: string
  hint: string | null
  required: boolean
  /** Of an input. */
  type: 'text' | 'url' | 'email' | 'date'
  /** How a phone's keyboard helps. */
  mode: 'text' | 'decimal'
  value: string
  /** Of a moment: "09:30" or nothing. */
  time: string
  /** Of prose: the text as HTML for the editor of formatted text; null if it cannot hold it. */
  html: string | null
  max: number | null
  rows: number
  fields: FieldView[]
  /** Of a list. */
  entries: RowView[]
  entry: string
  canAdd: boolean
  /** Of a picture: the address under which it is shown; empty without one. */
  src: string
  /** Of a picture: the text that its author gives for it. */
  alt: string
  /** Of a picture: why the file that was chosen is not taken. */
  fault: string | null
}

/**
 * Where the fields of a form are, which page they are on, and what is wrong with their files, by
 * the names of fields ("picture.file") and rows ("files.0").
 */
interface Place { id: string, name: string, base: string, faults?: ReadonlyMap<string, string> }

/**
 * A form with what was typed into it. Its fields are made when they are asked for; until then, what
 * it says of itself as JSON tells it from any other of the same kind.
 */
export interface FormView extends Iterable<FieldView> { toJSON: () => unknown }

/** A form as a template shows it. Its place says which kind it is. */
export function showForm (form: readonly FormField[], fields: DraftFields, place: Place): FormView {
  return {
    [Symbol.iterator]: () => showFields(form, fields, place)[Symbol.iterator](),
    toJSON: () => ({ fields, ...place, faults: [...place.faults ?? []] })
  }
}

function showFields (form: readonly FormField[], fields: DraftFields, place: Place): FieldView[] {
  return form.map(field => showField(field, fields[field.key], {
    ...place,
    id: `${place.id}-${field.key}`,
    name: place.name === '' ? field.key : `${place.name}.${field.key}`
  }))
}

function showField (field: FormField, value: DraftFields[string] | undefined, place: Place): FieldView {
  const { id, name, base, faults } = place
  const { label, hint, required } = field
  const view = { ...EMPTY, id, name, label, hint, required }
  if (field.input === 'list') {
    return { ...view, ...showList(field, Array.isArray(value) ? value : [], place) }
  }
  if ('fields' in field) {
    const group = typeof value === 'object' && !Array.isArray(value) ? value : {}
    const fields = showFields(field.fields, group, place)
    const picture = group['name']
    const src = field.input === 'picture' && typeof picture === 'string' ? `${base}/bilder/${picture}` : ''
    const alt = typeof group['alt'] === 'string' ? group['alt'] : ''
    return { ...view, control: field.input, fields, src, alt, fault: faults?.get(`${name}.file`) ?? null }
  }
  const text = typeof value === 'string' ? value : ''
  return { ...view, value: text, max: field.max, ...showText(field.input, text) }
}

type List = Extract<FormField, { input: 'list' }>

function showList (field: List, rows: readonly DraftFields[], place: Place): Partial<FieldView> {
  const { id, name, faults } = place
  return {
    control: 'list',
    entry: field.entry,
    canAdd: rows.length < field.most,
    entries: rows.map((row, index) => ({
      index,
      label: `${field.entry} ${index + 1}`,
      // Type and size of a file are read from it.
      takesFile: field.fields.some(({ key }) => key === 'size'),
      fault: faults?.get(`${name}.${index}.file`) ?? null,
      said: faults?.get(`${name}.${index}`) ?? null,
      fields: showFields(field.fields, row, { ...place, id: `${id}-${index}`, name: `${name}.${index}` })
    }))
  }
}

const DAY = /^\d{4}-\d{2}-\d{2}$/
const MOMENT = /^(\d{4}-\d{2}-\d{2})(?:[ T](\d{2}:\d{2}))?$/

/** No control loses text: a browser would drop what is not a date from a date field. */
function showText (input: string, text: string): Partial<FieldView> {
  if (input === 'prose') return { control: 'prose', html: richTextHtml(text), rows: rowsOf(text, 8) }
  if (input === 'paragraph' || text.includes('\n')) return { control: 'textarea', rows: rowsOf(text, 3) }
  if (input === 'choice') return { control: 'choice' }
  if (input === 'day' && (text === '' || DAY.test(text))) return { type: 'date' }
  if (input === 'moment' && (text === '' || MOMENT.test(text))) {
    const [, date = '', time = ''] = MOMENT.exec(text) ?? []
    return { control: 'moment', type: 'date', value: date, time }
  }
  if (input === 'amount') return { mode: 'decimal' }
  return input === 'url' || input === 'email' ? { type: input } : {}
}

function rowsOf (text: string, least: number): number {
  const lines = text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / 80)), 0)
  return Math.min(Math.max(lines + 1, least), 30)
}

const EMPTY: FieldView = {
  control: 'input',
  id: '',
  name: '',
  label: '',
  hint: null,
  required: false,
  type: 'text',
  mode: 'text',
  value: '',
  time: '',
  html: null,
  max: null,
  rows: 0,
  fields: [],
  entries: [],
  entry: '',
  canAdd: false,
  src: '',
  alt: '',
  fault: null
}
