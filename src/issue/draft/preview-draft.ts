import type { Pool } from 'pg'
import type { Clock } from '../../platform/clock.js'
import type { Publisher } from '../../platform/newsletter/publisher.js'
import type { FillTemplate } from '../../platform/templates.js'
import { dayOf } from '../../platform/text/dates.js'
import { de } from '../../texts/de.js'
import { findPlace } from '../approve.js'
import type { Block } from '../blocks/block-kind.js'
import { BLOCK_KINDS, findKind } from '../blocks/registry.js'
import { checkIssueContent } from '../checks/check-content.js'
import type { Finding } from '../checks/finding.js'
import { headFields, parseContent, type IssueContent } from '../content/content.js'
import { slugFrom } from '../content/slug.js'
import { mailHash } from '../mail-hash.js'
import { renderIssue, type RenderedIssue } from '../render/render.js'
import { draftInput, type Draft } from './read-draft.js'

export interface PreviewDeps {
  pool: Pool
  clock: Clock
  fill: FillTemplate
  publisher: Publisher
  publicUrl: string
}

/** A draft as readers would get it now. */
export interface DraftPreview {
  number: number
  mail: RenderedIssue
  /** Of the mail as it is, see `mailHash`; null while something is left out. */
  hash: string | null
  /** Bytes. */
  htmlSize: number
  textSize: number
  /** About how many bytes of the HTML each block that is shown makes, by its id. */
  weights: Map<string, number>
  /** The ids of blocks that are unfinished and are left out. */
  leftOut: string[]
  findings: Finding[]
}

/**
 * Renders a draft with the number and the address that it would get if it were approved now, and
 * checks it. Blocks that are unfinished are left out, and a missing head is made up, so that what
 * is there can be seen.
 */
export async function previewDraft (deps: PreviewDeps, draft: Draft): Promise<DraftPreview> {
  const { fill, publisher, publicUrl, clock } = deps
  const input = draftInput(draft)
  const { content, leftOut, whole } = readable(input, dayOf(clock.now()))
  const { number, slug } = await findPlace(deps, content.slug)
  const mail = await renderIssue({ ...content, slug }, { number, publisher, publicUrl, fill })
  const findings = checkIssueContent({ publicUrl }, {
    issue: input, rendered: whole ? mail : null, sendAt: clock.now()
  })
  return {
    number,
    mail,
    hash: whole ? mailHash(mail) : null,
    htmlSize: Buffer.byteLength(mail.html),
    textSize: Buffer.byteLength(mail.text),
    leftOut: leftOut.flatMap(index => draft.blocks[index]?.id ?? []),
    weights: weigh(mail, draft.blocks.filter((_, index) => !leftOut.includes(index))),
    findings
  }
}

/**
 * Shares the HTML out among the blocks. What all have in common, such as the styles, is shared out,
 * too: it is about a fifth of a usual mail.
 */
function weigh ({ html, weights }: RenderedIssue, shown: ReadonlyArray<{ id: string }>): Map<string, number> {
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const size = Buffer.byteLength(html)
  return new Map(shown.map(({ id }, index) => [id, Math.round(size * (weights[index] ?? 0) / total)]))
}

interface Readable { content: IssueContent, leftOut: number[], whole: boolean }

/** What of a draft can be rendered. `whole` if that is all of it. */
function readable (input: Record<string, unknown>, today: string): Readable {
  const title = typeof input['title'] === 'string' ? input['title'] : de.desk.preview.noTitle
  const parsed = parseContent({ ...input, slug: input['slug'] ?? slugFrom(title) })
  if (parsed.ok) return { content: parsed.content, leftOut: [], whole: true }
  const blocks = (input['blocks'] as unknown[]).map(readBlock)
  const leftOut = blocks.flatMap((block, index) => block === null ? [index] : [])
  const content = {
    ...readHead(input, today),
    slug: slugFrom(title),
    blocks: blocks.filter(block => block !== null)
  }
  return { content, leftOut, whole: false }
}

function readBlock (input: unknown): Block | null {
  const kind = findKind(BLOCK_KINDS, (input as { type?: unknown }).type)
  const result = kind?.stored.safeParse(input)
  return result?.success === true ? result.data as Block : null
}

function readHead (input: Record<string, unknown>, today: string): Omit<IssueContent, 'slug' | 'blocks'> {
  const { noTitle, noPreheader } = de.desk.preview
  const read = (key: 'title' | 'preheader' | 'date', otherwise: string): string => {
    const result = headFields[key].safeParse(input[key])
    return result.success ? result.data : otherwise
  }
  const subject = headFields.subject.safeParse(input['subject'])
  return {
    ...(subject.success && subject.data !== undefined ? { subject: subject.data } : {}),
    title: read('title', noTitle),
    preheader: read('preheader', noPreheader),
    date: read('date', today)
  }
}
