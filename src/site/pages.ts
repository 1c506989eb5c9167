// An augmentation must stand in a module.
export {}

declare module '../platform/http/page.js' {
  interface Pages {
    'site/imprint': NoData
    /** `more`: what the house adds, as HTML; empty if nothing. */
    'site/privacy': { confirmTtlSeconds: number, consentProof: boolean, more: string }
    'site/accessibility': NoData
    'site/error': { status: number, heading: string, message: string, hint: string | null }
  }
}
