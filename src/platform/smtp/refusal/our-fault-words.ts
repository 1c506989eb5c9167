import { anyOf } from './any-of.js'
import type { WordRow } from './refusal.js'

/** Words about the mail, its sender or the server that brought it. They are no word about a mailbox. */
export const OUR_FAULT_WORDS: readonly WordRow[] = [
  {
    rule: 'words-sender', kind: 'policy', fault: 'sender-refused',
    words: anyOf(
      'sender (?:\\S+ ){0,3}?(?:reject|den(?:y|ied)|block|invalid|unknown|verif|not (?:allowed|found|exist|permitted|authori|accepted|valid|verified)|does(?: not|n\'t)|refused|address|domain|is not|unauth|mismatch|could|can\'?n?o?t|has been|must)', '(?:invalid|bad|unknown|unroutable|unrouteable|unverified|illegal|forged|missing|no such|unresolvable|your|blocked|rejected|refused|unauthori[sz]ed) (?:envelope |return |e?-?mail )?(?:sender|from|originator|reverse[- ]path|return[- ]path)',
      'sender\'s', '(?:domain|address|mx|host) of (?:the )?(?:sender|originator)', 'mail from (?:\\S+ ){0,3}?(?:reject|refus|den|not|unknown|block)', '(?:return|reverse)[- ]?path (?:\\S+ ){0,4}?(?:not|invalid|unknown|does)',
      'from (?:address|domain|header|field) ', 'your (?:e?-?mail )?(?:address|domain) ', 'not accept(?:ing)? (?:mail|messages?|e-?mails?) from', 'does not accept (?:\\S+ ){0,3}?from', 'from (?:this|your) (?:sender|address|domain|host|ip|server|network)', 'absender(?:adresse)?'
    ),
    source: 'RFC 3463, 3.2: X.1.7, X.1.8; Postfix, access(5) and reject_unknown_sender_domain; Exim, 43: sender verify'
  },
  {
    rule: 'words-spam', kind: 'policy',
    words: anyOf(
      '(?:anti-?)?spam', 'junk(?:[ -]?mail)?', 'unsolicited', 'bulk (?:e?-?mail|mail)', 'mass mail', '(?:looks|considered|classified|identified|detected|seems) (?:\\S+ ){0,3}?(?:as|like|to be)', 'uce\\b', 'ube\\b', 'phish', 'scam\\b', 'suspicious'
    ),
    source: 'RFC 3463, 3.8; Gmail, SMTP errors: 550 5.7.1 unsolicited mail; Microsoft, NDRs: 5.7.5xx'
  },
  {
    rule: 'words-listed', kind: 'policy',
    words: anyOf(
      '(?:block|black|deny|reject) ?-?list', 'rbl\\b', 'dnsbl', 'rhsbl', 'spamhaus', 'spamcop', 'barracuda ?central', 'senderbase', 'sender ?score', 'zen\\b', 'sorbs', 'uceprotect', 'cloudmark', '(?:is|are|was|been|be|being|currently|temporarily|permanently|has|your) (?:\\S+ )?(?:block(?:ed)?|banned|blacklisted)\\b', 'blocked (?:by|due|for|because|using|from|at|address|on)', '(?<!not (?:\\S+ )?)listed (?:in|at|on|by) ', 'reputation', 'complaints', 'banned', 'blocked\\b', 'dynamic ?(?:ip|pool|host)', '(?:open|third[- ]party) relay', 'abuse'
    ),
    source: 'RFC 5782: lists in the DNS; GMX, SMTP errors: "IP address is block listed"; Yahoo, SMTP errors: TSS, PH01'
  },
  {
    rule: 'words-authentication', kind: 'policy',
    words: anyOf(
      'spf\\b', 'dkim\\b', 'dmarc', 'sender ?id\\b', '(?:not |un)authenticated', 'authentication (?:\\S+ ){0,2}?(?:required|failed|needed|failure|is)', 'requires? (?:smtp )?auth', 'smtp auth', '(?:not |un)authori[sz]ed', 'not (?:permitted|allowed)', 'starttls', 'must (?:issue|use|authenticate|log)', 'access (?:is )?denied', 'access not', 'relay(?:ing)? (?:\\S+ ){0,4}?(?:denied|not|prohibited|disallow|refused|reject|access)', '(?:unable|not able|refus(?:e|ed|ing)) to relay', '(?:do(?:es)?|will|can|may|could|we) ?n[o\']t (?:\\S+ )?relay', 'cannot relay', 'no relay', 'rcpthosts', 'client was not'
    ),
    source: 'RFC 7372, 3: SPF, DKIM; RFC 7489, 10.3: DMARC; RFC 4954, 6; Postfix: reject_unauth_destination'
  },
  {
    rule: 'words-our-server', kind: 'policy',
    words: anyOf(
      'client host', 'sending (?:host|server|ip|mta)', 'reverse (?:dns|lookup|host|ip|name)', 'rdns', 'ptr\\b', 'fcrdns', 'helo\\b', 'ehlo\\b', 'your (?:ip|host|server|mail ?server|network|message|mail|email|e-mail|system|mta)\\b(?: \\S+){0,4}? (?:block|reject|refus|has been (?:block|reject|refus)|violat|was (?:block|reject|refus|consider|classif))', 'ip (?:address )?(?:\\S+ ){0,3}?(?:block|reject|list|refus|not|has|is|reputation)', 'too many (?:connections|sessions|recipients|errors|invalid|unknown|bad)', '(?:rate|connection|sending|hourly|daily|message) ?-?(?:\\S+ )?limit', 'throttl', 'sending (?:too|at)', 'exceed(?:s|ed) (?:\\S+ ){0,3}?(?:rate|connections|recipients|messages)', 'excessive', 'volume'
    ),
    source: 'Postfix, reject_unknown_reverse_client_hostname and anvil(8); Gmail, SMTP errors: 5.7.25, 4.7.28'
  },
  {
    rule: 'words-too-large', kind: 'policy', fault: 'too-large',
    words: anyOf(
      '(?:message|mail|e-?mail|attachment|body|header|content|file)s?(?:\'s)? (?:\\S+ ){0,3}?(?:too (?:large|big|long)|oversize|size (?:\\S+ ){0,2}?(?:exceed|limit|too|larger|violat|of)|exceeds? (?:\\S+ ){0,5}?(?:size|limit|maximum|bytes|length|kb|mb))', 'too (?:large|big)\\b', 'size (?:limit|exceed|restriction|violation|quota)', '(?:maximum|max|fixed|allowed|allowable|permitted|maximal) (?:\\S+ ){0,2}?size', 'exceed(?:s|ed)? (?:\\S+ ){0,4}?(?:message size|size limit|maximum|length)', 'larger than', 'nachricht (?:\\S+ ){0,2}?zu gro\u00df', 'len(?:gth)? (?:too|exceed)'
    ),
    source: 'RFC 1870, 6: SIZE; Postfix, message_size_limit; sendmail: "Message exceeds maximum fixed size"'
  },
  {
    rule: 'words-content', kind: 'policy',
    words: anyOf(
      'virus', 'malware', 'trojan', 'worm\\b', 'infected', '(?:message|mail|e-?mail) (?:\\S+ ){0,2}?(?:content|body|format)', 'content (?:\\S+ ){0,3}?(?:reject|filter|not|denied|violat|refus|block|den|scan|restrict)', '(?:message|mail|e-?mail|transaction) (?:\\S+ ){0,2}?(?:was |is |been )?(?:reject|refused|denied|bounced by|filtered|discard|quarantin)', '(?:polic(?:y|ies)|security) ?(?:\\S+ ){0,2}?(?:reason|violat|restrict|reject|refus|den|block|filter|prevent|prohibit|set|settings?)', '(?:due to|for|by|violates?|against|because of|of) (?:\\S+ ){0,4}?(?:polic(?:y|ies)|security)', 'polic(?:y|ies)', '(?:banned|prohibited|forbidden|dangerous|executable|illegal) (?:\\S+ )?(?:attachment|content|file|extension)', '(?:attachment|attached file) (?:\\S+ ){0,3}?(?:not|block|reject|type|prohib)', 'filter(?:ed|s)?\\b', 'not accepting (?:mail|messages|e-?mails?) (?:with|containing)', 'not rfc', 'rfc ?(?:2?822|5322)', 'header (?:\\S+ ){0,3}?(?:missing|invalid|not|syntax|duplicate)', '(?:bare|stray) (?:lf|cr|newline)', 'challenge', 'sieve', 'whitelist', 'pre-?approved', 'requires? confirmation', 'white list', 'allow ?list', 'only accepts? (?:mail|messages)', 'restricted', 'prohibited', 'moderat(?:ed|or)', 'subscribers? only', 'not (?:a )?subscribe', 'members? (?:only|of)', 'richtlinie'
    ),
    source: 'RFC 3463, 3.7 and 3.8; RFC 5429: refused by Sieve; Amavis; Exchange: RESOLVER.RST.* (restrictions)'
  }
]
