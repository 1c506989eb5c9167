import type { Pool } from 'pg'
import { editorNames } from '../../editor/account/names.js'
import { BLOCK_KINDS, kindOf } from '../../issue/blocks/registry.js'
import { MAX_BLOCKS } from '../../issue/content/content.js'
import { commentsOf, type Comment } from '../../issue/draft/comment.js'
import type { DraftFields } from '../../issue/draft/fields.js'
import { HEAD_FORM } from '../../issue/draft/head.js'
import { otherTexts, type OtherText } from '../../issue/draft/other-text.js'
import { presentIn, type Present } from '../../issue/draft/presence.js'
import type { Draft } from '../../issue/draft/read-draft.js'
import { nextIssueNumber } from '../../issue/list-issues.js'
import type { Clock } from '../../platform/clock.js'
import type { House } from '../../platform/newsletter/house.js'
import { de } from '../../texts/de.js'
import { blockName } from './block-name.js'
import { showForm } from './form-view.js'
import { NARROW_VIEWS } from './framed-views.js'
import { inboxRows } from './inbox.js'
import type { BlockView, CommentView, DraftPage, Notice, OtherView } from './pages.js'
import { dayAndTime } from './times.js'

export interface ViewDeps { pool: Pool, clock: Clock, base: string, house: House }

/** What a page says besides the draft itself. */
export interface Around {
  notice: Notice | null
  /** Who reads: they need not be told of themselves. */
  reader: string
  /** Which button of which block has the focus. */
  focus?: { block: string, button: string } | null
  after?: number | undefined
  /** What was typed and could not be saved, instead of what stands in the working copy. */
  typed?: { block: string | null, fields: DraftFields }
  /** What is wrong with files of a block, by the names that form-view.ts says. */
  faults?: { block: string, at: ReadonlyMap<string, string> }
}

interface Beside { names: Map<string, string>, comments: Comment[], others: OtherText[], present: Present[] }

/** The page on which a draft is written. */
export async function showDraft (deps: ViewDeps, draft: Draft, around: Around): Promise<DraftPage> {
  const beside = await readBeside(deps, draft, around)
  const { base, house, pool } = deps
  const { publisher: { newsletter } } = await house.current()
  const { id, state, stateReason, version, changedAt, changedBy } = draft
  const head = around.typed?.block === null ? around.typed.fields : draft.head
  const title = textOf(head, 'title')
  const usualSubject = de.issue.subject(newsletter, await nextIssueNumber({ db: pool }), '%t')
  const subject = textOf(head, 'subject') !== '' ? textOf(head, 'subject') : usualSubject.replace('%t', () => title)
  const blocks = draft.blocks.map((_, index) => showBlock(deps, draft, index, { ...around, beside }))
  return {
    id,
    title: title === '' ? de.drafts.untitled : title,
    state: de.drafts.states[state],
    reason: state === 'returned' ? stateReason ?? '' : '',
    notice: around.notice,
    head: {
      fields: showForm(HEAD_FORM, head, { id: 'kopf', name: '', base }),
      version,
      savedAt: dayAndTime(changedAt),
      by: nameIn(beside, changedBy),
      others: othersOf(beside, null)
    },
    sender: newsletter,
    usualSubject,
    inbox: inboxRows({ subject, preheader: textOf(head, 'preheader') }),
    blocks,
    outline: blocks.map(({ id, name, place }) => ({ id, name, place })),
    comments: commentViews(beside, null),
    present: beside.present.map(({ editor }) => nameIn(beside, editor)),
    views: NARROW_VIEWS.map(view => ({ view, name: de.desk.preview.views[view] })),
    kinds: BLOCK_KINDS.map(({ type, name, purpose }) => ({ type, name, purpose })),
    after: around.after ?? draft.blocks.length,
    canAdd: draft.blocks.length < MAX_BLOCKS
  }
}

async function readBeside ({ pool, clock }: ViewDeps, draft: Draft, { reader }: Around): Promise<Beside> {
  const comments = await commentsOf({ pool }, draft.id)
  const others = (await otherTexts({ pool }, draft.id)).filter(({ decidedAt }) => decidedAt === null)
  const present = (await presentIn({ pool, clock }, draft.id)).filter(({ editor }) => editor !== reader)
  const names = await editorNames({ db: pool }, [
    draft.changedBy,
    ...draft.blocks.map(({ changedBy }) => changedBy),
    ...comments.map(({ writtenBy }) => writtenBy),
    ...others.map(({ by }) => by),
    ...present.map(({ editor }) => editor)
  ])
  return { names, comments, others, present }
}

function showBlock (
  { base }: ViewDeps, { blocks }: Draft, index: number, { beside, focus, typed, faults }: Around & { beside: Beside }
): BlockView {
  const block = blocks[index]
  if (block === undefined) throw new RangeError(`there is no block ${index}`)
  const { id, kind, version, changedAt, changedBy } = block
  const fields = typed?.block === id ? typed.fields : block.fields
  return {
    id,
    kind,
    name: blockName({ kind, fields }),
    place: index + 1,
    isLast: index === blocks.length - 1,
    version,
    savedAt: dayAndTime(changedAt),
    by: nameIn(beside, changedBy),
    fields: showForm(kindOf(BLOCK_KINDS, { type: kind }).form, fields, {
      id: `b${index + 1}`, name: '', base, ...(faults?.block === id ? { faults: faults.at } : {})
    }),
    comments: commentViews(beside, id),
    others: othersOf(beside, id),
    present: beside.present.filter(({ block: where }) => where === id).map(({ editor }) => nameIn(beside, editor)),
    focus: focus?.block === id ? focus.button : ''
  }
}

function commentViews (beside: Beside, block: string | null): CommentView[] {
  const own = beside.comments.filter(({ blockId }) => blockId === block)
  return own.map(({ id, text, writtenBy, writtenAt, resolvedAt }) =>
    ({ id, text, by: nameIn(beside, writtenBy), at: dayAndTime(writtenAt), resolved: resolvedAt !== null }))
}

function othersOf (beside: Beside, block: string | null): OtherView[] {
  return beside.others.filter(other => other.block === block)
    .map(({ id, by, at }) => ({ id, by: nameIn(beside, by), at: dayAndTime(at) }))
}

function nameIn ({ names }: Pick<Beside, 'names'>, id: string | null): string {
  return names.get(id ?? '') ?? de.drafts.somebody
}

function textOf (fields: DraftFields, key: string): string {
  const value = fields[key]
  return typeof value === 'string' ? value : ''
}
