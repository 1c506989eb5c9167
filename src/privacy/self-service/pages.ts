import type { ClosedLink } from '../../subscription/own-data/open-link.js'
import type { OwnData } from './own-data.js'

interface FieldError { code: string, message: string }

declare module '../../platform/http/page.js' {
  interface Pages {
    /** `email` is what was typed, to be corrected. */
    'privacy/own-data-ask': { email: string, error: FieldError | null }
    /** `address` is what was typed; null for the address of an issue's link. */
    'privacy/own-data-sent': {
      sender: string, address: string | null, linkTtlSeconds: number, waitSeconds: number | null
    }
    /** By an issue's link, which others may have: it shows nothing, and mails a link. */
    'privacy/own-data-mailbox': { action: string, linkTtlSeconds: number }
    /** `path` is that of the mailed link; `shown` is the fingerprint as text. */
    'privacy/own-data': {
      path: string, data: OwnData, fingerprint: string, until: Date, email: string, error: FieldError | null
    }
    'privacy/own-data-closed': { state: ClosedLink }
    'privacy/own-data-erase': { path: string, address: string, keepsProof: boolean }
    'privacy/own-data-erased': { keepsProof: boolean }
    'privacy/change-asked': { sender: string, address: string, confirmTtlSeconds: number }
    'privacy/change-confirm': { action: string }
    'privacy/change-confirmed': NoData
    'privacy/change-stop': { action: string }
    'privacy/change-stopped': NoData
    'privacy/change-gone': { stopping: boolean }
  }
}
