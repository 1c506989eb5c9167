import { anyOf } from './any-of.js'
import type { WordRow } from './refusal.js'

export const STILL_TRYING: readonly WordRow[] = [
  {
    rule: 'words-still-trying', kind: 'delayed',
    words: anyOf(
      'you do not need to (?:re|do)', 'no action is required on your part', 'this is a warning message only',
      'warning message only', '(?:will|to) (?:continue|keep) (?:to )?try', '(?:delivery )?attempts will continue',
      'will be retried', '(?:will|we\'ll) (?:be )?(?:retry|try(?:ing)?)(?: again| to deliver|  ?for)', 'will keep trying',
      'has not yet been delivered', 'could not be delivered (?:yet|within)', 'delivery (?:of this message )?(?:is|has been|was) delayed',
      'not been delivered yet', 'wird weiter versucht', 'noch nicht zugestellt', 'zustellung verz\u00f6gert'
    ),
    source: 'Postfix, bounce(5): delay_template; sendmail: warning after Timeout.queuewarn; Exim, 49.2: delay_warning'
  }
]

export const FULL: readonly WordRow[] = [
  {
    rule: 'words-mailbox-full', kind: 'full',
    words: anyOf(
      '(?:mail ?box|mail ?folder|inbox|user|account|storage|mail ?drop|message store)(?:\'s)?(?: \\S+){0,4}? (?:is |are |was |has become )?(?:too |over)?full\\b',
      '(?:is|are) full\\b', 'full (?:mail ?box|inbox)', 'mailfull', 'mailbox_?full',
      'over (?:the |its |his |their |allowed |allocated |maximum |disk |storage |mail ?box |mail )*(?:quota|limit)', 'overquota', 'over-quota',
      '(?:disk|storage|mail ?box|mail|user|account|message|space|allowed|inbox|folder|imap|incoming mailbox)[ -]?(?:\\S+ ){0,2}?quota', 'quota (?:\\S+ ){0,3}?(?:exceed|violation|full|reached|limit|error)',
      'exceed(?:s|ed|ing)? (?:\\S+ ){0,5}?(?:quota|storage|(?:mail ?box|disk|inbox|space)(?:\'s)? (?:\\S+ ){0,2}?(?:size|limit|space|allocation)|disk space|allotted space)',
      'exhausted (?:\\S+ ){0,2}?(?:storage|space)', 'out of (?:disk |storage )?(?:space|quota|storage)',
      '(?:insufficient|not enough|no|no more|no free|lack of|low on) (?:(?:system|disk|storage|mail ?box|mail|free|available) )*(?:storage|space|room)\\b', 'space not enough', '(?:mail ?box|inbox) exceeds', 'no space left',
      '(?:mail ?box|mail|inbox|account|user)(?:\'s)? (?:\\S+ ){0,2}?(?:size |storage |space )(?:limit )?(?:\\S+ )?(?:exceed|reached|full|limit)',
      '(?:mail ?box|inbox|account) (?:\\S+ ){0,3}?(?:limit|maximum|capacity)(?: \\S+){0,2} (?:exceed|reached)',
      'too many messages (?:in|on) (?:the |this |his |their )?(?:mail|server|folder|inbox)', 'has too many messages on the server',
      '(?:postfach|mailbox|konto|speicher|posteingang|quota)(?: \\S+){0,4}? (?:ist |wurde )?(?:voll|\u00fcberf\u00fcllt|\u00fcberschritten|ueberschritten|ersch\u00f6pft)',
      'speicher(?:platz|volumen|kapazit\u00e4t)(?: \\S+){0,4} (?:voll|\u00fcber|ueber|ersch\u00f6pft|aus)', 'hat das speichervolumen', 'zu ?viele mails auf dem server',
      'bo[i\u00ee]te (?:\\S+ ){0,3}?pleine', 'quota d\u00e9pass\u00e9', 'casella (?:\\S+ ){0,2}?piena', 'buz[o\u00f3]n (?:\\S+ ){0,2}?lleno', 'caixa (?:\\S+ ){0,3}?(?:cheia|lotada)',
      'mailbox (?:is )?vol\\b', 'skrzynka (?:\\S+ ){0,2}?pe\u0142na'
    ),
    source: 'RFC 5321, 4.2.2 (452, 552); Yahoo, SMTP errors: "over quota"; Gmail, SMTP errors: 4.2.2; WEB.DE, FAQ'
  }
]

