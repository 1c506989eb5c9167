import type { Pool } from 'pg'
import type { Clock } from '../../platform/clock.js'
import type { Queryable } from '../../platform/database/pool.js'
import { memo, memoSync } from '../../platform/memo.js'
import type { House, HouseNow } from '../../platform/newsletter/house.js'
import { wallClock } from '../../platform/text/dates.js'
import { de } from '../../texts/de.js'
import type { Block } from '../blocks/block-kind.js'
import { BLOCK_KINDS, findKind } from '../blocks/registry.js'
import { checkIssueContent } from '../checks/check-content.js'
import type { Finding } from '../checks/finding.js'
import { headFields, parseContent, type IssueContent } from '../content/content.js'
import type { FieldError } from '../content/field-errors.js'
import { slugFrom } from '../content/slug.js'
import { mailHash } from '../approval/mail-hash.js'
import { findPlace, type Place } from '../place.js'
import { createIssueRenderer, type RenderedIssue, type RendererOptions } from '../render/render.js'
import { draftInput, type Draft } from './read-draft.js'

export interface PreviewDeps extends Omit<RendererOptions, 'publisher' | 'accent' | 'logo'> {
  pool: Pool
  clock: Clock
  house: House
}

/** A draft as readers would get it now. */
export interface DraftPreview {
  number: number
  slug: string
  /** What of the draft can be shown. */
  content: IssueContent
  mail: RenderedIssue
  /** Of the mail as it is, see `mailHash`; null while something is left out. */
  hash: string | null
  /** Bytes. */
  htmlSize: number
  textSize: number
  /** How many bytes of the HTML each block that is shown makes, by its id. */
  weights: Map<string, number>
  /** The ids of blocks that are unfinished and are left out. */
  leftOut: string[]
  findings: Finding[]
}

/**
 * `db`: the transaction that holds the draft, where there is one. `sendAt`: when it will be sent;
 * without it, as soon as it may.
 */
export type PreviewDraft = (draft: Draft, options?: { db?: Queryable, sendAt?: Date }) => Promise<DraftPreview>

/**
 * Makes what renders a draft with the number and the address that it would get if it were approved
 * now, and checks it. Blocks that are unfinished are left out, and a missing head is made up, so
 * that what is there can be seen.
 *
 * It remembers the last previews: the page of a preview and the frame in it show the same one.
 */
export function createDraftPreview (deps: PreviewDeps): PreviewDraft {
  const rendererFor = memoSync(
    (look: Look) => createIssueRenderer({ ...deps, ...look }), { most: 2, keyOf: JSON.stringify }
  )
  const preview = memo(async ({ draft, place: { number, slug }, sendAt, look }: Asked): Promise<DraftPreview> => {
    const input = draftInput(draft)
    const { content, leftOut, errors } = readable(input, sendAt.slice(0, 10))
    const mail = await rendererFor(look)({ ...content, slug }, number)
    const whole = errors.length === 0
    const shown = draft.blocks.filter((_, index) => !leftOut.includes(index))
    return {
      number,
      slug,
      content,
      mail,
      hash: whole ? mailHash(mail) : null,
      htmlSize: Buffer.byteLength(mail.html),
      textSize: Buffer.byteLength(mail.text),
      leftOut: leftOut.flatMap(index => draft.blocks[index]?.id ?? []),
      weights: new Map(shown.map(({ id }, index) => [id, mail.weights[index] ?? 0])),
      findings: checkIssueContent(deps, {
        issue: input, rendered: whole ? mail : null, sendAt, errors
      })
    }
  }, { most: 50, keyOf: JSON.stringify })
  return async (draft, { db = deps.pool, sendAt } = {}) => {
    const place = await findPlace({ db }, { wanted: wantedSlug(draft), draft: draft.id })
    const { head, blocks } = draft
    const when = sendAt === undefined ? soonest(draft, wallClock(deps.clock.now())) : wallClock(sendAt)
    const { publisher, accent, logo } = await deps.house.read({ db })
    return await preview({ draft: { head, blocks }, place, sendAt: when, look: { publisher, accent, logo } })
  }
}

/** `sendAt`: as clocks in Hesse show it. */
interface Asked { draft: Written, place: Place, sendAt: string, look: Look }

/** What of the house is in a mail. */
type Look = Pick<HouseNow, 'publisher' | 'accent' | 'logo'>

/** What of a draft is read by others: how it is rendered depends on nothing else of it. */
type Written = Pick<Draft, 'head' | 'blocks'>

/** Nobody sends an issue before the day that stands on it: a deadline before that day is over. */
function soonest ({ head: { date } }: Written, now: string): string {
  const read = headFields.date.safeParse(date)
  return read.success && read.data > now ? read.data : now
}

function wantedSlug ({ head: { slug, title } }: Written): string {
  const read = headFields.slug.safeParse(slug)
  if (read.success && read.data !== undefined) return read.data
  return slugFrom(typeof title === 'string' && title !== '' ? title : de.desk.preview.noTitle)
}

interface Readable { content: IssueContent, leftOut: number[], errors: FieldError[] }

/** What of a draft can be rendered: all of it if there are no errors. */
function readable (input: Record<string, unknown>, today: string): Readable {
  const title = typeof input['title'] === 'string' ? input['title'] : de.desk.preview.noTitle
  const parsed = parseContent({ ...input, slug: input['slug'] ?? slugFrom(title) })
  if (parsed.ok) return { content: parsed.content, leftOut: [], errors: [] }
  const blocks = (input['blocks'] as unknown[]).map(readBlock)
  const leftOut = blocks.flatMap((block, index) => block === null ? [index] : [])
  const content = {
    ...readHead(input, today),
    slug: slugFrom(title),
    blocks: blocks.filter(block => block !== null)
  }
  return { content, leftOut, errors: parsed.errors }
}

function readBlock (input: unknown): Block | null {
  const kind = findKind(BLOCK_KINDS, (input as { type?: unknown }).type)
  const result = kind?.readStored(input)
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
