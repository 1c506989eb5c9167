import type { CommentView, DifferenceView, Notice } from '../drafts/pages.js'
import type { FindingViews } from '../drafts/finding-views.js'
import type { MailAsSeen } from '../drafts/mail-as-seen.js'

/** Somebody with the right to approve, and whether they may approve this draft as it stands. */
export interface ApproverView { id: string, name: string, may: boolean }

export interface ApprovalPage extends Record<string, unknown> {
  draft: string
  title: string
  /** Where it stands, in words, and what the page has to offer. */
  standing: string
  phase: 'write' | 'decide' | 'approved' | 'published'
  notice: Notice | null
  /** „Eva Muster, 27. Nov. 2026, 10:42“; empty as long as nobody has done anything. */
  lately: string
  /** Why it was returned; empty if it was not. */
  reason: string
  /** Who was asked to approve; empty if nobody was. */
  asked: string
  /** The number that the issue has, or would get. */
  number: number
  approvers: ApproverView[]
  /** Who may approve besides the person who looks, and can be asked to by mail. */
  toAsk: ApproverView[]
  /** What the rule of four eyes says. */
  rule: string
  barriers: number
  hints: number
  findings: FindingViews
  changes: { heading: string, differences: DifferenceView[] } | null
  comments: CommentView[]
  mail: MailAsSeen
  /** How many people get it. */
  readers: number
  /** Whether who looks may approve it as it stands. */
  mayApprove: boolean
  /** Whether who looks changed something since the last approval. */
  isOwnWork: boolean
  /** Why it was approved in an emergency; empty if it was not. */
  emergency: string
  /** What was typed as the reason and could not be taken. */
  typedReason: string
}

declare module '../../platform/http/page.js' {
  interface Pages {
    'desk/approval': ApprovalPage
    'desk/emergency': { draft: string, title: string, hash: string, reason: string, error: string | null }
  }
}
