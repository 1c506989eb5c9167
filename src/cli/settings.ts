import { Command } from 'commander'
import { firstValues } from '../config.js'
import { readGrace } from '../delivery/grace.js'
import { readTestList } from '../delivery/test-list.js'
import { editorNames } from '../editor/account/names.js'
import { readFourEyes } from '../issue/approval/four-eyes.js'
import { checkSchema } from '../platform/database/migrate.js'
import { readKept, type Kept } from '../platform/kept-settings/kept-setting.js'
import { houseSettings } from '../platform/newsletter/house-settings.js'
import { say, withDatabase, type CommandDeps } from './command.js'

/** `settings`: what is set at the desk. */
export function settingsCommand (): Command {
  const settings = new Command('settings').description('show what is set at the desk')
  settings.command('show').description('print what holds and since when').option('--json', 'as one JSON document')
    .action(async ({ json = false }: { json?: boolean }) => {
      await withDatabase(async deps => {
        await checkSchema(deps)
        const shown = await readSettings(deps)
        say(...json ? [JSON.stringify(shown, null, 2)] : shown.flatMap(describe))
      })
    })
  return settings
}

interface Shown { name: string, value: unknown, version: number, since: string | null, by: string | null }

async function readSettings ({ config, pool }: CommandDeps): Promise<Shown[]> {
  const db = pool
  const kept: Array<[string, Kept<unknown>]> = []
  for (const setting of Object.values(houseSettings(firstValues(config)))) {
    kept.push([setting.name, await readKept<unknown>({ db }, setting)])
  }
  kept.push(['four-eyes', await readFourEyes({ db })])
  kept.push(['grace', await readGrace({ db })])
  kept.push(['test-list', await readTestList({ db })])
  const names = await editorNames({ db }, kept.map(([, { changedBy }]) => changedBy))
  return kept.map(([name, { value, version, changedAt, changedBy }]) => ({
    name, value, version, since: changedAt?.toISOString() ?? null, by: names.get(changedBy ?? '') ?? null
  }))
}

function describe ({ name, value, version, since, by }: Shown): string[] {
  const when = since === null
    ? 'as the service began'
    : `version ${version}, since ${since}, by ${by ?? 'somebody without an account'}`
  const fields = typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : null
  if (fields === null) return [`${name}: ${JSON.stringify(value)} (${when})`]
  return [`${name} (${when})`, ...fields.map(([field, text]) => `  ${field}: ${JSON.stringify(text)}`)]
}
