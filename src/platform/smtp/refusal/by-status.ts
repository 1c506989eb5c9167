import type { CodeRow, RefusalKind } from './refusal.js'

/** Some are sent for a full mailbox or a blocked sender, too: then the words correct them. */
const UNLESS_SAID: readonly RefusalKind[] = ['full', 'policy', 'soft']

/** What an enhanced status code means. The first row that fits decides, unless it yields. */
export const BY_STATUS: readonly CodeRow[] = [
  {
    rule: 'status-mailbox-full',
    code: /^[45]\.2\.2$/,
    kind: 'full',
    yieldsTo: [],
    source: 'RFC 3463, 3.3: X.2.2 is a full mailbox'
  },
  {
    rule: 'status-message-too-large',
    code: /^[45]\.(2\.3|3\.4)$/,
    kind: 'policy',
    fault: 'too-large',
    yieldsTo: ['full'],
    source: 'RFC 3463, 3.3 and 3.4: X.2.3 and X.3.4 are a message that is too big for a mailbox or a system'
  },
  {
    rule: 'status-expired',
    code: /^[45]\.4\.7$/,
    kind: 'soft',
    yieldsTo: ['full', 'policy'],
    source: 'RFC 3463, 3.5: X.4.7 is a message that was tried until its time was over'
  },
  {
    rule: 'status-transient',
    code: /^4\./,
    kind: 'soft',
    yieldsTo: ['full', 'policy'],
    source: 'RFC 3463, 2: 4.X.X may be delivered later; given up by the server that reports it'
  },
  {
    rule: 'status-mailbox-unknown',
    code: /^5\.1\.1$/,
    kind: 'hard',
    yieldsTo: UNLESS_SAID,
    source: 'RFC 3463, 3.2: X.1.1 is a mailbox that does not exist'
  },
  {
    rule: 'status-domain-unknown',
    code: /^5\.1\.2$/,
    kind: 'hard',
    yieldsTo: UNLESS_SAID,
    source: 'RFC 3463, 3.2: X.1.2 is a domain that does not exist or takes no mail'
  },
  {
    rule: 'status-address-invalid',
    code: /^5\.1\.3$/,
    kind: 'hard',
    yieldsTo: UNLESS_SAID,
    source: 'RFC 3463, 3.2: X.1.3 is an address that is not valid'
  },
  {
    rule: 'status-mailbox-moved',
    code: /^5\.1\.6$/,
    kind: 'hard',
    yieldsTo: UNLESS_SAID,
    source: 'RFC 3463, 3.2: X.1.6 is a mailbox that has moved, and nobody knows where'
  },
  {
    rule: 'status-sender-address',
    code: /^5\.1\.[78]$/,
    kind: 'policy',
    fault: 'sender-refused',
    yieldsTo: [],
    source: 'RFC 3463, 3.2: X.1.7 and X.1.8 are about the address of the sender'
  },
  {
    rule: 'status-no-mail-here',
    code: /^5\.1\.10$/,
    kind: 'hard',
    yieldsTo: UNLESS_SAID,
    source: 'RFC 7505, 4.1: X.1.10 is a domain with a null MX; Exchange Online: recipient not found (NDR 5.1.10)'
  },
  {
    rule: 'status-exchange-unknown',
    code: /^5\.1\.35[01]$/,
    kind: 'hard',
    yieldsTo: UNLESS_SAID,
    source: 'Microsoft, NDRs in Exchange Online: 5.1.350 and 5.1.351, the remote server knows no such recipient'
  },
  {
    rule: 'status-mailbox-disabled',
    code: /^5\.2\.1$/,
    kind: 'soft',
    yieldsTo: 'all',
    source: 'RFC 3463, 3.3: X.2.1 is a mailbox that is disabled, for good or not; only words tell which'
  },
  {
    rule: 'status-exchange-no-domain',
    code: /^5\.4\.310$/,
    kind: 'hard',
    yieldsTo: UNLESS_SAID,
    source: 'Microsoft, NDRs in Exchange Online: 5.4.310, the domain of the recipient does not exist'
  },
  {
    rule: 'status-owner-changed',
    code: /^5\.7\.1[78]$/,
    kind: 'hard',
    yieldsTo: [],
    source: 'RFC 7293: 5.7.17 and 5.7.18, the mailbox or the domain belongs to somebody else now'
  },
  {
    rule: 'status-loop',
    code: /^5\.4\.(6|14)$/,
    kind: 'soft',
    yieldsTo: ['full', 'policy'],
    source: 'RFC 3463, 3.5: X.4.6 is a loop, which its operator will find; Exchange Online: 5.4.14'
  },
  {
    rule: 'status-not-in-ascii',
    code: /^5\.6\.7$/,
    kind: 'soft',
    yieldsTo: ['full', 'policy'],
    source: 'RFC 6531, 3.5: X.6.7 is a server on the way that takes no address beyond ASCII'
  },
  {
    rule: 'status-content',
    code: /^5\.6\./,
    kind: 'policy',
    yieldsTo: ['full'],
    source: 'RFC 3463, 3.7: X.6.X is about the content of the message'
  },
  {
    rule: 'status-refused',
    code: /^5\.7\.[01]$/,
    kind: 'policy',
    yieldsTo: ['full', 'hard'],
    source: 'RFC 3463, 3.8; Postfix, access(5): REJECT answers 5.7.1 whatever its text, so an unknown user is believed'
  },
  {
    rule: 'status-policy',
    code: /^5\.7\./,
    kind: 'policy',
    yieldsTo: ['full'],
    source: 'RFC 3463, 3.8: X.7.X is policy, authentication or reputation, such as 5.7.26 (RFC 7372)'
  },
  {
    rule: 'status-too-many',
    code: /^5\.5\.3$/,
    kind: 'policy',
    yieldsTo: 'all',
    source: 'RFC 3463, 3.6: X.5.3 is too many recipients in one transaction'
  },
  {
    rule: 'status-system',
    code: /^5\.[34]\./,
    kind: 'soft',
    yieldsTo: 'all',
    source: 'RFC 3463, 3.4 and 3.5: 5.3.X and 5.4.X are about systems and ways, not about a mailbox'
  },
  {
    rule: 'status-unclear',
    code: /^5\./,
    kind: 'unknown',
    yieldsTo: 'all',
    source: 'RFC 3463, 3: X.Y.0 and what is not listed say only that it failed'
  }
]
