import type { Command } from 'commander'
import { findSuppressionOf, search, type Stored } from '../../subscription/help-desk.js'
import { say } from '../command.js'
import { acting, addressCommand, day, sayNothing, withAddress, type OneAddress } from '../one-address.js'

interface FindOptions { json?: boolean }

/** `privacy find`, and `subscribers find`: what is stored under one address. */
export function findCommand (): Command {
  return addressCommand('find')
    .description('say whether an address is stored, since when, and whether it is suppressed')
    .action(async (options: FindOptions, command: Command) => {
      await withAddress(command, async one => await find(one, options))
    })
}

async function find (one: OneAddress, options: FindOptions): Promise<void> {
  const { masked, canonical } = one
  const stored = await search({ ...acting, ...one }, canonical)
  const suppression = await findSuppressionOf({ ...acting, ...one }, canonical)
  const found = {
    address: masked,
    subscriptions: stored.map(inJson),
    suppression: suppression === null
      ? null
      : { reason: suppression.reason, since: suppression.suppressedAt, until: suppression.endsAt }
  }
  if (stored.length === 0 && suppression === null) return sayNothing(one, options, found)
  if (options.json === true) return say(JSON.stringify(found))
  say(...stored.map(each => describe(masked, each)))
  if (suppression === null) return
  const { reason, suppressedAt, endsAt } = suppression
  say(`${masked} is suppressed (${reason}) from ${day(suppressedAt)} to ${day(endsAt)}, ` +
    'unless its reader signs up and confirms.')
}

function inJson ({ state, requestedAt, mailSentAt, confirmedAt }: Stored): object {
  return { state, asked_at: requestedAt, mailed_at: mailSentAt, confirmed_at: confirmedAt }
}

export function describe (masked: string, { state, requestedAt, mailSentAt, confirmedAt }: Stored): string {
  const mail = mailSentAt === null ? 'no confirmation mail has left yet' : `mailed on ${day(mailSentAt)}`
  const since = confirmedAt === null ? mail : `confirmed on ${day(confirmedAt)}`
  return `${masked} is ${state}: asked on ${day(requestedAt)}, ${since}.`
}
