import type { Stored } from '../../subscription/help-desk.js'
import type { ExportPage } from './export-view.js'
import type { Figures } from './figures.js'

declare module '../../platform/http/page.js' {
  interface Pages {
    'desk/subscribers': { now: number, months: Figures, days: Figures }
    /** `address` is what was typed. */
    'desk/subscriber-search': { address: string, error: string | null, done: string | null }
    /**
     * What is stored under one address. `field` brings the address back, sealed; `isPending`:
     * whether a confirmation mail is of use.
     */
    'desk/subscriber': {
      masked: string
      stored: readonly Stored[]
      /** Why, since when and until when nobody writes to it. */
      suppressed: { why: string, suppressedAt: Date, endsAt: Date } | null
      isPending: boolean
      field: string
      notice: { kind: string, title: string, text: string } | null
    }
    'desk/export': ExportPage
    'desk/subscriber-erase': { masked: string, field: string }
    'desk/subscriber-suppress': { masked: string, field: string, isStored: boolean }
  }
}
