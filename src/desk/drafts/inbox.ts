import { de } from '../../texts/de.js'

/** How a mail program shows a mail in its list: what is cut ends in an ellipsis. */
export interface InboxRow {
  program: string
  subject: string
  preheader: string
  subjectMost: number
  preheaderMost: number
}

/**
 * Characters at the usual width, as measured by eye; programs cut by pixels. Gmail shows both on
 * one line, so that a long subject leaves less of the preheader.
 */
const PROGRAMS = {
  outlook: { subject: 55, preheader: 60, shared: Infinity },
  gmail: { subject: 70, preheader: 90, shared: 100 },
  iphone: { subject: 38, preheader: 80, shared: Infinity }
}

/** The rows of three mail programs. */
export function inboxRows ({ subject, preheader }: { subject: string, preheader: string }): InboxRow[] {
  return Object.entries(PROGRAMS).map(([program, most]) => {
    const shown = cut(subject, most.subject)
    const preheaderMost = Math.max(0, Math.min(most.preheader, most.shared - shown.length))
    return {
      program: de.drafts.inbox[program as keyof typeof PROGRAMS],
      subject: shown,
      preheader: cut(preheader, preheaderMost),
      subjectMost: most.subject,
      preheaderMost
    }
  })
}

/** Cuts between what readers take for characters, never within one. */
function cut (text: string, most: number): string {
  const letters = [...new Intl.Segmenter('de', { granularity: 'grapheme' }).segment(text.slice(0, 400))]
  if (letters.length <= most) return text
  return most === 0 ? '' : `${letters.slice(0, most - 1).map(({ segment }) => segment).join('').trimEnd()}…`
}
