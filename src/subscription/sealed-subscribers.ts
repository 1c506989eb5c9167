import type { SealedRows } from '../platform/crypto/sealed-rows.js'
import { countByKeyVersion, findSealedWith, listSealingVersions } from './subscription.queries.js'

/** Subscribers, as rows that hold a seal. */
export const sealedSubscribers: SealedRows = {
  versions: async db => (await listSealingVersions.run(undefined, db)).map(({ version }) => version),
  sample: async (db, version, limit) => await findSealedWith.run({ version, limit }, db),
  count: async db => new Map((await countByKeyVersion.run(undefined, db)).map(({ version, count }) => [version, count]))
}
