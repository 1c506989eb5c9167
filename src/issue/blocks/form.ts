import { z } from 'zod'
import { metaOf, type InputKind } from '../content/field-meta.js'
import { storedPicture } from '../content/picture-fields.js'

interface Common {
  key: string
  /** What stands above the field. */
  label: string
  required: boolean
  /** A sentence that helps to fill it in. */
  hint: string | null
}

/** A field that is typed as text. */
export type TextField = Common & { input: InputKind, max: number | null }
/** Fields that belong together, or a picture with what is said of it. */
export type GroupField = Common & { input: 'group' | 'picture', fields: readonly FormField[] }
/** Rows of the same fields. `entry` names one of them: "Termin". */
export type ListField = Common & { input: 'list', entry: string, most: number, fields: readonly FormField[] }

/** One field of the form for a kind of block. */
export type FormField = TextField | GroupField | ListField

/** What a kind says of a field, by its path: "registration.url". */
export type FormTexts = Readonly<Record<string, { label?: string, hint?: string, required?: boolean }>>

type Shape = Readonly<Record<string, z.core.$ZodType>>

interface Kind {
  fields: Shape
  hasPicture: boolean
  parts: Readonly<Record<string, string>>
  entries: Readonly<Record<string, string>>
  texts: FormTexts
}

const PICTURE_TEXTS: FormTexts = {
  // The checks want it unless the picture is decorative; so it is not marked as optional.
  'picture.alt': { hint: 'Beschreiben Sie in einem Satz, was zu sehen ist.', required: true },
  'picture.decorative': {
    label: 'Das Bild ist rein schmückend',
    hint: 'Dann braucht es keinen Alternativtext: Wer es nicht sieht, verpasst nichts.'
  }
}

/** The form of a kind of block, made from the types of its fields. */
export function formOf (kind: Kind): FormField[] {
  const fields = fieldsOf(kind, kind.fields, '')
  if (!kind.hasPicture) return fields
  const described = fieldsOf({ ...kind, texts: PICTURE_TEXTS }, storedPicture.shape, 'picture.')
  const picture = { key: 'picture', label: 'Bild', required: false, hint: null, input: 'picture' as const }
  return [...fields, { ...picture, fields: described }]
}

function fieldsOf (kind: Kind, shape: Shape, before: string): FormField[] {
  return Object.entries(shape).map(([key, schema]) => fieldOf(kind, key, schema, before))
}

function fieldOf (kind: Kind, key: string, schema: z.core.$ZodType, before: string): FormField {
  const inner = schema instanceof z.ZodOptional ? schema.unwrap() : schema
  const { input, name, max } = metaOf(inner)
  const path = before + key
  const own = kind.texts[path]
  const required = own?.required ?? !(schema instanceof z.ZodOptional)
  const common = { key, required, hint: own?.hint ?? null, label: own?.label ?? labelOf(kind.parts[key] ?? name) }
  if (input === 'group' && inner instanceof z.ZodObject) {
    return { ...common, input, fields: fieldsOf(kind, inner.shape, `${path}.`) }
  }
  if (input === 'list' && inner instanceof z.ZodArray && inner.element instanceof z.ZodObject) {
    const fields = fieldsOf(kind, inner.element.shape, `${path}.`)
    return { ...common, input, entry: kind.entries[key] ?? 'Eintrag', most: max ?? 40, fields }
  }
  if (input === 'group' || input === 'list') throw new Error(`a form cannot show the field "${path}"`)
  return { ...common, input, max: max ?? null }
}

/** "Die Überschrift" is "Überschrift" above its field. */
function labelOf (name: string): string {
  return name.replace(/^(?:Der|Die|Das) /, '').replace(/,$/, '')
}
