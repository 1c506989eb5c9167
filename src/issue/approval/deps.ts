import type { Queryable } from '../../platform/database/pool.js'
import type { WitnessedDeps } from '../draft/deps.js'
import type { PreviewDraft } from '../draft/preview-draft.js'

/** What an editor is told by mail about a draft. `by`: who did it; null for the program itself. */
export interface DraftNews {
  kind: 'approval-asked' | 'approval-reminder' | 'draft-returned' | 'emergency-approved'
  to: string
  by: string | null
  draft: string
  title: string
}

/** Puts a mail to an editor into the queue, within the transaction of what it tells. */
export type Tell = (db: Queryable, news: DraftNews) => Promise<void>

/** For what moves a draft on its way to its readers. */
export interface ApprovalDeps extends WitnessedDeps { tell: Tell, previewDraft: PreviewDraft }
