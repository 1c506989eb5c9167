import type { SealedRows } from '../platform/crypto/sealed-rows.js'
import { countEditorsByKeyVersion, findEditorsSealedWith } from './editor.queries.js'

/** Accounts, as rows that hold seals: the address, and the secret of the authenticator app. */
export const sealedEditors: SealedRows = {
  versions: async db => (await countEditorsByKeyVersion.run(undefined, db)).map(({ version }) => version),
  sample: async (db, version, limit) => await findEditorsSealedWith.run({ version, limit }, db),
  count: async db =>
    new Map((await countEditorsByKeyVersion.run(undefined, db)).map(({ version, count }) => [version, count]))
}
