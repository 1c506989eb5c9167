import { trimmed } from '../platform/settings/readers.js'
import { named, optional, type Given } from '../platform/settings/setting.js'
import { readCertificate, type CertificateFiles } from './receive/certificate.js'
import { readListenUrl, type ListenTarget } from './receive/listen-url.js'
import { readMailboxUrl, type MailboxTarget } from './receive/mailbox-url.js'

export const bounceSettings = {
  MAIL_BOUNCE_LISTEN: optional(readListenUrl),
  MAIL_BOUNCE_CERTIFICATE: optional(trimmed),
  MAIL_BOUNCE_CERTIFICATE_KEY: optional(trimmed),
  MAIL_BOUNCE_IMAP: optional(readMailboxUrl)
}

type BounceSettings = Given<typeof bounceSettings> & { MAIL_BOUNCE_DOMAIN?: string | undefined }

/** Where mails come back to. */
export interface Doors {
  /** Not set: envelope senders carry no tags, and there is no door. */
  domain: string | undefined
  listener: { target: ListenTarget, certificate: CertificateFiles | undefined } | undefined
  mailbox: MailboxTarget | undefined
}

/** The doors that the settings describe. Throws an Error that names a setting. */
export function readDoors (given: BounceSettings): Doors {
  const { MAIL_BOUNCE_DOMAIN: domain, MAIL_BOUNCE_LISTEN: target, MAIL_BOUNCE_IMAP: mailbox } = given
  for (const name of ['MAIL_BOUNCE_LISTEN', 'MAIL_BOUNCE_IMAP'] as const) {
    if (given[name] !== undefined && domain === undefined) {
      throw new Error(`${name} needs MAIL_BOUNCE_DOMAIN: set it to the domain that bounces come to`)
    }
  }
  const certificate = readCertificateFiles(given)
  if (target === undefined) return { domain, listener: undefined, mailbox }
  if (target.tlsRequired && certificate === undefined) {
    throw new Error('MAIL_BOUNCE_LISTEN requires TLS: set MAIL_BOUNCE_CERTIFICATE and MAIL_BOUNCE_CERTIFICATE_KEY')
  }
  return { domain, listener: { target, certificate }, mailbox }
}

/** Where mails of readers who want to leave come in; undefined without a door. */
export function unsubscribeAddress ({ domain, listener, mailbox }: Doors): string | undefined {
  const hasDoor = listener !== undefined || mailbox !== undefined
  return domain === undefined || !hasDoor ? undefined : `abmelden@${domain}`
}

/** They are read here so that a wrong one stops the start; the listener reads them again. */
function readCertificateFiles (given: BounceSettings): CertificateFiles | undefined {
  const { MAIL_BOUNCE_CERTIFICATE: certificate, MAIL_BOUNCE_CERTIFICATE_KEY: key } = given
  if (certificate === undefined && key === undefined) return undefined
  if (certificate === undefined) throw new Error('MAIL_BOUNCE_CERTIFICATE_KEY needs MAIL_BOUNCE_CERTIFICATE')
  if (key === undefined) throw new Error('MAIL_BOUNCE_CERTIFICATE needs MAIL_BOUNCE_CERTIFICATE_KEY')
  if (given.MAIL_BOUNCE_LISTEN === undefined) throw new Error('MAIL_BOUNCE_CERTIFICATE needs MAIL_BOUNCE_LISTEN')
  const files = { certificate, key }
  named('MAIL_BOUNCE_CERTIFICATE', () => readCertificate(files))
  return files
}
