/** What is wrong with the fields of a form that makes an account, as sentences. */
export interface JoinErrors { name: string | null, address: string | null, password: string | null }

declare module '../platform/http/page.js' {
  interface Pages {
    'desk/error': { status: number, heading: string, message: string, hint: string | null }
    /** `next` is the path to go on to. */
    'desk/sign-in': { address: string, next: string, error: string | null, signedOut: boolean }
    'desk/sign-in-code': { next: string, error: string | null }
    /** `first`: the link to the first account, which knows no address yet. */
    'desk/welcome': { token: string, first: boolean, name: string, address: string, errors: JoinErrors }
    'desk/link-gone': NoData
    /** `secret` for typing, `sealed` for the form to bring back, `qr` as SVG. */
    'desk/second-factor': { secret: string, sealed: string, qr: string, error: string | null }
    /** They are shown once. */
    'desk/recovery-codes': { codes: string[], next: string }
    'desk/start': NoData
  }
}
