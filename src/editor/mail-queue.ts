import type { Queryable } from '../platform/database/pool.js'
import { enqueueEditorMail } from './editor.queries.js'
import { EDITOR_MAIL } from './job-names.js'

/** What was changed about an account, so that its owner is told. */
export const NOTICES = ['password', 'app', 'codes', 'factors', 'passkey_added', 'passkey_removed'] as const

export type AccountNotice = typeof NOTICES[number]

/**
 * A mail to an editor: an invitation, a link to set a new password, or a notice of a change. A job
 * holds no link: it is computed when the mail leaves.
 */
export type EditorMail =
  | { kind: 'invitation' | 'password', editorId: string }
  | { kind: 'notice', editorId: string, change: AccountNotice }

/** Puts a mail into the queue within the caller's transaction. */
export async function queueMail ({ db }: { db: Queryable }, mail: EditorMail): Promise<void> {
  await enqueueEditorMail.run({
    job: EDITOR_MAIL,
    kind: mail.kind,
    editorId: mail.editorId,
    change: mail.kind === 'notice' ? mail.change : null
  }, db)
}
