import type { SealedRows } from '../../platform/crypto/sealed-rows.js'
import { countRowsByKeyVersion, findRowsSealedWith, listImportKeys } from './import.queries.js'

/** What imports have put aside: a key that sealed some of it is kept until it is erased. */
export const sealedImports: SealedRows = {
  versions: async db => (await listImportKeys.run(undefined, db)).map(({ version }) => version),
  sample: async (db, version, limit) => await findRowsSealedWith.run({ version, limit }, db),
  count: async db =>
    new Map((await countRowsByKeyVersion.run(undefined, db)).map(({ version, count }) => [version, count]))
}
