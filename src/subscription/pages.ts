// An augmentation must stand in a module.
export {}

declare module '../platform/http/page.js' {
  interface Pages {
    'subscription/subscribe': {
      /** What a reader agrees to, word for word. */
      consent: string
      /** What was typed, to be corrected. */
      email: string
      error: { code: string, message: string } | null
    }
    'subscription/subscribe-sent': {
      /** The address that the mail comes from. */
      sender: string
      confirmTtlSeconds: number
      address: string
      /** The address that was probably meant. */
      likely: string | null
      /** How long the mail will take, if that is worth saying. */
      waitSeconds: number | null
    }
    /** `action` is where the one button posts to. */
    'subscription/confirm': { action: string }
    'subscription/confirmed': NoData
    'subscription/confirm-repeated': NoData
    'subscription/confirm-expired': NoData
    'subscription/confirm-gone': NoData
    'subscription/unsubscribe': { action: string }
    'subscription/unsubscribed': NoData
    'subscription/unsubscribe-gone': NoData
    'subscription/link-invalid': NoData
    'site/embed': { consent: string }
  }
}
