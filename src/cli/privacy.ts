import { Command } from 'commander'
import { replayCommand } from './privacy/replay.js'

/** `privacy`: what the service promises to readers, for operators. */
export function privacyCommand (): Command {
  const privacy = new Command('privacy').description('hold what was promised to readers')
  privacy.addCommand(replayCommand())
  return privacy
}
