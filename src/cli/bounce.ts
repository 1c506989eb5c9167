import { Command } from 'commander'
import { explainCommand } from './bounce/explain.js'

/** `bounce`: what comes back. */
export function bounceCommand (): Command {
  const bounce = new Command('bounce').description('what comes back: bounces, complaints, unsubscribe mails')
  bounce.addCommand(explainCommand())
  return bounce
}
