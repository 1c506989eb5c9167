import { createHmac } from 'node:crypto'
import type { Keyring } from '../../platform/crypto/keyring.js'
import { openAddress } from '../../platform/crypto/seal.js'
import { readableAddress } from '../../platform/mail/address.js'

/**
 * The keyed fingerprints of an editor's address, one for each key on the ring, the primary's first.
 * Those of readers are made with another key: nobody can see that an editor is a reader, too.
 */
export function editorFingerprints (keys: Keyring, canonicalAddress: string): [Buffer, ...Buffer[]] {
  const fingerprint = (version: number): Buffer =>
    createHmac('sha256', keys.require('editors', version)).update(canonicalAddress).digest()
  const [primary, ...others] = keys.versions
  return [fingerprint(primary), ...others.map(fingerprint)]
}

/** The address of an account as people read it. */
export function addressOf (keys: Keyring, { id, addressSealed }: { id: string, addressSealed: Buffer }): string {
  return readableAddress(openAddress(keys, id, addressSealed))
}
