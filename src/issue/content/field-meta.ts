import { z } from 'zod'

/** How a field is typed: one line, plain text, Markdown, a day, a day with a time, and so on. */
export type InputKind = 'line' | 'paragraph' | 'prose' | 'day' | 'moment' | 'url' | 'email' | 'amount' | 'choice'

/** What a form needs to know of a field besides its key. */
export interface FieldMeta {
  input: InputKind | 'group' | 'list'
  /** Its German name with article: "Die Überschrift". */
  name: string
  /** Characters of a text, or entries of a list, at most. */
  max?: number
}

const described = z.registry<FieldMeta>()

/**
 * Notes on a schema what a form needs to know. Schemas that are made of it by checks have it too.
 */
export function describe<S extends z.ZodType> (schema: S, meta: FieldMeta): S {
  described.add(schema, meta as Parameters<typeof described.add>[1])
  return schema
}

/** What was noted of a schema. Throws if nothing was: then a form could not show the field. */
export function metaOf (schema: z.core.$ZodType): FieldMeta {
  const meta = described.get(schema)
  if (meta === undefined) throw new Error('a field of an issue is made by field-types.ts, so that forms know it')
  return meta
}
