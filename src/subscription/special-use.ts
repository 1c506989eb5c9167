/**
 * Domains without a public mailbox: the registry of special-use domain names (RFC 6761 and those
 * that followed, RFC 6762, 7686, 8375, 9476 and others) and `internal`, which ICANN has reserved
 * for private use. `arpa` stands for all below it.
 */
const SPECIAL_USE = new Set([
  'alt', 'arpa', 'example', 'example.com', 'example.net', 'example.org', 'internal', 'invalid', 'local', 'localhost',
  'onion', 'test'
])

/** Whether no mail can reach a domain (in A-labels) over the public internet. */
export function isSpecialUse (domain: string): boolean {
  const labels = domain.split('.')
  return labels.some((_, index) => SPECIAL_USE.has(labels.slice(index).join('.')))
}
