import { Command } from 'commander'
import { eraseCommand } from './privacy/erase.js'
import { findCommand } from './privacy/find.js'
import { proofCommand } from './privacy/proof.js'
import { recordCommand } from './privacy/record.js'
import { replayCommand } from './privacy/replay.js'
import { statusCommand } from './privacy/status.js'

/** `privacy`: what is stored of people, for those who answer for it. */
export function privacyCommand (): Command {
  const privacy = new Command('privacy')
    .description('what is stored of people, and that it ends; find, prove and erase what is stored of one person')
  privacy.addCommand(statusCommand())
  privacy.addCommand(findCommand())
  privacy.addCommand(proofCommand())
  privacy.addCommand(eraseCommand())
  privacy.addCommand(recordCommand())
  privacy.addCommand(replayCommand())
  return privacy
}
