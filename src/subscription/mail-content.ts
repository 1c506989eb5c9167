import { collapseWhitespace } from '../platform/collapse-whitespace.js'
import { compileMjml } from '../platform/mail/mjml.js'
import { TOKEN_SLOT } from '../platform/mail/slot.js'
import type { Publisher } from '../platform/publisher.js'
import type { FillTemplate } from '../platform/templates.js'
import { tidyText, wrapText } from '../platform/wrap-text.js'
import { confirmUrl, unsubscribeUrl } from './links.js'

export interface MailContentParts {
  fill: FillTemplate
  publisher: Publisher
  publicUrl: string
  confirmTtlSeconds: number
}

/** Which mail answers a sign-up: `confirm` to a pending reader, `already` to an active one. */
export type MailKind = 'confirm' | 'already'

export interface MailText { text: string, html: string }

/** Fills the mails' templates, once for each wording of the consent: the rest is the same for all readers but for `TOKEN_SLOT`. */
export function mailContents ({ fill, publisher, publicUrl, confirmTtlSeconds }: MailContentParts): (kind: MailKind, consent: string) => Promise<MailText> {
  const filled = new Map<string, Promise<MailText>>()

  async function fillOnce (kind: MailKind, consent: string): Promise<MailText> {
    const link = (kind === 'confirm' ? confirmUrl : unsubscribeUrl)(publicUrl, TOKEN_SLOT)
    const data = { publisher, publicUrl, link, confirmTtlSeconds, consent }
    return {
      text: wrapText(tidyText(await fill(`confirmation/${kind}.txt`, data))),
      html: collapseWhitespace(await compileMjml(await fill(`confirmation/${kind}.mjml`, data)))
    }
  }

  return async (kind, consent) => {
    const key = `${kind} ${consent}`
    let content = filled.get(key)
    if (content === undefined) {
      content = fillOnce(kind, consent)
      filled.set(key, content)
      content.catch(() => filled.delete(key))
    }
    return await content
  }
}
