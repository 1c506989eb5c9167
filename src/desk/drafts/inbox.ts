import { memoSync } from '../../platform/memo.js'
import { de } from '../../texts/de.js'
import { showInRow, type RowWidth } from './inbox-row.js'

/** How a mail program shows a mail in its list. */
export interface InboxRow { program: string, subject: string, preheader: string, width: RowWidth }

/**
 * Characters at the usual width, as measured by eye; programs cut by pixels. Gmail shows both on
 * one line, so that a long subject leaves less of the preheader.
 */
const PROGRAMS: Readonly<Record<keyof typeof de.drafts.inbox, RowWidth>> = {
  outlook: { subject: 55, preheader: 60, shared: 115 },
  gmail: { subject: 70, preheader: 90, shared: 100 },
  iphone: { subject: 38, preheader: 80, shared: 118 }
}

/** The rows of three mail programs. The newest are remembered: telling characters apart is slow. */
export const inboxRows = memoSync(
  (mail: { subject: string, preheader: string }): InboxRow[] => Object.entries(PROGRAMS).map(([program, width]) =>
    ({ program: de.drafts.inbox[program as keyof typeof PROGRAMS], ...showInRow(mail, width), width })),
  { most: 100, keyOf: JSON.stringify }
)
