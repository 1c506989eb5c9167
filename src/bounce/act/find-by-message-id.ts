import type { Pool } from 'pg'
import type { Keyring } from '../../platform/crypto/keyring.js'
import { parseAddress } from '../../platform/mail/address.js'
import { messageId } from '../../platform/mail/message-id.js'
import { findSubscriberId } from '../../subscription/recipients.js'
import type { Report } from '../read/report.js'
import type { Owner } from './find-owner.js'

/** As copies of an issue have them. */
const OF_AN_ISSUE = /\b(issue-([1-9]\d{0,8}))\.[0-9a-f]{32}@([^\s<>@]{1,255})/

/** A report may name many; one that is ours names one of each. */
const MOST = 5

/**
 * Finds whose mail it was where the report returns nothing of it but its Message-ID. That holds a
 * keyed hash over issue and reader: of the readers whom the report names, it is that of one alone.
 * An address without it proves nothing. Null if there is none.
 */
export async function findByMessageId (
  { pool, keys }: { pool: Pool, keys: Keyring },
  { byProgram, returned, recipients }: Pick<Report, 'byProgram' | 'returned' | 'recipients'>
): Promise<Owner | null> {
  const ours = returned.messageIds.slice(0, MOST).filter(text => OF_AN_ISSUE.test(text))
  if (!byProgram || ours.length === 0) return null
  for (const { address } of recipients.slice(0, MOST)) {
    const parsed = address === null ? null : parseAddress(address)
    const id = parsed?.ok === true ? await findSubscriberId({ pool, keys }, parsed.value.canonical) : null
    if (id === null) continue
    for (const text of ours) {
      const [, mail = '', issue = '', domain = ''] = OF_AN_ISSUE.exec(text) ?? []
      if (text.includes(messageId(keys, mail, id, domain))) return { id, issue: Number(issue), by: 'message-id' }
    }
  }
  return null
}
