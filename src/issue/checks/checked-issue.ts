import type { Block, BlockKind } from '../blocks/block-kind.js'
import { findKind } from '../blocks/registry.js'
import { parseContent, parseDraft } from '../content/content.js'
import type { FieldError } from '../content/field-errors.js'
import { slugFrom } from '../content/slug.js'
import { HEAD_FORM } from '../draft/head.js'
import type { RenderedIssue } from '../render/render.js'
import { linksOf, type Link } from './link-fields.js'
import { passagesOf, type Passage } from './passages.js'
import { asList, isRecord, textFields, valueAt, type TextField } from './text-fields.js'

/** A block as its editor left it. */
export interface CheckedBlock {
  index: number
  /** Null for a kind that nobody knows. */
  kind: BlockKind | null
  values: Readonly<Record<string, unknown>>
  /** The block as its schema reads it; null while something is missing or wrong. */
  whole: Block | null
}

/** An issue, finished or not, as the checks see it. */
export interface CheckedIssue {
  /** What the editor wrote. */
  values: unknown
  errors: readonly FieldError[]
  /** Every text of the head and the blocks. */
  texts: readonly TextField[]
  /** The texts once more, as readers read them: paragraph by paragraph, without marks. */
  passages: readonly Passage[]
  links: readonly Link[]
  blocks: readonly CheckedBlock[]
  /** Null while the issue cannot be rendered. */
  rendered: RenderedIssue | null
  /** When it will be sent, as clocks in Hesse show it: "2027-03-04 09:30". */
  sendAt: string
  publicUrl: string
}

interface Subject {
  issue: unknown
  rendered: RenderedIssue | null
  sendAt: string
  errors?: readonly FieldError[] | undefined
}

/** Nobody reads the slug as a text. */
const HEAD = HEAD_FORM.filter(({ key }) => key !== 'slug')

/** Prepares an issue for the checks: everything that several of them need is read once. */
export function readCheckedIssue (
  { kinds, publicUrl }: { kinds: readonly BlockKind[], publicUrl: string }, { issue, rendered, sendAt, errors }: Subject
): CheckedIssue {
  const blocks = asList(valueAt(issue, ['blocks'])).map((values, index) => checkedBlock(kinds, values, index))
  const texts = [
    ...textFields(null, HEAD, issue),
    ...blocks.flatMap(({ index, kind, values }) => textFields(index, kind?.form ?? [], values))
  ]
  return {
    values: issue,
    errors: errors ?? errorsOf(kinds, issue),
    texts,
    passages: texts.flatMap(passagesOf),
    links: texts.flatMap(linksOf),
    blocks,
    rendered,
    sendAt,
    publicUrl
  }
}

function checkedBlock (kinds: readonly BlockKind[], input: unknown, index: number): CheckedBlock {
  const values = isRecord(input) ? input : {}
  const kind = findKind(kinds, values['type'])
  const read = hasPictureFile(values) ? kind?.draft.safeParse(values) : kind?.readStored(values)
  return { index, kind, values, whole: read?.success === true ? read.data as Block : null }
}

/** Files name their pictures, drafts and stored issues hold them. Both may lack a slug. */
function errorsOf (kinds: readonly BlockKind[], issue: unknown): readonly FieldError[] {
  const hasFiles = asList(valueAt(issue, ['blocks'])).some(hasPictureFile)
  const title = valueAt(issue, ['title'])
  const slug = slugFrom(typeof title === 'string' ? title : '')
  const parsed = hasFiles
    ? parseDraft(issue, kinds)
    : parseContent(isRecord(issue) ? { slug, ...issue } : issue, kinds)
  return parsed.ok ? [] : parsed.errors
}

function hasPictureFile (block: unknown): boolean {
  return valueAt(block, ['picture', 'file']) !== undefined
}
