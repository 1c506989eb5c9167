import { messageOf } from '../platform/errors.js'
import type { Keyring } from '../platform/crypto/keyring.js'
import type { CompiledMail } from '../platform/mail/compile.js'
import { messageId } from '../platform/mail/message-id.js'
import type { Sender } from '../platform/mail/sender.js'
import { stampMail, type StampedMail } from '../platform/mail/stamp.js'
import type { Envelope } from '../platform/smtp/smtp-transaction.js'
import { unsubscribeToken } from '../subscription/links.js'
import type { Recipient } from './batch.js'
import { verpSender } from './verp.js'

/** One subscriber's copy of an issue, and where it goes. */
export interface Copy { envelope: Envelope, message: StampedMail }

/** A recipient who is still a subscriber; `open` opens the seal of the address. */
export interface Addressed extends Recipient { open: () => string }

/** A recipient whose copy is being made; an Error where the address cannot be opened. */
export interface Prepared extends Recipient { copy: Promise<Copy | Error> }

export interface CopyDeps { keys: Keyring, sender: Sender }

/**
 * Starts to make and sign a recipient's copy. The address is opened here, and lives as long as the
 * copy.
 */
export function prepareCopy (
  deps: CopyDeps,
  { issue, mail }: { issue: number, mail: CompiledMail },
  recipient: Addressed
): Prepared {
  const { position, id } = recipient
  const to = openAddress(recipient)
  const copy = to instanceof Error ? Promise.resolve(to) : makeCopy(deps, { issue, mail, id, to })
  // The lane sees the rejection when it awaits the copy. If the lane has ended, nobody will: keep
  // it from being unhandled.
  copy.catch(() => {})
  return { position, id, copy }
}

function openAddress ({ open }: Addressed): string | Error {
  try {
    return open()
  } catch (error) {
    return error instanceof Error ? error : new Error(messageOf(error))
  }
}

async function makeCopy (
  { keys, sender: { from, bounceDomain, dkim } }: CopyDeps,
  { issue, mail, id, to }: { issue: number, mail: CompiledMail, id: string, to: string }
): Promise<Copy> {
  const own = messageId(keys, `issue-${issue}`, id, from.domain)
  const envelopeSender = bounceDomain === undefined ? from.address : verpSender(keys, bounceDomain, { id, issue })
  const stamp = { to, token: unsubscribeToken(keys, { id, issue }), messageId: own }
  return { envelope: { from: envelopeSender, to, id: own }, message: await stampMail(mail, stamp, dkim) }
}
