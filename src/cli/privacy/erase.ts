import type { Command } from 'commander'
import { eraseEverywhere, search } from '../../subscription/help-desk.js'
import { askWhether } from '../ask.js'
import { say, withJournal } from '../command.js'
import { acting, addressCommand, sayNothing, withAddress, type OneAddress } from '../one-address.js'
import { describe } from './find.js'

interface EraseOptions { yes?: boolean, json?: boolean }

/** `privacy erase`, and `subscribers erase`: one address and all that is stored with it. */
export function eraseCommand (): Command {
  return addressCommand('erase')
    .description('erase an address, pending or active, and all that is stored with it')
    .option('-y, --yes', 'do not ask')
    .action(async (options: EraseOptions, command: Command) => {
      await withAddress(command, async one => await erase(one, options))
    })
}

async function erase (one: OneAddress, options: EraseOptions): Promise<void> {
  const { masked, canonical } = one
  const { yes = false, json = false } = options
  const tell = (erased: boolean, sentence: string): void =>
    say(json ? JSON.stringify({ address: masked, erased }) : sentence)
  const stored = await search({ ...acting, ...one }, canonical)
  if (stored.length === 0) return sayNothing(one, options, { address: masked, erased: false })
  if (!json) say(...stored.map(each => describe(masked, each)))
  if (!yes && !await askWhether(`Erase ${masked}?`)) {
    tell(false, 'Nothing was erased.')
    process.exitCode = 1
    return
  }
  const erased = await withJournal(one, async ({ write: writeJournal }) =>
    await eraseEverywhere({ ...acting, ...one, writeJournal }, canonical))
  tell(erased, erased ? `${masked} is erased.` : `${masked} was erased meanwhile.`)
}
