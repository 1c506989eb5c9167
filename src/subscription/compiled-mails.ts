import { createHash } from 'node:crypto'
import type { Clock } from '../platform/clock.js'
import type { Keyring } from '../platform/crypto/keyring.js'
import { compileMail, type CompiledMail } from '../platform/mail/compile.js'
import { messageId } from '../platform/mail/message-id.js'
import type { Sender } from '../platform/mail/sender.js'
import { stampMail, type StampedMail } from '../platform/mail/stamp.js'
import { memo } from '../platform/memo.js'
import type { House } from '../platform/newsletter/house.js'
import type { Publisher } from '../platform/newsletter/publisher.js'
import { de } from '../texts/de.js'
import { cachedMailTemplates, type MailKind, type MailTemplateDeps } from './mail-content.js'

export interface MailMakerDeps extends MailTemplateDeps { keys: Keyring, clock: Clock, house: House, sender: Sender }

/** One reader's mail. The same `occasion` to the same id gives the same Message-ID. */
export interface OwnMail {
  kind: MailKind
  to: string
  id: string
  occasion: string
  token: string
  /** What the reader agrees to, in the mails that say it. */
  wording?: string
}

export type MakeMail = (mail: OwnMail) => Promise<StampedMail>

/** Returns a function that makes and signs one reader's mail. */
export function createMailMaker (deps: MailMakerDeps): MakeMail {
  const { keys, clock, house, sender: { from, dkim } } = deps
  const compiled = cachedMails(deps)
  return async ({ kind, to, id, occasion, token, wording = '' }) => {
    const { publisher, senderName, accent } = await house.current()
    const second = Math.floor(clock.now().getTime() / 1000)
    const mail = await compiled({ kind, wording, publisher, senderName, accent, second })
    return await stampMail(mail, { to, token, messageId: messageId(keys, occasion, id, from.domain) }, dkim)
  }
}

/** SHA-256 of a mail as it is sent. */
export function hashOf ({ pieces }: StampedMail): Buffer {
  const hash = createHash('sha256')
  for (const piece of pieces) hash.update(piece)
  return hash.digest()
}

/** What mails have in common that are made within one second, as their date says. */
interface CommonParts {
  kind: MailKind
  wording: string
  second: number
  publisher: Publisher
  senderName: string
  accent: string
}

/** Most of the work on a mail is the encoding of its body, which is the same for all of a kind. */
function cachedMails (deps: MailMakerDeps): (common: CommonParts) => Promise<CompiledMail> {
  const { sender: { from, replyTo } } = deps
  const contentOf = cachedMailTemplates(deps)
  return memo(async ({ kind, wording, second, publisher, senderName, accent }: CommonParts) => compileMail({
    from: { ...from, name: senderName },
    replyTo,
    subject: de.subscription.subjects[kind](publisher.newsletter),
    date: new Date(second * 1000),
    // RFC 3834: no vacation notice shall answer it.
    headers: [['Auto-Submitted', 'auto-generated']],
    ...await contentOf(kind, { publisher, accent, consent: wording })
  }), { most: 4, keyOf: JSON.stringify })
}
