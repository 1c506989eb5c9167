import { commaList, domain, trimmed } from '../settings/readers.js'
import { named, optional, withDefault, type Given } from '../settings/setting.js'
import { readDkimKey, type DkimKey } from './dkim-key.js'
import { readMailbox } from './mailbox.js'
import type { Sender } from './sender.js'

export const mailSettings = {
  MAIL_FROM: withDefault('Integrationsbrief <integrationsbrief@hessen.example>', readMailbox),
  MAIL_REPLY_TO: optional(readMailbox),
  MAIL_BOUNCE_DOMAIN: optional(domain),
  DKIM_DOMAIN: optional(domain),
  DKIM_SELECTOR: withDefault('integrationsbrief', commaList(dkimSelector)),
  DKIM_KEY_FILE: optional(commaList(trimmed))
}

type MailSettings = Given<typeof mailSettings>

/**
 * The sender that the settings describe, with its keys read from their files. Throws an Error that
 * names a setting.
 */
export function readSender (given: MailSettings): Omit<Sender, 'unsubscribeAddress'> {
  const { MAIL_FROM: from, MAIL_REPLY_TO: replyTo, MAIL_BOUNCE_DOMAIN: bounceDomain } = given
  return { from, replyTo, bounceDomain, dkim: readDkimKeys(given) }
}

const LABEL = '[a-z0-9](?:[a-z0-9-]*[a-z0-9])?'

function dkimSelector (text: string): string {
  // RFC 6376, 3.1: labels with single dots between them.
  if (text.length > 63 || !new RegExp(`^${LABEL}(?:\\.${LABEL})*$`, 'i').test(text)) {
    throw new Error('must be a name of letters, digits and hyphens')
  }
  return text
}

function readDkimKeys (given: MailSettings): DkimKey[] {
  const { DKIM_DOMAIN: domain, DKIM_SELECTOR: selectors, DKIM_KEY_FILE: files, MAIL_FROM: { domain: sender } } = given
  if (domain === undefined && files === undefined) return []
  if (domain === undefined) throw new Error('DKIM_DOMAIN is not set, but DKIM_KEY_FILE is')
  if (files === undefined) throw new Error('DKIM_KEY_FILE is not set, but DKIM_DOMAIN is')
  // Receivers accept the signature as the sender's own only where the domains agree (DMARC, RFC
  // 7489, 3.1.1).
  if (sender !== domain && !sender.endsWith(`.${domain}`)) {
    throw new Error(`DKIM_DOMAIN ${domain} does not cover the domain of MAIL_FROM, ${sender}`)
  }
  if (new Set(selectors.map(selector => selector.toLowerCase())).size < selectors.length) {
    throw new Error('DKIM_SELECTOR names one selector twice')
  }
  if (files.length !== selectors.length) {
    throw new Error(`DKIM_SELECTOR names ${selectors.length}, but DKIM_KEY_FILE ${files.length}`)
  }
  const keys = selectors.map((selector, index) => {
    const privateKey = named('DKIM_KEY_FILE', () => readDkimKey(files[index] ?? ''))
    return { domain, selector, privateKey }
  })
  // Few receivers know Ed25519 (RFC 8463): alone, it would count as no signature at all.
  if (!keys.some(({ privateKey }) => privateKey.asymmetricKeyType === 'rsa')) {
    throw new Error('DKIM_KEY_FILE names no RSA key, which most receivers need')
  }
  return keys
}