export const SOFT: readonly WordRow[] = [
  {
    rule: 'words-greylisted', kind: 'soft',
    words: anyOf('gr[ea]y ?-?list', 'postgrey'),
    source: 'RFC 6647: greylisting asks to come again'
  },
  {
    rule: 'words-too-fast', kind: 'soft',
    words: anyOf('(?:is )?receiving mail (?:too|at a)', 'too many (?:messages|mails) (?:for|to) (?:this|the) (?:user|recipient|mailbox)', 'recipient thread limit'),
    source: 'Gmail, SMTP errors: 450 4.2.1 and 550 5.2.1, receiving mail at a rate that prevents more'
  },
  {
    rule: 'words-temporary', kind: 'soft',
    words: anyOf(
      'temporar(?:y|ily)', 'tempor\u00e4r', 'vor\u00fcbergehend', 'try again later', 'try later', 'retry later', 'please retry', 'currently (?:unavailable|not available|not accepting|disabled|suspended|offline)', 'momentarily',
      'at this time', 'resources unavailable', 'server (?:is )?(?:too )?busy', 'service (?:is )?(?:currently )?(?:not available|unavailable)', 'system (?:is )?(?:not accepting|overloaded|busy)',
      'suspended', 'suspend\\b', '(?:mail ?box|account|user|recipient|address)(?: \\S+){0,4}? (?:is |was |been )?(?:disabled|inactive)\\b(?! or discontinued)', '(?:disabled|inactive) (?:\\S+ )?(?:mail ?box|account|user|recipient)', '(?:is|are) (?:inactive|disabled)', 'not active', 'account (?:\\S+ ){0,2}?(?:on hold|locked|frozen)', 'maintenance'
    ),
    source: 'RFC 3463, 3.3: a mailbox that is disabled for a time is not gone; Gmail, SMTP errors: 4.3.0'
  },
  {
    rule: 'words-not-reached', kind: 'soft',
    words: anyOf(
      'connection (?:\\S+ ){0,3}?(?:timed? ?-?out|refused|reset|lost|closed|dropped|died|failed|aborted|terminated)', '(?:operation|connect(?:ion)?|conversation|session|read|smtp|network) (?:\\S+ ){0,2}?timed? ?-?out', 'timed out', 'timeout',
      '(?:could ?n[o\']t|can ?n[o\']?t|unable to|wasn\'t able to|was not able to|failed to) (?:\\S+ ){0,2}?(?:connect|establish|reach (?:the )?(?:host|server|remote|mail)|contact)', 'no (?:route to|answer from) host',
      '(?:host|network|server) (?:\\S+ ){0,2}?(?:is )?(?:down|unreachable|not responding|not reachable)', 'did not respond', 'not responding', 'lost connection', 'broken pipe', 'bad (?:connection|file number)',
      'server nicht erreichbar', 'keine verbindung', 'connexion refus', 'all (?:relevant mx|hosts) (?:\\S+ ){0,6}?(?:down|fail|defer|unreach|invalid)', 'retry timeout', 'unable to connect'
    ),
    source: 'RFC 5321, 4.5.4.1: a host that cannot be reached; qmail-remote(8): 4.4.1; Postfix, smtp(8)'
  },
  {
    rule: 'words-expired', kind: 'soft',
    words: anyOf(
      '(?:delivery|retry|message|maximum|max|queue)(?:\'s)? (?:\\S+ ){0,3}?(?:time|lifetime|period|attempts|age|retries)(?: limit)? (?:\\S+ ){0,2}?(?:exceed|expir|exhaust|reach)', '(?:message|mail) (?:\\S+ ){0,3}?expired',
      'been in the queue too long', '(?:too|very) long in (?:the )?queue', 'not? (?:going to )?try again', 'giving up after', 'undeliverable for \\d', 'could not be delivered (?:for|in|after|within) (?:the last )?\\d', 'retry limit', 'exceeded (?:the )?(?:max|maximum|allowed)? ?(?:delivery|retry|number of (?:delivery|retry))', 'queue\\.?expired', 'too many (?:retries|delivery attempts)'
    ),
    source: 'RFC 3463, 3.5: X.4.7; Exim, 32: retry time; qmail-send(8): queuelifetime; Exchange: QUEUE.Expired'
  },
  {
    rule: 'words-dns-for-now', kind: 'soft',
    words: anyOf(
      'host not found, try again', '(?:name ?server|dns|name service|lookup|domain name) (?:\\S+ ){0,5}?(?:try again|timed? ?out|temporary|servfail|timeout|fail(?:ed|ure))', 'name ?server (?:error|failure)', 'dns (?:error|query fail|lookup fail|failure)',
      'mx lookup failed', 'domain lookup fail', 'unable to (?:\\S+ )?look ?up', 'no (?:usable|valid) mx'
    ),
    source: 'RFC 3463, 3.5: X.4.3 is a directory server that failed; Postfix, smtp(8): "Host not found, try again"'
  },
  {
    rule: 'words-loop', kind: 'soft',
    words: anyOf('too many hops', 'hop ?count', '(?:mail|routing|forwarding|message|possible|looping|this message is) ?-?(?:\\S+ )?loop', 'loops? back to', 'looping', 'maximum (?:\\S+ )?hops', 'mail-?schleife'),
    source: 'RFC 5321, 6.3; Postfix, smtp(8): "loops back to myself"; qmail-local(8): "This message is looping"'
  },
  {
    rule: 'words-local-trouble', kind: 'soft',
    words: anyOf(
      '(?:local|server|system|internal|mail ?server|server|local) (?:\\S+ )?(?:configuration|config|software|processing|i/o) ?(?:error|problem)', 'configuration error', 'mail system (?:error|problem|configuration)', 'system error', 'internal (?:server )?error', 'local error', 'can(?:\'t|not) create (?:\\S+ )?(?:output|file)', 'permission denied', 'command (?:died|failed|time)', 'unknown mailer error', 'i/o error', 'input/output error', 'operating system error', 'protocol (?:error|violation)', 'bad sequence of commands', 'syntax error', 'command (?:not|unrecognized|out of)', 'unrecognized command', 'line too long', 'program failure', 'error (?:in|while) processing', 'local delivery fail'
    ),
    source: 'RFC 3463, 3.4: X.3.5 is a system that is not configured well; sysexits: EX_CONFIG, EX_OSERR, EX_CANTCREAT'
  }
]
