import { z } from 'zod'
import type { Block, BlockKind, DraftBlock } from '../blocks/block-kind.js'
import { BLOCK_KINDS, findKind } from '../blocks/registry.js'
import { suggest } from '../../platform/text/suggest.js'
import { fieldErrors, type FieldError } from './field-errors.js'
import { day, line, list, object } from './field-types.js'
import { SLUG, slugFrom } from './slug.js'

/** Blocks that an issue can have. */
export const MAX_BLOCKS = 40
/** In all: three times what a mail program shows without clipping. */
const MAX_CHARACTERS = 300_000
const TOO_LONG = 'Die Ausgabe ist zu lang. Erlaubt sind im Ganzen höchstens ' +
  `${MAX_CHARACTERS.toLocaleString('de-DE')} Zeichen.`

const slug = line('Die Kurzadresse', 80).regex(SLUG,
  'Die Kurzadresse darf nur Kleinbuchstaben ohne Umlaute, Ziffern und einzelne Bindestriche enthalten.')

/** What an issue says besides its blocks and its slug. */
const head = {
  subject: line('Der Betreff', 200).optional(),
  title: line('Der Titel', 150),
  preheader: line('Der Vorspann', 300, 'Fassen Sie die Ausgabe in ein bis zwei Sätzen zusammen.'),
  date: day('Das Datum')
}

/** What a form for the head of an issue asks for. */
export const headFields = { ...head, slug: slug.optional() }

interface Head { subject?: string | undefined, title: string, preheader: string, date: string, slug: string }

/** An issue as a file holds it: pictures are files. */
export interface IssueDraft extends Head { blocks: DraftBlock[] }

/** An issue as the service keeps it: self-contained JSON. */
export interface IssueContent extends Head { blocks: Block[] }

export type Parsed<T> = { ok: true, content: T } | { ok: false, errors: FieldError[] }

/**
 * Checks what an editor wrote. Every error names block and field in German. A missing slug is made
 * from the title.
 */
export function parseDraft (input: unknown, kinds: readonly BlockKind[] = BLOCK_KINDS): Parsed<IssueDraft> {
  const block = blockSchema<DraftBlock>(kinds, (kind, block) => kind.draft.safeParse(block))
  const result = issueSchema(slug.optional(), block).safeParse(input)
  if (!result.success) return { ok: false, errors: fieldErrors(kinds, result.error, input) }
  return { ok: true, content: { ...result.data, slug: result.data.slug ?? slugFrom(result.data.title) } }
}

/** Checks a self-contained issue, as it comes from the database or the programming interface. */
export function parseContent (input: unknown, kinds: readonly BlockKind[] = BLOCK_KINDS): Parsed<IssueContent> {
  const result = issueSchema(slug, blockSchema<Block>(kinds, (kind, block) => kind.readStored(block))).safeParse(input)
  if (!result.success) return { ok: false, errors: fieldErrors(kinds, result.error, input) }
  return { ok: true, content: result.data }
}

function issueSchema<S extends z.ZodType, B extends z.ZodType> (slugField: S, block: B) {
  return object('Die Ausgabe', { ...head, slug: slugField, blocks: list('Die Liste der Blöcke', block, MAX_BLOCKS) })
    .refine(issue => JSON.stringify(issue).length <= MAX_CHARACTERS, TOO_LONG)
}

type ReadBlock = (kind: BlockKind, block: unknown) => z.ZodSafeParseResult<Record<string, unknown>>

/** One block, judged by the schema of its kind. */
function blockSchema<B> (kinds: readonly BlockKind[], read: ReadBlock): z.ZodType<B> {
  return z.unknown().transform((input, context) => {
    const kind = typeof input === 'object' && input !== null && 'type' in input ? findKind(kinds, input.type) : null
    const result = kind === null ? null : read(kind, input)
    if (result?.success === true) return result.data as B
    for (const problem of result?.error.issues ?? []) context.addIssue({ ...problem, path: [...problem.path] })
    if (result === null) context.addIssue({ code: 'custom', message: wrongType(kinds, input) })
    return z.NEVER
  })
}

function wrongType (kinds: readonly BlockKind[], block: unknown): string {
  const known = `Bekannt sind: ${kinds.map(kind => kind.type).join(', ')}.`
  const type = typeof block === 'object' && block !== null && 'type' in block ? block.type : undefined
  if (typeof type !== 'string') return `Die Angabe „type“ fehlt. ${known}`
  const meant = typeMeant(kinds, type)
  return `Die Blockart „${type.slice(0, 40)}“ ist unbekannt. ` +
    `${meant === null ? known : `Meinten Sie „${meant}“?`}`
}

/** Editors may write the German name of a block where its type belongs. */
function typeMeant (kinds: readonly BlockKind[], typed: string): string | null {
  const names = new Map(kinds.flatMap(({ type, name }) => [[type, type], [name.toLowerCase(), type]]))
  const near = suggest(typed, [...names.keys()])
  return near === null ? null : names.get(near) ?? null
}
