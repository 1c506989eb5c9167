import { encodeWords } from 'nodemailer/lib/mime-funcs'
import type { Pool } from 'pg'
import { findFrozenMail, type FrozenMail } from '../issue/frozen.js'
import { compileMail, type CompiledMail } from '../platform/mail/compile.js'
import type { Mailbox } from '../platform/mail/mailbox.js'
import { TOKEN_SLOT } from '../platform/mail/slot.js'
import { unsubscribeUrl } from '../subscription/links.js'

export interface CompileIssueParts {
  publicUrl: string
  from: Mailbox
  replyTo: Mailbox | undefined
  /** The newsletter's name and its List-Id (RFC 2919), the same for every issue. */
  listName: string
  listId: string
}

/** Compiles the frozen mail of an issue with the header fields of a mailing list. */
function compileIssue ({ publicUrl, from, replyTo, listName, listId }: CompileIssueParts, issue: FrozenMail): CompiledMail {
  const mailbox = (replyTo ?? from).address
  return compileMail({
    from,
    replyTo,
    subject: issue.subject,
    date: issue.startedAt ?? new Date(Number.NaN),
    headers: [
      ['List-Id', `${encodeWords(listName, 'Q', 52)} <${listId}>`],
      // RFC 8058: one field with one HTTPS URI; the mailto is for programs that know RFC 2369 only.
      ['List-Unsubscribe', `<${unsubscribeUrl(publicUrl, TOKEN_SLOT)}>, <mailto:${encodeURIComponent(mailbox).replace('%40', '@')}?subject=abmelden%20${TOKEN_SLOT}>`],
      ['List-Unsubscribe-Post', 'List-Unsubscribe=One-Click'],
      // Per issue, never per recipient.
      ['Feedback-ID', `${issue.number}:${listId}`]
    ],
    text: issue.body,
    html: issue.html
  })
}

const KEPT = 3

/** Compiles each issue once in the life of the process, however many batches it has. */
export function compiledIssues (parts: CompileIssueParts & { pool: Pool }): (number: number) => Promise<CompiledMail> {
  const compiled = new Map<number, Promise<CompiledMail>>()
  return async number => {
    let mail = compiled.get(number)
    if (mail === undefined) {
      mail = findFrozenMail(parts.pool, number).then(issue => compileIssue(parts, issue))
      compiled.set(number, mail)
      mail.catch(() => compiled.delete(number))
      for (const oldest of [...compiled.keys()].slice(0, -KEPT)) compiled.delete(oldest)
    }
    return await mail
  }
}
