// An augmentation must stand in a module.
export {}

declare module '../platform/http/page.js' {
  interface Pages {
    'site/imprint': NoData
    'site/privacy': { confirmTtlSeconds: number }
    'site/accessibility': NoData
    'site/error': { status: number, heading: string, message: string, hint: string | null }
  }
}
