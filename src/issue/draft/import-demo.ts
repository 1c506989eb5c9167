import { readdir, readFile } from 'node:fs/promises'
import { packagePath } from '../../platform/package-path.js'
import type { WitnessedDeps } from './deps.js'
import { importDraft, type ImportResult } from './import-draft.js'

/** Makes a draft of the demo issue, which shows each kind of block once. */
export async function importDemo (deps: WitnessedDeps): Promise<ImportResult> {
  const folder = packagePath('templates', 'demo')
  const pictures = await Promise.all((await readdir(`${folder}/bilder`)).map(async name =>
    ({ fileName: `bilder/${name}`, bytes: await readFile(`${folder}/bilder/${name}`) })))
  const issue = { fileName: 'ausgabe-1.yaml', bytes: await readFile(`${folder}/ausgabe-1.yaml`) }
  return await importDraft(deps, [issue, ...pictures])
}
