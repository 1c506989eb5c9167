import { z } from 'zod'
import type { Context } from '../platform/context.js'
import type { Job } from '../platform/jobs/job.js'
import { mailColours } from '../platform/mail/accent.js'
import { compileMail } from '../platform/mail/compile.js'
import { messageId } from '../platform/mail/message-id.js'
import { compileMjml } from '../platform/mail/mjml.js'
import type { Sender } from '../platform/mail/sender.js'
import { stampMail } from '../platform/mail/stamp.js'
import type { House } from '../platform/newsletter/house.js'
import type { Newsletter } from '../platform/newsletter/newsletter.js'
import { judge } from '../platform/smtp/judge.js'
import type { Relay } from '../platform/smtp/relay.js'
import { RelayError } from '../platform/smtp/relay-error.js'
import type { FillTemplate } from '../platform/templates.js'
import { collapseWhitespace } from '../platform/text/collapse-whitespace.js'
import { tidyText, wrapText } from '../platform/text/wrap-text.js'
import { openAddress } from '../platform/crypto/seal.js'
import { de } from '../texts/de.js'
import { findAccount, type Account } from './account/account.js'
import { findLinkPath } from './invitation/link.js'
import { editorNames } from './account/names.js'
import { DRAFT_NEWS, ISSUE_NEWS, NOTICES } from './mail-queue.js'

export interface EditorMailDeps extends Context {
  relay: Relay
  sender: Sender
  newsletter: Pick<Newsletter, 'publicUrl'>
  house: House
  fill: FillTemplate
}

const payloadSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['invitation', 'password']), editorId: z.uuid() }),
  z.object({ kind: z.literal('notice'), editorId: z.uuid(), change: z.enum(NOTICES) }),
  z.object({
    kind: z.literal('draft'),
    editorId: z.uuid(),
    change: z.enum(DRAFT_NEWS),
    draft: z.uuid(),
    title: z.string(),
    byId: z.uuid().nullable()
  }),
  z.object({ kind: z.literal('issue'), editorId: z.uuid(), change: z.enum(ISSUE_NEWS), issue: z.int() })
])

type Payload = z.infer<typeof payloadSchema>

/**
 * The job that mails an editor. The queue tries again later what the relay cannot take now; what a
 * mailbox refuses for good is logged.
 */
export function editorMail (deps: EditorMailDeps): Job {
  return async given => {
    const payload = payloadSchema.parse(given)
    const account = await findAccount({ db: deps.pool }, payload.editorId)
    if (account === null || account.disabledAt !== null) return
    const link = await linkFor(deps, payload)
    if (link === null) return
    try {
      await send(deps, account, { ...payload, link })
    } catch (error) {
      const verdict = error instanceof RelayError ? judge(error) : null
      if (verdict?.kind !== 'failed') throw error
      deps.log.warn({ event: 'editor_mail_failed', status: verdict.status }, 'a mailbox refused a mail of the desk')
    }
  }
}

/** The link in a mail; null if it was used meanwhile or has expired. */
async function linkFor (deps: EditorMailDeps, payload: Payload): Promise<string | null> {
  const { publicUrl } = deps.newsletter
  if (payload.kind === 'notice') return `${publicUrl}/redaktion/neues-passwort`
  if (payload.kind === 'issue') return `${publicUrl}/redaktion/ausgaben/${payload.issue}`
  if (payload.kind === 'draft') return `${publicUrl}/redaktion/entwuerfe/${payload.draft}/freigabe`
  const path = await findLinkPath({ ...deps, db: deps.pool }, { editorId: payload.editorId, purpose: payload.kind })
  return path === null ? null : `${publicUrl}${path}`
}

async function send (deps: EditorMailDeps, account: Account, mail: Payload & { link: string }): Promise<void> {
  const { keys, clock, fill, relay, house, sender: { from, replyTo, dkim }, newsletter: { publicUrl } } = deps
  const { publisher, senderName, accent } = await house.current()
  const words = wordsOf(mail, { newsletter: publisher.newsletter, by: await actorOf(deps, mail) })
  const { subject } = words
  const data = { publisher, publicUrl, link: mail.link, name: account.name, colours: mailColours(accent), ...words }
  const template = mail.kind === 'issue' ? 'draft' : mail.kind
  const now = clock.now()
  const compiled = compileMail({
    from: { ...from, name: senderName },
    replyTo,
    subject,
    date: now,
    // RFC 3834: no vacation notice shall answer it.
    headers: [['Auto-Submitted', 'auto-generated']],
    text: wrapText(tidyText(await fill(`editor/mail/${template}.txt`, data))),
    html: collapseWhitespace(await compileMjml(await fill(`editor/mail/${template}.mjml`, data)))
  })
  const to = openAddress(keys, account.id, account.addressSealed)
  const occasion = `desk-${mail.kind}-${Math.floor(now.getTime() / 1000)}`
  // Two mails of one second are two mails: mailboxes show one Message-ID once.
  const told = `${account.id} ${subject}`
  const stamp = { to, token: '', messageId: messageId(keys, occasion, told, from.domain) }
  await relay.send({ from: from.address, to }, await stampMail(compiled, stamp, dkim))
}

/** Who did what a mail tells of, by name. */
async function actorOf ({ pool }: EditorMailDeps, mail: Payload): Promise<string> {
  if (mail.kind !== 'draft' || mail.byId === null) return ''
  return (await editorNames({ db: pool }, [mail.byId])).get(mail.byId) ?? ''
}

/** `change`: what happened. `button`: what the link leads to. */
interface Words { subject: string, change: string, button: string }

function wordsOf (mail: Payload, { newsletter, by }: { newsletter: string, by: string }): Words {
  const { invitation, password, notice, changes, draft, issue } = de.desk.mails
  switch (mail.kind) {
    case 'invitation': return { subject: invitation(newsletter), change: '', button: '' }
    case 'password': return { subject: password, change: '', button: '' }
    case 'notice': return { subject: notice, change: changes[mail.change], button: '' }
    case 'issue': return issue[mail.change](mail.issue)
    case 'draft': return draft[mail.change](mail.title, by === '' ? draft.somebody : by)
  }
}
