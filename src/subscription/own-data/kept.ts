import type { Clock } from '../../platform/clock.js'
import type { Keyring } from '../../platform/crypto/keyring.js'
import { openAddress } from '../../platform/crypto/seal.js'
import type { Queryable } from '../../platform/database/pool.js'
import { readProofs, type ConsentProof } from '../consent-proof.js'
import { mailboxOfReader } from '../mailboxes.js'
import { findChangeOf, type IFindChangeOfResult } from './own-data.queries.js'
import { findMailRequests } from '../subscription.queries.js'
import { findSuppression, type Suppression } from '../suppression.js'
import type { Own } from './open-link.js'

/** What is stored of a reader beside the row of the subscription. */
export interface KeptBeside {
  /** When mails were asked for, by what they were about. */
  requests: { signUp: Date[], ownData: Date[] }
  /** The new address that waits to be confirmed. */
  change: (Omit<IFindChangeOfResult, 'addressSealed'> & { address: string }) | null
  proofs: ConsentProof[]
  suppression: Suppression | null
}

interface KeptDeps { db: Queryable, keys: Keyring, clock: Clock }

export async function readKeptBeside (deps: KeptDeps, { id, canonical }: Own): Promise<KeptBeside> {
  const { db, keys } = deps
  const mailbox = mailboxOfReader(keys, canonical)
  const requests = await findMailRequests.run({ mailboxes: [mailbox.signUp, mailbox.ownData] }, db)
  const askedAt = (fingerprint: Buffer): Date[] =>
    requests.find(request => request.mailbox.equals(fingerprint))?.askedAt ?? []
  const change = await findChangeOf.maybeOne({ subscriberId: id }, db)
  return {
    requests: { signUp: askedAt(mailbox.signUp), ownData: askedAt(mailbox.ownData) },
    change: change === null ? null : describe(keys, change),
    proofs: await readProofs({ db, keys }, canonical),
    suppression: await findSuppression(deps, canonical)
  }
}

function describe (keys: Keyring, { addressSealed, ...change }: IFindChangeOfResult): KeptBeside['change'] {
  return { ...change, address: openAddress(keys, change.id, addressSealed) }
}
