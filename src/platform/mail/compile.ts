import { createHash, type Hash } from 'node:crypto'
import { foldLines } from 'nodemailer/lib/mime-funcs'
import { prepareFields, type SignedFields } from './dkim.js'
import { headerText } from './header-text.js'
import { formatMailbox, type Mailbox } from './mailbox.js'
import { encodeQuotedPrintable } from './quoted-printable.js'
import { TOKEN_PLACEHOLDER } from './token-placeholder.js'
import { UNSAFE_IN_HEADER } from './unsafe-characters.js'

/**
 * What all copies of a mail have in common. `text`, `html` and `headers` may hold
 * TOKEN_PLACEHOLDER.
 */
export interface MailContent {
  from: Mailbox
  replyTo?: Mailbox | undefined
  subject: string
  date: Date
  /** More header fields, name and value, written in this order. */
  headers: ReadonlyArray<readonly [name: string, value: string]>
  text: string
  html: string
}

/** A mail without the parts that differ from recipient to recipient. */
export interface CompiledMail {
  /**
   * The header fields that all copies share, folded, each with its CRLF; split at each token
   * placeholder.
   */
  header: readonly string[]
  /** The same fields, prepared for the signatures. */
  signedFields: SignedFields
  /** The body, split at each token placeholder. */
  body: readonly Buffer[]
  /** SHA-256 of the first piece of the body. Copy it, never update it. */
  bodyHash: Hash
}

/**
 * Compiles a mail once for all its recipients: multipart/alternative, plain text first, both parts
 * quoted-printable. Throws if a header value could end its line, or the date is invalid.
 */
export function compileMail (content: MailContent): CompiledMail {
  if (Number.isNaN(content.date.getTime())) throw new Error('the mail has no valid date')
  const boundary = `=_${createHash('sha256').update(content.text).update(content.html).digest('hex').slice(0, 32)}`
  const fields: Array<readonly [string, string]> = [
    ['From', formatMailbox(content.from)],
    ...(content.replyTo === undefined ? [] : [['Reply-To', formatMailbox(content.replyTo)] as const]),
    ['Subject', headerText(content.subject)],
    ['Date', content.date.toUTCString().replace('GMT', '+0000')],
    ...content.headers,
    ['MIME-Version', '1.0'],
    ['Content-Type', `multipart/alternative; boundary="${boundary}"`]
  ]
  for (const [name, value] of [['Subject', content.subject] as const, ...fields]) {
    if (UNSAFE_IN_HEADER.test(value)) throw new Error(`the header ${name} holds a control character`)
  }
  const body = [
    `--${boundary}`, ...part('text/plain', content.text),
    `--${boundary}`, ...part('text/html', content.html),
    `--${boundary}--`, ''
  ].join('\r\n').split(TOKEN_PLACEHOLDER).map(piece => Buffer.from(piece))
  return {
    header: fields.map(([name, value]) => `${formatField(name, value)}\r\n`).join('').split(TOKEN_PLACEHOLDER),
    signedFields: prepareFields(fields),
    body,
    bodyHash: createHash('sha256').update(body[0] as Buffer)
  }
}

/**
 * A header field as it is sent: folded at white space after at most 76 columns, without its last
 * CRLF.
 */
export function formatField (name: string, value: string): string {
  return foldLines(`${name}: ${value}`, 76)
}

function part (type: string, content: string): string[] {
  return [
    `Content-Type: ${type}; charset=utf-8`,
    'Content-Transfer-Encoding: quoted-printable',
    '',
    encodeQuotedPrintable(content)
  ]
}
