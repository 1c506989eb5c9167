import type { StoredKind } from '../privacy/retention/for-readers.js'

declare module '../platform/http/page.js' {
  interface Pages {
    'site/imprint': NoData
    /** `more`: what the house adds, as HTML; empty if nothing. */
    'site/privacy': { stored: StoredKind[], more: string }
    'site/accessibility': NoData
    'site/error': { status: number, heading: string, message: string, hint: string | null }
  }
}
