import type { Queryable } from '../platform/database/pool.js'
import { queueMail, type EditorMail } from './mail-queue.js'

type News = Extract<EditorMail, { kind: 'draft' }>

/** Tells an editor by mail what happened with a draft, within the transaction in which it did. */
export async function tellEditor (
  db: Queryable,
  { kind, to, by, draft, title }: { kind: News['change'], to: string, by: string | null, draft: string, title: string }
): Promise<void> {
  await queueMail({ db }, { kind: 'draft', editorId: to, change: kind, draft, title, byId: by })
}

/** Tells who planned an issue that it was not sent at its time. */
export async function tellNotSent (
  db: Queryable,
  { kind, to, issue }: { kind: Extract<EditorMail, { kind: 'issue' }>['change'], to: string, issue: number }
): Promise<void> {
  await queueMail({ db }, { kind: 'issue', editorId: to, change: kind, issue })
}
