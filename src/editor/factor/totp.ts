import { Secret, TOTP } from 'otpauth'
import type { Clock } from '../../platform/clock.js'

const STEP_SECONDS = 30
const SECRET_BYTES = 20
/** RFC 6238, 5.2: one step for clocks that differ and for typing slowly. */
const STEPS_AROUND = 1

/** A new secret for an authenticator app, 160 bits (RFC 4226, 4), in base32. */
export function newTotpSecret (): string {
  return new Secret({ size: SECRET_BYTES }).base32
}

/** What the QR code says: apps show `issuer` and `account` beside the code. */
export function totpUri ({ secret, issuer, account }: { secret: string, issuer: string, account: string }): string {
  return generator(secret, issuer, account).toString()
}

/**
 * The step (RFC 6238) that a code belongs to; null if it is none of now. Spaces are passed over.
 */
export function stepOf (
  { clock }: { clock: Clock }, { secret, code }: { secret: string, code: string }
): number | null {
  const token = code.replace(/\s/g, '')
  if (!/^\d{6}$/.test(token)) return null
  const timestamp = clock.now().getTime()
  const delta = generator(secret, '', '').validate({ token, timestamp, window: STEPS_AROUND })
  return delta === null ? null : Math.floor(timestamp / 1000 / STEP_SECONDS) + delta
}

function generator (secret: string, issuer: string, label: string): TOTP {
  // SHA-1, six digits and 30 seconds are all that every app understands.
  return new TOTP({ issuer, label, secret, algorithm: 'SHA1', digits: 6, period: STEP_SECONDS })
}
