import { sealedEditors } from './editor/sealed-editors.js'
import { allSealedRows } from './platform/crypto/sealed-rows.js'
import { sealedBounces } from './bounce/sealed-bounces.js'
import { sealedImports } from './privacy/import/sealed-imports.js'
import { sealedSubscribers } from './subscription/sealed-subscribers.js'

/** Everything that is sealed: a key that sealed some of it must not be given up. */
export const sealed = allSealedRows([sealedSubscribers, sealedEditors, sealedImports, sealedBounces])
