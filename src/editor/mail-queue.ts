import type { Queryable } from '../platform/database/pool.js'
import { enqueueEditorMail } from './editor.queries.js'
import { EDITOR_MAIL } from './job-names.js'

/** What was changed about an account, so that its owner is told. */
export const NOTICES = ['password', 'app', 'codes', 'factors', 'passkey_added', 'passkey_removed'] as const

export type AccountNotice = typeof NOTICES[number]

/** What an editor is told about a draft. */
export const DRAFT_NEWS = ['approval-asked', 'approval-reminder', 'draft-returned', 'emergency-approved'] as const

type DraftNews = typeof DRAFT_NEWS[number]

/** What an editor is told about an issue that was to be sent. */
export const ISSUE_NEWS = ['start-missed', 'start-hindered'] as const

type IssueNews = typeof ISSUE_NEWS[number]

/**
 * A mail to an editor: an invitation, a link to set a new password, a notice of a change, or
 * news of a draft. A job holds no link: it is computed when the mail leaves.
 */
export type EditorMail =
  | { kind: 'invitation' | 'password', editorId: string }
  | { kind: 'notice', editorId: string, change: AccountNotice }
  /** What happened with a draft, and the account that did it; null for the program itself. */
  | { kind: 'draft', editorId: string, change: DraftNews, draft: string, title: string, byId: string | null }
  | { kind: 'issue', editorId: string, change: IssueNews, issue: number }

const NOTHING_MORE = { change: null, draft: null, title: null, byId: null, issue: null }

/** Puts a mail into the queue within the caller's transaction. */
export async function queueMail ({ db }: { db: Queryable }, mail: EditorMail): Promise<void> {
  await enqueueEditorMail.run({
    job: EDITOR_MAIL,
    ...NOTHING_MORE,
    ...mail
  }, db)
}
