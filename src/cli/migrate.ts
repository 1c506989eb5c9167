import { Command } from 'commander'
import { migrate } from '../platform/database/migrate.js'
import { say, withDatabase } from './command.js'

/** `migrate`: brings the schema up to date. */
export function migrateCommand (): Command {
  return new Command('migrate').description('bring the database schema up to date').action(async () => {
    await withDatabase(async deps => {
      const applied = await migrate(deps)
      say(applied.length === 0 ? 'The schema is up to date.' : `Applied ${applied.join(', ')}.`)
    })
  })
}
