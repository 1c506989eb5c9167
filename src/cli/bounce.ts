import { Command } from 'commander'
import { decisionCommands } from './bounce/decide.js'
import { explainCommand } from './bounce/explain.js'
import { readCommand } from './bounce/read.js'
import { statusCommand } from './bounce/status.js'

/** `bounce`: what comes back. */
export function bounceCommand (): Command {
  const bounce = new Command('bounce').description('what comes back: bounces, complaints, unsubscribe mails')
  bounce.addCommand(explainCommand())
  bounce.addCommand(readCommand())
  bounce.addCommand(statusCommand())
  for (const command of decisionCommands()) bounce.addCommand(command)
  return bounce
}
