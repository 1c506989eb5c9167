import type { FastifyReply } from 'fastify'
import { z } from 'zod'
import { openField, sealField } from '../../platform/crypto/sealed-field.js'
import { Problem } from '../../platform/http/problem.js'
import { requireAddress, type MailAddress } from '../../platform/mail/address.js'
import { findStored, findSuppressionOf, maskAddress, type Stored } from '../../subscription/help-desk.js'
import { de } from '../../texts/de.js'
import type { DeskDeps } from '../deps.js'
import type { Pages } from '../../platform/http/page.js'
import './pages.js'

const { expired } = de.subscribers

/** Helping one reader takes the right to administer, and all factors lately. */
export const HELPS = { access: 'administer', section: 'subscribers', proved: true } as const

export const SEARCH = '/redaktion/leserinnen/suche'

/** What the pages after a search bring back: the address, sealed for the account that found it. */
export const foundForm = z.object({ gefunden: z.string().max(1_000).default('') })

type FieldDeps = Pick<DeskDeps, 'keys' | 'clock' | 'pool'>

/** The address that a page brings back. Throws a Problem for one that is too old or not ours. */
export function foundAddress (deps: FieldDeps, account: string, field: string): MailAddress {
  const text = openField(deps, account, field)
  if (text === null) throw new Problem('search-expired', 410, expired)
  return requireAddress(text)
}

interface Found {
  account: string
  address: MailAddress
  /** Looked up unless given. */
  stored?: readonly Stored[]
  notice: Pages['desk/subscriber']['notice']
}

/** Shows what is stored under an address, which the page itself does not tell. */
export async function showFound (
  deps: FieldDeps, reply: FastifyReply, { account, address, stored: given, notice }: Found
): Promise<FastifyReply> {
  const stored = given ?? await findStored(deps, address.canonical)
  const suppression = await findSuppressionOf(deps, address.canonical)
  return await reply.page('desk/subscriber', {
    masked: maskAddress(address.address),
    stored,
    suppressed: suppression === null ? null : { ...suppression, why: de.subscribers.suppressed[suppression.reason] },
    isPending: stored.some(({ state }) => state === 'pending'),
    field: sealField(deps, account, address.address),
    notice
  })
}
