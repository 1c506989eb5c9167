import { Command } from 'commander'
import { statusCommand } from './privacy/status.js'

/** `privacy`: what is kept of people, and that it ends. */
export function privacyCommand (): Command {
  const privacy = new Command('privacy').description('show what is kept of people, and that it ends')
  privacy.addCommand(statusCommand())
  return privacy
}
