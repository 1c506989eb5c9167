import type { HandClass } from '../../bounce/act/unread.js'
import type { DomainCount } from '../../bounce/act/standing.js'
import type { ShownMail } from '../../bounce/read/shown-mail.js'

/** A way on which mails come back, in sentences. */
export interface DoorView {
  name: string
  text: string
  /** What is wrong with it; null for nothing. */
  fault: string | null
  /** What technicians know the fault by; empty if there is nothing more to say. */
  code: string
}

/** What came back in the last days. */
export interface CameBack {
  kinds: Array<{ name: string, then: string, count: string }>
  /** How many more did not count, in sentences; empty for none. */
  uncounted: string
  /** As SVG; empty if nothing came. */
  chart: string
  /** The newest first. */
  days: Array<{ label: string, all: string, hard: string, complaints: string }>
}

/** An issue of which so many mailboxes are said to be gone that somebody has to decide. */
export interface HeldView extends Record<string, unknown> { issue: number, text: string, readers: number }

/** A mail that waits. */
export interface WaitingMail extends Record<string, unknown> { id: string, what: string, at: string, size: string }

export interface UnreadView {
  /** Empty if none waits. */
  text: string
  /** At most 100 of them. */
  mails: WaitingMail[]
  isCut: boolean
}

declare module '../../platform/http/page.js' {
  interface Pages {
    'desk/returned': {
      done: string | null
      isFaulty: boolean
      held: HeldView[]
      unread: UnreadView
      doors: DoorView[]
      days: number
      cameBack: CameBack
      domains: DomainCount[]
      fewest: number
    }
    'desk/returned-erase': HeldView & { notice: string | null }
    'desk/returned-mail': WaitingMail & ShownMail & {
      known: string
      classes: Array<{ value: HandClass, name: string, then: string, isChosen: boolean }>
      error: string | null
    }
  }
}
