import type * as WebAuthn from '@simplewebauthn/server'

/**
 * The library for passkeys. It takes half a second to load, which commands need not wait for: it is
 * loaded at its first use.
 */
export async function webAuthn (): Promise<typeof WebAuthn> {
  return await import('@simplewebauthn/server')
}
