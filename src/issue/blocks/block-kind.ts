import { z } from 'zod'
import { memoSync } from '../../platform/memo.js'
import type { Texts } from '../../texts/de.js'
import { object } from '../content/field-types.js'
import { pictureFile, storedPicture, type PictureFile, type StoredPicture } from '../content/picture-fields.js'
import type { Format } from '../render/format.js'
import { formOf, type FormField, type FormTexts } from './form.js'

/** One block of an issue. Only its own kind knows its other fields. */
export interface Block {
  type: string
  picture?: StoredPicture
  [field: string]: unknown
}

/** A block as a file holds it: its picture is a file. */
export type DraftBlock = Omit<Block, 'picture'> & { type: string, picture?: PictureFile }

/** What a view may need besides its block. */
export interface ViewContext {
  texts: Texts
  format: Format
  /** Markdown as this channel (mail, page, text) shows it. */
  show: (markdown: string) => string
  /** The headings of the blocks after this one. */
  following: () => Array<{ id: string, title: string, label: string | null }>
}

/**
 * A day, or a day and a time, after which what a block tells is over: an event that has ended, or a
 * deadline that has passed.
 */
export interface Deadline { name: string, ends: 'event' | 'deadline', date: string, field: readonly string[] }

/** What a calendar needs to know of a block. Days and times are wall-clock values in Hesse. */
export interface CalendarFacts {
  /** In Markdown; empty for none. */
  description: string
  dates: Array<{ start: string, end?: string | undefined, place: string, address?: string | undefined }>
  registration: { url: string, deadline?: string | undefined } | null
}

type Fields = z.core.$ZodLooseShape
type OwnBlock<F extends Fields> = z.infer<z.ZodObject<F, z.core.$strict>> & { picture?: StoredPicture }

/** What a file in this folder says about its kind of block. */
interface Definition<F extends Fields> {
  /**
   * The value of `type` in a file, and the name of the three templates:
   * issue/{mail,text,page}/<type>.
   */
  type: string
  /** What editors' messages call it. */
  name: string
  /** What it is for, as a German sentence for editors (docs/issue-format.md). */
  purpose: string
  /** Its fields in YAML, as an example that the check accepts (docs/issue-format.md). */
  example: string
  fields: F
  /** Whether it may hold one picture, under `picture`. */
  hasPicture?: boolean
  /** German names of fields that hold fields, for error locations: "Block 3 (Artikel), Zitat". */
  parts?: Readonly<Record<string, string>>
  /** German names of the entries of a list: "Block 3 (Downloads), Datei 2". */
  entries?: Readonly<Record<string, string>>
  /** Labels and hints of its form, where the names of its fields do not say enough. */
  form?: FormTexts
  /** The heading that readers see. */
  heading: (block: OwnBlock<F>, texts: Texts) => string | null
  /** What stands above the heading, and behind it in the table of contents. */
  label?: (block: OwnBlock<F>, texts: Texts) => string | null
  /**
   * How many words of running text there are; facts, names and addresses are looked up, not read.
   */
  words?: (block: OwnBlock<F>) => number
  deadlines?: (block: OwnBlock<F>) => Deadline[]
  /** Of a kind whose blocks tell when something takes place. */
  calendar?: (block: OwnBlock<F>) => CalendarFacts
  /** What its templates need besides `type`, `id`, `heading` and `label`. */
  view: (block: OwnBlock<F>, context: ViewContext) => Record<string, unknown>
}

type Described = 'type' | 'name' | 'purpose' | 'example' | 'hasPicture' | 'parts' | 'entries'

/** A kind of block, as the rest of the issue knows it: every kind looks the same. */
export type BlockKind = Required<Pick<Definition<Fields>, Described>> & {
  fields: Fields
  /** The fields of its form, in their order. */
  form: readonly FormField[]
  draft: z.ZodObject
  stored: z.ZodObject
  /** The same for JSON. It remembers what it read: of an issue, one block changes at a time. */
  readStored: (input: unknown) => z.ZodSafeParseResult<Record<string, unknown>>
  heading: (block: Block, texts: Texts) => string | null
  label: (block: Block, texts: Texts) => string | null
  words: (block: Block) => number
  deadlines: (block: Block) => Deadline[]
  calendar: (block: Block) => CalendarFacts | null
  view: (block: Block, context: ViewContext) => Record<string, unknown>
}

/** Blocks of a kind: those of some fifty issues. */
const MOST_READ = 1_000

/**
 * Makes a kind of block from what is particular about it. Its functions are only ever given blocks
 * that its own schema has accepted, so that they may rely on their fields.
 */
export function defineBlock<F extends Fields> (definition: Definition<F>): BlockKind {
  const { type, fields, hasPicture = false } = definition
  const own = (block: Block): OwnBlock<F> => block as unknown as OwnBlock<F>
  const schema = (picture: z.ZodType): z.ZodObject =>
    object('Der Block', { type: z.literal(type), ...fields, ...(hasPicture ? { picture: picture.optional() } : {}) })
  const parts = { ...(hasPicture ? { picture: 'Bild' } : {}), ...definition.parts }
  const entries = definition.entries ?? {}
  const stored = schema(storedPicture)
  return {
    ...definition,
    hasPicture,
    parts,
    entries,
    form: formOf({ fields, hasPicture, parts, entries, texts: definition.form ?? {} }),
    draft: schema(pictureFile),
    stored,
    readStored: memoSync(input => stored.safeParse(input), { most: MOST_READ, keyOf: JSON.stringify }),
    heading: (block, texts) => definition.heading(own(block), texts),
    label: (block, texts) => definition.label?.(own(block), texts) ?? null,
    words: block => definition.words?.(own(block)) ?? 0,
    deadlines: block => definition.deadlines?.(own(block)) ?? [],
    calendar: block => definition.calendar?.(own(block)) ?? null,
    view: (block, context) => definition.view(own(block), context)
  }
}
