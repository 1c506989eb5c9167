import { z } from 'zod'
import type { DraftPreview } from '../../issue/draft/preview-draft.js'
import { readAloud } from '../../issue/render/read-aloud.js'
import { memoSync } from '../../platform/memo.js'
import { de } from '../../texts/de.js'

const VIEWS = ['desktop', 'phone', 'dark', 'inverted', 'no-pictures', 'text', 'aloud'] as const
type SeenAs = typeof VIEWS[number]

/** How somebody wants to see the mail, as an address says it. */
export const seenAs = z.enum(VIEWS).catch('desktop')

/** The mail in one of its views, as a page shows it. */
export interface MailAsSeen {
  view: SeenAs
  views: Array<{ view: SeenAs, name: string }>
  /** Whether the view shows the mail in a frame. */
  framed: boolean
  subject: string
  text: string
  spoken: Array<{ kind: string, level: number, text: string, count: number }>
  hash: string | null
  htmlKilobytes: number
  textKilobytes: number
}

export function mailAsSeen ({ mail, hash, htmlSize, textSize }: DraftPreview, view: SeenAs): MailAsSeen {
  return {
    view,
    views: VIEWS.map(view => ({ view, name: de.desk.preview.views[view] })),
    framed: view !== 'text' && view !== 'aloud',
    subject: mail.subject,
    text: view === 'text' ? mail.text : '',
    spoken: view === 'aloud' ? readAloudOnce(mail) : [],
    hash,
    htmlKilobytes: kilobytes(htmlSize),
    textKilobytes: kilobytes(textSize)
  }
}

export function kilobytes (size: number): number {
  return Math.ceil(size / 1000)
}

/** Mails of which we remember how they are heard. */
const MOST_MAILS = 50

const readAloudOnce = memoSync(({ html }: DraftPreview['mail']) =>
  readAloud(html, de.desk.preview).map(each => ({ level: 0, text: '', count: 0, ...each })), { most: MOST_MAILS })
