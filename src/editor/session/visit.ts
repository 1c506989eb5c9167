import type { Keyring } from '../../platform/crypto/keyring.js'
import type { SessionDeps } from './session.js'

export interface SignInDeps extends SessionDeps { keys: Keyring }

/** Where somebody signs in. */
export interface Visit {
  /** The prefix of the network, see network-prefix.ts. */
  network: string
  /** The token of the device's cookie. */
  knownDevice: string | undefined
  /** Browser and system in words. */
  device: string
}
