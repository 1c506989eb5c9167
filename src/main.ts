import { constants } from 'node:os'
import { Command } from 'commander'
import { auditCommand } from './cli/audit.js'
import { demoCommand } from './cli/demo.js'
import { editorCommand } from './cli/editor.js'
import { issueCommand } from './cli/issue.js'
import { keysCommand } from './cli/keys.js'
import { migrateCommand } from './cli/migrate.js'
import { serviceCommands } from './cli/start.js'
import { Interrupted } from './cli/signals.js'
import { subscribersCommand } from './cli/subscribers.js'
import { faultMessage } from './platform/fault-message.js'

const program = new Command('integrationsbrief')
  .description(
    'The newsletter service. Settings come from the environment or a file .env; .env.example lists them all.'
  )
  .showHelpAfterError('(--help shows what there is)')

const commands = [
  ...serviceCommands(), migrateCommand(), issueCommand(), keysCommand(), subscribersCommand(), auditCommand(),
  editorCommand(), demoCommand()
]
for (const command of commands) program.addCommand(command)

try {
  await program.parseAsync()
} catch (error) {
  if (error instanceof Interrupted) process.exit(128 + constants.signals[error.signal])
  process.stderr.write(`integrationsbrief: ${faultMessage(error)}\n`)
  process.exitCode = 1
}
