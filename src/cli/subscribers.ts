import { Command } from 'commander'
import { countCommand } from './count-subscribers.js'
import { exportCommand } from './export-subscribers.js'
import { importCommand, undoCommand } from './import-subscribers.js'
import { eraseCommand } from './privacy/erase.js'
import { findCommand } from './privacy/find.js'

/**
 * `subscribers`: for the help desk, what is stored under one address, and its erasure; lists and
 * archives that are taken over, taken back, or written; counts.
 */
export function subscribersCommand (): Command {
  const subscribers = new Command('subscribers')
    .description('find and erase one address, import a list or an archive, undo that, export, count')
  subscribers.addCommand(countCommand())
  subscribers.addCommand(importCommand())
  subscribers.addCommand(undoCommand())
  subscribers.addCommand(exportCommand())
  subscribers.addCommand(findCommand())
  subscribers.addCommand(eraseCommand())
  return subscribers
}
