import type { Pool } from 'pg'
import { findApprovedMail, type EditionName, type FrozenMail } from '../issue/approval/approved-mail.js'
import { compileMail, type CompiledMail } from '../platform/mail/compile.js'
import { phrase } from '../platform/mail/header-text.js'
import type { Sender } from '../platform/mail/sender.js'
import { TOKEN_PLACEHOLDER } from '../platform/mail/token-placeholder.js'
import type { House, HouseNow } from '../platform/newsletter/house.js'
import type { Newsletter } from '../platform/newsletter/newsletter.js'
import { memo } from '../platform/memo.js'
import { unsubscribeUrl } from '../subscription/links.js'
import { feedbackId } from './feedback-id.js'

export interface CompileIssueDeps { sender: Sender, newsletter: Newsletter }

/**
 * A frozen mail that is on its way: all its copies carry the date on which the issue was published.
 */
export type PublishedMail = FrozenMail & { publishedAt: Date }

/** Compiles the frozen mail of an issue with the header fields of a mailing list. */
export function compileIssue ({ sender, newsletter }: CompileIssueDeps, issue: PublishedMail): CompiledMail {
  const { publisher, publicUrl, listId } = newsletter
  return compileMail({
    from: sender.from,
    replyTo: sender.replyTo,
    subject: issue.subject,
    date: issue.publishedAt,
    headers: [
      ['List-Id', `${phrase(publisher.newsletter)} <${listId}>`],
      // RFC 8058: one field with one HTTPS URI; a mailto: may stand beside it (RFC 2369, 3.2).
      ['List-Unsubscribe', [unsubscribeUrl(publicUrl, TOKEN_PLACEHOLDER), ...unsubscribeMail(sender)]
        .map(uri => `<${uri}>`).join(', ')],
      ['List-Unsubscribe-Post', 'List-Unsubscribe=One-Click'],
      ['Feedback-ID', feedbackId(listId, issue.number)]
    ],
    text: issue.body,
    html: issue.html
  })
}

function unsubscribeMail ({ unsubscribeAddress: address }: Sender): string[] {
  return address === undefined ? [] : [`mailto:${address}?subject=${TOKEN_PLACEHOLDER}`]
}

/** Names list and sender as the house does. */
export function named ({ sender, newsletter }: CompileIssueDeps, house: HouseNow): CompileIssueDeps {
  const { publisher, senderName } = house
  return {
    sender: { ...sender, from: { ...sender.from, name: senderName } }, newsletter: { ...newsletter, publisher }
  }
}

const KEPT = 3

/**
 * Compiles each edition once in the life of the process, however many batches it has, and in every
 * process alike: the house is named as it was when the issue was published. Throws for an edition
 * that is not published, and `NotApproved` for one whose bytes nobody approved.
 */
export function cachedIssueMails (
  { pool, house, sender, newsletter }: CompileIssueDeps & { pool: Pool, house: House }
): (edition: EditionName) => Promise<CompiledMail> {
  const compiled = memo(async (key: string) => {
    const [issue = '', language = ''] = key.split(' ')
    const mail = published(await findApprovedMail({ db: pool }, { issue: Number(issue), language }))
    return compileIssue(named({ sender, newsletter }, await house.read({ db: pool }, mail.publishedAt)), mail)
  }, { most: KEPT })
  return async ({ issue, language }) => await compiled(`${issue} ${language}`)
}

function published (mail: FrozenMail): PublishedMail {
  const { number, publishedAt } = mail
  if (publishedAt === null) throw new Error(`issue ${number} is not published, so its mail has no date`)
  return { ...mail, publishedAt }
}
