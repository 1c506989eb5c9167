import { Command } from 'commander'
import { countCommand } from './count-subscribers.js'
import { exportCommand } from './export-subscribers.js'
import { importCommand, undoCommand } from './import-subscribers.js'
import { eraseCommand } from './privacy/erase.js'
import { findCommand } from './privacy/find.js'

/** `subscribers`: for the help desk, what is stored under one address, and its erasure; counts. */
export function subscribersCommand (): Command {
  const subscribers = new Command('subscribers')
    .description('find and erase one address, for those who help readers; count them all')
  subscribers.addCommand(countCommand())
  subscribers.addCommand(importCommand())
  subscribers.addCommand(undoCommand())
  subscribers.addCommand(exportCommand())
  subscribers.addCommand(findCommand())
  subscribers.addCommand(eraseCommand())
  return subscribers
}
