import { collapseWhitespace } from '../platform/text/collapse-whitespace.js'
import { mailColours } from '../platform/mail/accent.js'
import { compileMjml } from '../platform/mail/mjml.js'
import { TOKEN_PLACEHOLDER } from '../platform/mail/token-placeholder.js'
import type { Newsletter } from '../platform/newsletter/newsletter.js'
import type { Publisher } from '../platform/newsletter/publisher.js'
import type { FillTemplate } from '../platform/templates.js'
import { tidyText, wrapText } from '../platform/text/wrap-text.js'
import { memo } from '../platform/memo.js'
import { confirmUrl, newAddressUrl, ownDataUrl, stopChangeUrl, unsubscribeUrl } from './links.js'
import { OWN_DATA_TTL_SECONDS } from './own-data/validity.js'

export interface MailTemplateDeps {
  fill: FillTemplate
  newsletter: Pick<Newsletter, 'publicUrl'>
  confirmTtlSeconds: number
}

/** Where the link of each kind of mail leads, with its token. */
const LINKS = {
  confirm: confirmUrl,
  'confirm-imported': confirmUrl,
  'already-subscribed': unsubscribeUrl,
  'own-data': ownDataUrl,
  'new-address': newAddressUrl,
  'address-changing': stopChangeUrl
}

/**
 * Which mail: `confirm` answers the sign-up of a pending reader, `already-subscribed` that of an
 * active one; `confirm-imported` asks who is pending since a list was taken over; the others are
 * about a reader's own data.
 */
export type MailKind = keyof typeof LINKS

export interface MailText { text: string, html: string }

/** What differs between the mails of a kind. */
export interface MailWords { publisher: Publisher, accent: string, consent: string }

const MOST_WORDS = 20

/**
 * Fills the mails' templates, once for each wording of the consent and each state of the
 * publisher's data: the rest is the same for all subscribers but for `TOKEN_PLACEHOLDER`.
 */
export function cachedMailTemplates (deps: MailTemplateDeps): (kind: MailKind, words: MailWords) => Promise<MailText> {
  const { fill, newsletter: { publicUrl }, confirmTtlSeconds } = deps
  const filled = memo(async ({ kind, accent, ...words }: MailWords & { kind: MailKind }): Promise<MailText> => {
    const link = LINKS[kind](publicUrl, TOKEN_PLACEHOLDER)
    const ttl = { confirmTtlSeconds, linkTtlSeconds: OWN_DATA_TTL_SECONDS }
    const data = { ...words, ...ttl, publicUrl, link, colours: mailColours(accent) }
    return {
      text: wrapText(tidyText(await fill(`subscription/mail/${kind}.txt`, data))),
      html: collapseWhitespace(await compileMjml(await fill(`subscription/mail/${kind}.mjml`, data)))
    }
  }, { most: MOST_WORDS, keyOf: JSON.stringify })
  return async (kind, words) => await filled({ kind, ...words })
}
