import type { FormView } from './form-view.js'
import type { InboxRow } from './inbox.js'

/** What happened, above the page. `undo` is the address of a button that takes it back. */
export interface Notice { kind: 'success' | 'info' | 'danger', text: string, undo: string | null }

export interface CommentView { id: string, text: string, by: string, at: string, resolved: boolean }

export interface DeletedView { id: string, title: string, deletedAt: string, until: string, by: string }

/** A text that is kept beside the working copy and that nobody has decided about. */
export interface OtherView { id: string, by: string, at: string }

export interface BlockView {
  id: string
  kind: string
  name: string
  place: number
  isLast: boolean
  version: number
  savedAt: string
  by: string
  fields: FormView
  comments: CommentView[]
  others: OtherView[]
  present: string[]
  /** Which of its buttons has the focus; empty for none. */
  focus: string
}

export interface DraftPage extends Record<string, unknown> {
  id: string
  title: string
  state: string
  /** Why it was returned; empty unless it was. */
  reason: string
  notice: Notice | null
  head: { fields: FormView, version: number, savedAt: string, by: string, others: OtherView[] }
  sender: string
  /** The subject of a mail without one of its own; "%t" is its title. */
  usualSubject: string
  inbox: InboxRow[]
  blocks: BlockView[]
  /** What of the blocks stands in lists of them. */
  outline: Array<{ id: string, name: string, place: number }>
  comments: CommentView[]
  present: string[]
  kinds: Array<{ type: string, name: string, purpose: string }>
  /** How the mail can be seen beside the form. */
  views: Array<{ view: string, name: string }>
  /** After which place a new block stands, as the form has it chosen. */
  after: number
  canAdd: boolean
}

export interface PartView { text: string, change: 'same' | 'added' | 'removed' }

export interface DifferenceView {
  name: string
  change: 'changed' | 'added' | 'removed' | 'same'
  isMoved: boolean
  fields: Array<{ label: string, parts: PartView[] }>
}

export interface DraftLineView {
  id: string
  title: string
  state: string
  /** The end of the address that its title leads to. */
  page: '' | '/freigabe'
  blocks: number
  openComments: number
  changedAt: string
  date: string
}

export interface IssueLineView { number: number, title: string, state: string, date: string }

/** A text that is kept beside the working copy. */
export interface KeptView { id: string, what: string, at: string, by: string }

export interface VersionView { number: number, what: string, at: string, by: string }

declare module '../../platform/http/page.js' {
  interface Pages {
    'desk/drafts': {
      /** Those that the person who looks can decide about. */
      waiting: DraftLineView[]
      /** What came back and waits for administrators, in sentences. */
      returned: string[]
      drafts: DraftLineView[] | null
      issues: IssueLineView[]
      older: number | null
      notice: Notice | null
    }
    'desk/deleted-drafts': { drafts: DeletedView[] }
    /** `errors` of an import, each with its place in the file. */
    'desk/new-draft': {
      issues: Array<{ number: number, title: string }>, errors: Array<{ where: string, message: string }>
    }
    'desk/draft': DraftPage
    'desk/conflict': {
      draft: string
      kept: string
      block: string | null
      name: string
      /** The version that stands in the working copy. */
      version: number
      mine: { by: string, at: string }
      theirs: { by: string, at: string }
      differences: DifferenceView['fields']
      /** The other text in a form, to make one of both by hand. */
      fields: FormView
    }
    'desk/block-gone': { draft: string, text: string }
    'desk/versions': {
      draft: string, title: string, versions: VersionView[], others: KeptView[], error: string | null
    }
    'desk/version': {
      draft: string, title: string, version: VersionView, other: VersionView | null, differences: DifferenceView[]
    }
  }
}
