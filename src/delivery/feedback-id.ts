import { createHash } from 'node:crypto'

/** Google's bounds for the sender. */
const SHORTEST = 5
const LONGEST = 15

/**
 * What Feedback-ID says of an issue's mails, in the four fields `issue:list:kind:sender` by which
 * Google's Postmaster Tools count complaints. It is the same for all recipients; the sender never
 * changes.
 */
export function feedbackId (listId: string, issue: number): string {
  return `issue-${issue}:${listId}:newsletter:${senderOf(listId)}`
}

/**
 * The list's id if it is short enough, otherwise its beginning and a hash that tells it from
 * others.
 */
function senderOf (listId: string): string {
  const readable = listId.replace(/[^a-z0-9]+/gi, '-')
  if (readable.length >= SHORTEST && readable.length <= LONGEST) return readable
  return `${readable.slice(0, 8).replace(/-$/, '')}-${createHash('sha256').update(listId).digest('hex').slice(0, 6)}`
}
