import { constants } from 'node:os'
import { Command } from 'commander'
import { Interrupted } from './cli/signals.js'
import { faultMessage } from './platform/fault-message.js'

const service = async (): Promise<Command[]> => (await import('./cli/start.js')).serviceCommands()

/**
 * What each command is read from, in the order of the help. Only the one that is asked for is
 * loaded: to load the whole service takes longer than most commands run.
 */
const COMMANDS: Readonly<Record<string, () => Promise<Command[]>>> = {
  start: service,
  serve: service,
  work: service,
  migrate: async () => [(await import('./cli/migrate.js')).migrateCommand()],
  issue: async () => [(await import('./cli/issue.js')).issueCommand()],
  keys: async () => [(await import('./cli/keys.js')).keysCommand()],
  subscribers: async () => [(await import('./cli/subscribers.js')).subscribersCommand()],
  privacy: async () => [(await import('./cli/privacy.js')).privacyCommand()],
  bounce: async () => [(await import('./cli/bounce.js')).bounceCommand()],
  settings: async () => [(await import('./cli/settings.js')).settingsCommand()],
  audit: async () => [(await import('./cli/audit.js')).auditCommand()],
  editor: async () => [(await import('./cli/editor.js')).editorCommand()],
  demo: async () => [(await import('./cli/demo.js')).demoCommand()]
}

const program = new Command('integrationsbrief')
  .description(
    'The newsletter service. Settings come from the environment or a file .env; .env.example lists them all.'
  )
  .showHelpAfterError('(--help shows what there is)')

try {
  for (const command of await commandsFor(process.argv[2])) program.addCommand(command)
  await program.parseAsync()
} catch (error) {
  if (error instanceof Interrupted) process.exit(128 + constants.signals[error.signal])
  process.stderr.write(`integrationsbrief: ${faultMessage(error)}\n`)
  process.exitCode = 1
}

/** The one that is named, with those that are read from the same file; all if none is. */
async function commandsFor (name = ''): Promise<Command[]> {
  const asked = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
  if (asked !== undefined) return await asked()
  const all: Command[] = []
  // One after the other: together they open more files than some systems let us.
  for (const load of new Set(Object.values(COMMANDS))) all.push(...await load())
  return all
}
