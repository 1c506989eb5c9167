import type { SealedRows } from '../platform/crypto/sealed-rows.js'
import {
  countByKeyVersion, countKeptFingerprints, findSealedWith, listSealingVersions
} from './subscription.queries.js'

/** Subscribers and their new addresses, which are sealed, and fingerprints of those who left. */
export const sealedSubscribers: SealedRows = {
  versions: async db => (await listSealingVersions.run(undefined, db)).map(({ version }) => version),
  sample: async (db, version, limit) => await findSealedWith.run({ version, limit }, db),
  count: async db =>
    new Map((await countByKeyVersion.run(undefined, db)).map(({ version, count }) => [version, count])),
  fingerprints: async db =>
    new Map((await countKeptFingerprints.run(undefined, db)).map(({ version, count }) => [version, count]))
}
