import type { Pool } from 'pg'
import { findFrozenMail, type FrozenMail } from '../issue/frozen-mail.js'
import { compileMail, type CompiledMail } from '../platform/mail/compile.js'
import { phrase } from '../platform/mail/header-text.js'
import type { Sender } from '../platform/mail/sender.js'
import { TOKEN_PLACEHOLDER } from '../platform/mail/token-placeholder.js'
import type { Newsletter } from '../platform/newsletter/newsletter.js'
import { memo } from '../platform/memo.js'
import { unsubscribeUrl } from '../subscription/links.js'
import { feedbackId } from './feedback-id.js'

export interface CompileIssueDeps { sender: Sender, newsletter: Newsletter }

/** A frozen mail that is on its way: all its copies carry the date of the start. */
export type StartedMail = FrozenMail & { startedAt: Date }

/** Compiles the frozen mail of an issue with the header fields of a mailing list. */
export function compileIssue ({ sender, newsletter }: CompileIssueDeps, issue: StartedMail): CompiledMail {
  const { publisher, publicUrl, listId } = newsletter
  return compileMail({
    from: sender.from,
    replyTo: sender.replyTo,
    subject: issue.subject,
    date: issue.startedAt,
    headers: [
      ['List-Id', `${phrase(publisher.newsletter)} <${listId}>`],
      // RFC 8058: one field with one HTTPS URI.
      ['List-Unsubscribe', `<${unsubscribeUrl(publicUrl, TOKEN_PLACEHOLDER)}>`],
      ['List-Unsubscribe-Post', 'List-Unsubscribe=One-Click'],
      ['Feedback-ID', feedbackId(listId, issue.number)]
    ],
    text: issue.body,
    html: issue.html
  })
}

const KEPT = 3

/** Compiles each issue once in the life of the process, however many batches it has. Throws for one that was not started. */
export function cachedIssueMails (deps: CompileIssueDeps & { pool: Pool }): (number: number) => Promise<CompiledMail> {
  return memo(async number => compileIssue(deps, started(await findFrozenMail(deps.pool, number))), { most: KEPT })
}

function started (issue: FrozenMail): StartedMail {
  const { number, startedAt } = issue
  if (startedAt === null) throw new Error(`issue ${number} was not started, so its mail has no date`)
  return { ...issue, startedAt }
}
