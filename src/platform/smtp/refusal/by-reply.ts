import type { CodeRow } from './refusal.js'

/**
 * What a reply code means that comes without a status, or with one that says nothing. The first row
 * that fits decides, unless it yields.
 */
export const BY_REPLY: readonly CodeRow[] = [
  {
    rule: 'reply-transient',
    code: /^4/,
    kind: 'soft',
    yieldsTo: ['full', 'policy'],
    source: 'RFC 5321, 4.2.1: 4yz may be repeated; given up by the server that reports it'
  },
  {
    rule: 'reply-domain-takes-no-mail',
    code: /^556$/,
    kind: 'hard',
    yieldsTo: ['full', 'policy', 'soft'],
    source: 'RFC 7504, 4 and RFC 7505, 4.1: 556 is a domain that takes no mail'
  },
  {
    rule: 'reply-authentication',
    code: /^(530|53[458]|571)$/,
    kind: 'policy',
    yieldsTo: ['full'],
    source: 'RFC 4954, 6 and RFC 3207, 4: 530 to 538 ask for a login or TLS; 571 is 5.7.1 in short (Exchange)'
  },
  {
    rule: 'reply-storage',
    code: /^552$/,
    kind: 'full',
    yieldsTo: 'all',
    source: 'RFC 5321, 4.2.2: 552 is storage that is exceeded'
  },
  {
    rule: 'reply-unclear',
    code: /^5/,
    kind: 'unknown',
    yieldsTo: 'all',
    source: 'RFC 5321, 4.2.2: 550 may be a missing mailbox or a policy; 551, 553 and 554 say even less'
  }
]
