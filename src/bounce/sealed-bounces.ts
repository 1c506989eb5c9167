import type { SealedRows } from '../platform/crypto/sealed-rows.js'
import { countSealedByVersion, findSealedBounces, listSealedVersions } from './bounce.queries.js'

/** Mails that wait for somebody, and mail domains; they are gone long before a key must go. */
export const sealedBounces: SealedRows = {
  versions: async db => (await listSealedVersions.run(undefined, db)).map(({ version }) => version),
  sample: async (db, version, limit) => await findSealedBounces.run({ version, limit }, db),
  count: async db =>
    new Map((await countSealedByVersion.run(undefined, db)).map(({ version, count }) => [version, count]))
}
