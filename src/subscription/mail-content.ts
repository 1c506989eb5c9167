import { collapseWhitespace } from '../platform/text/collapse-whitespace.js'
import { compileMjml } from '../platform/mail/mjml.js'
import { TOKEN_PLACEHOLDER } from '../platform/mail/token-placeholder.js'
import type { Newsletter } from '../platform/newsletter/newsletter.js'
import type { FillTemplate } from '../platform/templates.js'
import { tidyText, wrapText } from '../platform/text/wrap-text.js'
import { memo } from '../platform/memo.js'
import { confirmUrl, unsubscribeUrl } from './links.js'

export interface MailTemplateDeps {
  fill: FillTemplate
  newsletter: Newsletter
  confirmTtlSeconds: number
}

/**
 * Which mail answers a sign-up: `confirm` to a pending reader, `already-subscribed` to an active
 * one.
 */
export type MailKind = 'confirm' | 'already-subscribed'

export interface MailText { text: string, html: string }

/**
 * Fills the mails' templates, once for each wording of the consent: the rest is the same for all
 * subscribers but for `TOKEN_PLACEHOLDER`.
 */
export function cachedMailTemplates (deps: MailTemplateDeps): (kind: MailKind, consent: string) => Promise<MailText> {
  const { fill, newsletter: { publisher, publicUrl }, confirmTtlSeconds } = deps
  const filled = (kind: MailKind): (consent: string) => Promise<MailText> => memo(async consent => {
    const link = (kind === 'confirm' ? confirmUrl : unsubscribeUrl)(publicUrl, TOKEN_PLACEHOLDER)
    const data = { publisher, publicUrl, link, confirmTtlSeconds, consent }
    return {
      text: wrapText(tidyText(await fill(`subscription/mail/${kind}.txt`, data))),
      html: collapseWhitespace(await compileMjml(await fill(`subscription/mail/${kind}.mjml`, data)))
    }
  })
  const byKind = { confirm: filled('confirm'), 'already-subscribed': filled('already-subscribed') }
  return async (kind, consent) => await byKind[kind](consent)
}
