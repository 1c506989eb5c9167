import { collapseWhitespace } from '../platform/text/collapse-whitespace.js'
import { mailColours } from '../platform/mail/accent.js'
import { compileMjml } from '../platform/mail/mjml.js'
import { TOKEN_PLACEHOLDER } from '../platform/mail/token-placeholder.js'
import type { Newsletter } from '../platform/newsletter/newsletter.js'
import type { Publisher } from '../platform/newsletter/publisher.js'
import type { FillTemplate } from '../platform/templates.js'
import { tidyText, wrapText } from '../platform/text/wrap-text.js'
import { memo } from '../platform/memo.js'
import { confirmUrl, unsubscribeUrl } from './links.js'

export interface MailTemplateDeps {
  fill: FillTemplate
  newsletter: Pick<Newsletter, 'publicUrl'>
  confirmTtlSeconds: number
}

/**
 * Which mail a reader gets: `confirm` who signed up and is pending, `confirm-imported` who is
 * pending since a list was taken over, `already-subscribed` who is active.
 */
export type MailKind = 'confirm' | 'confirm-imported' | 'already-subscribed'

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
    const link = (kind === 'already-subscribed' ? unsubscribeUrl : confirmUrl)(publicUrl, TOKEN_PLACEHOLDER)
    const data = { ...words, publicUrl, link, confirmTtlSeconds, colours: mailColours(accent) }
    return {
      text: wrapText(tidyText(await fill(`subscription/mail/${kind}.txt`, data))),
      html: collapseWhitespace(await compileMjml(await fill(`subscription/mail/${kind}.mjml`, data)))
    }
  }, { most: MOST_WORDS, keyOf: JSON.stringify })
  return async (kind, words) => await filled({ kind, ...words })
}
