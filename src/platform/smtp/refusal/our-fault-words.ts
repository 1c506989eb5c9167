import { phrases } from './phrases.js'
import type { WordRow } from './refusal.js'

/** Words about the mail, its sender or the server that brought it: none is about a mailbox. */
export const OUR_FAULT: readonly WordRow[] = [
  {
    rule: 'words-sender',
    kind: 'policy',
    fault: 'sender-refused',
    words: phrases(`
      sender ... reject*|den*|block*|invalid|unknown|verif*|refused|not|mismatch, sender address|domain, sender's,
      valid from, from header|domain, after|to (the) mail from,
      invalid|bad|unknown|unroutable|unrouteable|unverified|illegal|forged|missing|blocked|rejected .. sender|from,
      domain|address|mx of (the) sender, mail from ... reject*|den*|refused|not|unknown|block*, return|reverse path,
      your (email) address|domain, not accept* .. mail|messages|emails from, not accept* ... from,
      from this|your sender|address|domain|host|ip|server|network, absender*, backscatter*
    `),
    source: 'RFC 3463, 3.2: X.1.7, X.1.8; Postfix, access(5), reject_unknown_sender_domain; ' +
      'Exim, ACL "verify = sender"; MDaemon, Backscatter Protection: a return path that it did not sign'
  },
  {
    rule: 'words-spam',
    kind: 'policy',
    words: phrases(`
      spam*, antispam*, junk, junkmail, unsolicited, bulk mail|email, mass mail*, uce, ube, phish*, scam, suspicious,
      looks|considered|classified|identified|detected|seems .. as|like|to
    `),
    source: 'RFC 3463, 3.8; Gmail, SMTP errors: 550 5.7.1 unsolicited mail; Microsoft, NDRs: 5.7.5xx'
  },
  {
    rule: 'words-listed',
    kind: 'policy',
    words: phrases(`
      blocklist*, blacklist*, denylist*, rejectlist*, block|black|deny list*, rbl, dnsbl, rhsbl, spamhaus, spamcop,
      senderbase, senderscore, sorbs, uceprotect, cloudmark, blocked, banned, block listed,
      (?<!not )listed at|on|by, is|are|was|been listed in, reputation, complaints, dynamic ip|pool|host, open relay,
      third party relay, abuse, abusive
    `),
    source: 'RFC 5782: lists in the DNS; GMX, SMTP errors: "IP address is block listed"; Yahoo, SMTP errors: TSS'
  },
  {
    rule: 'words-authentication',
    kind: 'policy',
    words: phrases(`
      spf, dkim, dmarc, senderid, unauthenticated, not authenticated,
      authentication .. required|failed|needed|failure, require* (smtp) auth*, smtp auth, unauthorized,
      unauthorised, not authorized|authorised|permitted|allowed, starttls, must issue|use|authenticate|log,
      access (is) denied, relay* ... denied|not|prohibited|refused|reject*, to relay, not .. relay*, no relay*,
      rcpthosts, client was not
    `),
    source: 'RFC 7372, 3: SPF, DKIM; RFC 7489, 10.3: DMARC; RFC 4954, 6; Postfix, reject_unauth_destination'
  },
  {
    rule: 'words-our-server',
    kind: 'policy',
    words: phrases(`
      client host, sending host|server|ip|mta, reverse dns|lookup|host|ip|hostname, rdns, ptr, helo, ehlo, thrott*,
      your ip|host|server|mailserver|network|system|mta .. is|has|was|must|require*, your (mail) server require*,
      your message|mail|email ... blocked|rejected|refused|violates|considered|classified,
      ip (address) .. blocked|rejected|refused|not|has,
      too many .. connections|sessions|recipients|users|errors|unknown,
      rate|sending|hourly|daily|connection .. limit*, sending too, exceed* ... rate|connections|recipients, excessive
    `),
    source: 'Postfix, reject_unknown_reverse_client_hostname, anvil(8); Gmail, SMTP errors: 5.7.25, 4.7.28'
  },
  {
    rule: 'words-too-large',
    kind: 'policy',
    fault: 'too-large',
    words: phrases(`
      MAIL ... too large|big, MAIL .. size .. exceed*|limit*|too|larger, MAIL .. exceeds ... size|limit|maximum,
      too large|big, size limit*|exceed*|restriction|violation, maximum|max|fixed|allowed .. size,
      exceed* ... size|length, larger than, nachricht .. zu groß
    `),
    source: 'RFC 1870, 6: SIZE; Postfix, message_size_limit; sendmail: "Message exceeds maximum fixed size"'
  },
  {
    rule: 'words-content',
    kind: 'policy',
    words: phrases(`
      virus*, malware, trojan, infected, MAIL content*,
      content .. reject*|filter*|not|denied|violat*|refused|blocked,
      MAIL .. (was|is|been) rejected|refused|denied|filtered|quarantined|bounced, transaction .. rejected|refused,
      filter*, polic*, security reason*|settings, banned|prohibited|forbidden .. attachment|content|file,
      attachment ... not|blocked|rejected|type, not accepting mail|messages with|containing, not rfc, rfc compli*,
      header ... missing|invalid|not|duplicate, bare lf, challenge, sieve, whitelist*, allowlist*, preapproved,
      requires confirmation, only accepts mail|messages, restricted, prohibited, moderat*, subscribers only,
      only members|subscribers, members only, member of, richtlinie*
    `),
    source: 'RFC 3463, 3.7 and 3.8; RFC 5429: refused by Sieve; Amavis; Exchange: RESOLVER.RST (restrictions)'
  }
]
