import { z } from 'zod'
import { blockSchema, pictureFile, storedPicture } from './blocks.js'
import { fieldErrors, type FieldError } from './field-errors.js'
import { day, line, list, object } from './field-types.js'
import { SLUG, slugFrom } from './slug.js'

const MAX_BLOCKS = 40
/** In all: three times what a mail program shows without clipping. */
const MAX_CHARACTERS = 300_000

const slug = line('Die Kurzadresse', 80)
  .regex(SLUG, 'Die Kurzadresse (slug) darf nur Kleinbuchstaben ohne Umlaute, Ziffern und einzelne Bindestriche enthalten.')

function issueSchema<P extends z.ZodType, S extends z.ZodType> (picture: P, slugField: S) {
  return object('Die Ausgabe', {
    subject: line('Der Betreff', 200).optional(),
    title: line('Der Titel', 150),
    preheader: line('Der Vorspann (preheader)', 300, 'Fassen Sie die Ausgabe in ein bis zwei Sätzen zusammen.'),
    date: day('Das Datum'),
    slug: slugField,
    blocks: list('Die Liste der Blöcke', blockSchema(picture), MAX_BLOCKS)
  }).refine(issue => JSON.stringify(issue).length <= MAX_CHARACTERS, `Die Ausgabe ist zu lang. Erlaubt sind im Ganzen höchstens ${MAX_CHARACTERS.toLocaleString('de-DE')} Zeichen.`)
}

/** An issue as a file holds it: pictures are files, the slug may be left to the title. */
const draftSchema = issueSchema(pictureFile, slug.optional())

/** An issue as the service keeps it: self-contained JSON. */
export const contentSchema = issueSchema(storedPicture, slug)

export type IssueDraft = z.infer<typeof draftSchema>
export type IssueContent = z.infer<typeof contentSchema>
export type Block = IssueContent['blocks'][number]

export type Parsed<T> = { ok: true, content: T } | { ok: false, errors: FieldError[] }

/** Checks what an editor wrote. Every error names block and field in German. */
export function parseDraft (input: unknown): Parsed<IssueDraft & { slug: string }> {
  const result = draftSchema.safeParse(input)
  if (!result.success) return { ok: false, errors: fieldErrors(result.error, input) }
  return { ok: true, content: { ...result.data, slug: result.data.slug ?? slugFrom(result.data.title) } }
}

/** Checks a self-contained issue, as it comes from the database or the programming interface. */
export function parseContent (input: unknown): Parsed<IssueContent> {
  const result = contentSchema.safeParse(input)
  return result.success ? { ok: true, content: result.data } : { ok: false, errors: fieldErrors(result.error, input) }
}
