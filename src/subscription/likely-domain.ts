import { editDistance } from '../platform/text/edit-distance.js'

/** Where most readers in Germany have their mailbox; the more common ones first. */
const COMMON = [
  'gmail.com', 'gmx.de', 'web.de', 't-online.de', 'outlook.de', 'outlook.com', 'hotmail.com', 'hotmail.de',
  'icloud.com', 'gmx.net', 'yahoo.de', 'yahoo.com', 'freenet.de', 'googlemail.com', 'posteo.de', 'mailbox.org',
  'aol.com', 'live.de', 'live.com', 'arcor.de', 'msn.com', 'proton.me', 'protonmail.com', 'vodafone.de',
  'vodafonemail.de', 'unitybox.de', 'kabelmail.de', 'online.de', 'ymail.com', 'tutanota.com', 'tutanota.de'
]
/** Likely enough to be meant as they are, though they look like a slip. */
const ALSO_RIGHT = new Set([
  'gmx.at', 'gmx.ch', 'gmx.com', 'gmx.eu', 'gmx.org', 'gmx.info', 'gmx.biz', 'mail.de', 'mail.com', 'mail.ru',
  'email.de', 'email.com', 'aol.de', 'mac.com', 'me.com', 'yahoo.fr', 'yahoo.it', 'yahoo.es', 'yahoo.at',
  'hotmail.fr', 'hotmail.it', 'hotmail.es', 'hotmail.ch', 'hotmail.be', 'hotmail.at', 'outlook.at', 'outlook.fr',
  'outlook.it', 'outlook.es', 'live.at', 'live.fr', 'live.it', 'live.nl', 'tuta.com', 'pm.me', 'posteo.net',
  'posteo.eu', 'mailbox.de', 'online.ms', 'arcor.net'
])
/** The right name with an ending that it does not have. */
const OTHER_ENDING: Readonly<Record<string, string>> = {
  'gmail.de': 'gmail.com',
  'gmail.net': 'gmail.com',
  'googlemail.de': 'googlemail.com',
  'icloud.de': 'icloud.com',
  't-online.com': 't-online.de',
  't-online.net': 't-online.de',
  'web.com': 'web.de',
  'web.net': 'web.de',
  'freenet.com': 'freenet.de'
}
/** From this length on, two slips still leave no doubt. */
const LONG = 9

/**
 * The common mailbox domain that was most likely meant by a mistyped one, or null if there is no
 * such.
 */
export function likelyDomain (typed: string): string | null {
  if (COMMON.includes(typed) || ALSO_RIGHT.has(typed)) return null
  const known = OTHER_ENDING[typed]
  if (known !== undefined) return known
  const slips = (domain: string): number =>
    Math.abs(domain.length - typed.length) > 2 ? Infinity : editDistance(typed, domain)
  for (const allowed of [1, 2]) {
    const found = COMMON.find(domain => slips(domain) === allowed && (allowed === 1 || domain.length >= LONG))
    if (found !== undefined) return found
  }
  return null
}

/** The address with the likely domain, or null if its own is likely enough. */
export function likelyAddress (address: string): string | null {
  const at = address.lastIndexOf('@') + 1
  const domain = likelyDomain(address.slice(at))
  return domain === null ? null : address.slice(0, at) + domain
}
