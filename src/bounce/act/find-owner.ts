import { readVerpTag } from '../../delivery/verp.js'
import type { Keyring } from '../../platform/crypto/keyring.js'
import { findUnsubscribeToken } from '../../subscription/links.js'
import type { Report } from '../read/report.js'

/** Whose copy of which issue came back, and what proves it. */
export interface Owner {
  id: string
  /** 0 if the mail belonged to none. */
  issue: number
  /**
   * `subject`: by a token as the `mailto:` of List-Unsubscribe sends it; `token`: by that of a mail
   * that is returned.
   */
  by: 'subject' | 'tag' | 'token' | 'message-id'
}

/** A report may be stuffed with strings that look like ours. */
const MOST_CANDIDATES = 200

/**
 * Finds whose mail it was: by the token in its subject, by the tag in an address that the report
 * was sent to or that the returned message came from, or by the token of a link in that. Null if
 * none was signed by us. An
 * address alone proves nothing. A person may quote or carry along a mail that somebody else has
 * forwarded to them: then only what they wrote to, and their subject, count.
 */
export function findOwner (keys: Keyring, report: Report, envelopeTo: readonly string[]): Owner | null {
  const { byProgram, addressedTo, returned: { senders, links }, subject } = report
  const wisher = findUnsubscribeToken(keys, subject)
  if (wisher !== null) return { ...wisher, by: 'subject' }
  const addresses = [...envelopeTo, ...addressedTo, ...byProgram ? senders : []]
  for (const address of addresses.slice(0, MOST_CANDIDATES)) {
    const tag = readVerpTag(keys, address)
    if (tag !== null) return { ...tag, by: 'tag' }
  }
  for (const text of byProgram ? links.slice(0, MOST_CANDIDATES) : []) {
    const link = findUnsubscribeToken(keys, text)
    if (link !== null) return { ...link, by: 'token' }
  }
  return null
}

/** Whether anything looks like a tag or a token of ours, so that keys are worth looking for. */
export function mayHaveOwner ({ addressedTo, returned: { senders, links }, subject }: Report): boolean {
  return [...addressedTo, ...senders, ...links, subject].some(text => /[\w-]{50}/.test(text))
}
