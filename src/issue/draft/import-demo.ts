import { dayOf } from '../../platform/text/dates.js'
import type { WitnessedDeps } from './deps.js'
import { readDemoFiles } from './demo-files.js'
import { importDraft, type ImportResult } from './import-draft.js'

/** Makes a draft of the demo issue, which shows each kind of block once. */
export async function importDemo (deps: WitnessedDeps): Promise<ImportResult> {
  return await importDraft(deps, await readDemoFiles('ausgabe-1.yaml', dayOf(deps.clock.now())))
}
