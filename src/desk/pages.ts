import type { OwnPasskey } from '../editor/passkey/own-passkeys.js'
import type { Role } from '../editor/account/role.js'

interface RoleChoice { role: Role, name: string, has: boolean }

/** What is wrong with the fields of a form that makes an account, as sentences. */
export interface JoinErrors {
  name: string | null
  address: string | null
  password: string | null
  passkey: string | null
}

declare module '../platform/http/page.js' {
  interface Pages {
    'desk/error': { status: number, heading: string, message: string, hint: string | null }
    /** `next` is the path to go on to. */
    'desk/sign-in': { address: string, next: string, error: string | null, note: string | null }
    /** `app`, `passkey`: what the account has beside its password. */
    'desk/sign-in-code': { next: string, error: string | null, app: boolean, passkey: boolean }
    /** `first`: the link to the first account, which knows no address yet. */
    'desk/welcome': { token: string, first: boolean, name: string, address: string, errors: JoinErrors }
    'desk/link-gone': NoData
    /** `secret` for typing, `sealed` for the form to bring back, `qr` as SVG. */
    'desk/second-factor': {
      secret: string
      sealed: string
      qr: string
      action: string
      /** Whether it is the last step of making an account. */
      isSetup: boolean
      error: string | null
    }
    /** They are shown once. */
    'desk/recovery-codes': { codes: string[], next: string }
    'desk/account': {
      passkeys: OwnPasskey[]
      name: string
      address: string
      hasPassword: boolean
      hasApp: boolean
      codesLeft: number
      textMode: boolean
      roleNames: string[]
      sessions: Array<{ id: string, device: string, startedAt: Date, seenAt: Date, isThis: boolean }>
      done: string | null
      error: string | null
    }
    'desk/account-name': { name: string, error: string }
    /** Asks for all factors again. */
    'desk/prove': {
      next: string, hasPassword: boolean, app: boolean, passkey: boolean, identity: boolean, error: string | null
    }
    'desk/new-passkey': { error: string | null }
    /** `token` of the link of those who forgot theirs; null for those who are signed in. */
    'desk/new-password': { token: string | null, error: string | null }
    'desk/renew-codes': NoData
    'desk/forgotten': { sent: boolean }
    'desk/accounts': {
      accounts: Array<{
        id: string
        /** The name, or the address of who has none yet. */
        title: string
        /** Address, state, roles and last visit, in words. */
        about: string
        state: string
        roles: RoleChoice[]
        isSelf: boolean
      }>
      address: string
      roles: RoleChoice[]
      error: string | null
      roleError: string | null
      done: string | null
    }
    'desk/help': { keys: Array<{ keys: string, does: string }>, idleSeconds: number, lifetimeSeconds: number }
    /** `older`: the number below which the next page goes on. */
    'desk/audit': {
      lines: Array<{ number: number, at: Date, actor: string, action: string, details: string }>
      older: number | null
    }
    'desk/audit-verified': { ok: boolean, number: number, hash: string }
  }
}
