import { phrases } from './phrases.js'
import type { WordRow } from './refusal.js'

export const STILL_TRYING: readonly WordRow[] = [
  {
    rule: 'words-still-trying',
    kind: 'delayed',
    words: phrases(`
      you do not need to resend|retry, warning message only, no action is required, attempts will continue,
      will|to continue (to) try*, will keep trying, will be retried, will retry, will try again, will be tried again,
      not yet been delivered, not been delivered yet, delivery .. is|was|been delayed, noch nicht zugestellt,
      wird weiter versucht, zustellung verzögert
    `),
    source: 'Postfix, bounce(5): delay_template; sendmail, Timeout.queuewarn; Exim, delay_warning'
  }
]

export const FULL: readonly WordRow[] = [
  {
    rule: 'words-mailbox-full',
    kind: 'full',
    words: phrases(`
      mailbox|inbox|user|account|storage|maildrop|folder|store ... full, is|are full, full mailbox|inbox, mailfull,
      mailboxfull, overquota, over .. quota|limit, quota ... exceed*|violat*|full|reached|limit|error|überschritten,
      disk|storage|mailbox|mail|user|account|message|space|inbox|folder|email .. quota, out of .. space|quota|storage,
      exceed* ... quota|storage|space, exceed* ... mailbox|inbox .. size|limit|allocation, mailbox|inbox exceeds,
      exhausted|overdrawn .. storage|space|diskspace|quota, no|insufficient|lack|enough .. space|storage|room,
      space not enough, mailbox|inbox|account|user .. size|storage|space .. exceed*|reached|limit|full,
      mailbox|inbox|account ... limit|maximum|capacity .. exceed*|reached, too many messages .. on|in,
      postfach|mailbox|konto|speicher*|posteingang ... voll|überfüllt|überschritten|ueberschritten|erschöpft,
      hat das speichervolumen, zuviele|viele mails auf, boîte|boite ... pleine, quota dépassé, casella ... piena,
      buzón|buzon ... lleno, caixa ... cheia|lotada, mailbox .. vol, skrzynka ... pełna
    `),
    source: 'RFC 5321, 4.2.2 (452, 552); Yahoo, SMTP errors: "over quota"; Gmail, SMTP errors: 4.2.2; WEB.DE, FAQ'
  }
]

/** It stands before what it puts in doubt. */
export const DOUBT: readonly WordRow[] = [
  {
    rule: 'words-in-doubt',
    kind: 'unknown',
    words: phrases(`
      may|might|perhaps .. not .. exist*|found|valid, may|might no longer, if ... not exist, invalid|illegal|bad domain
    `),
    source: 'RFC 3463, 3: a reason that is only one of several is none that is known; a domain may be the sender\'s'
  }
]

export const SOFT: readonly WordRow[] = [
  {
    rule: 'words-greylisted',
    kind: 'soft',
    words: phrases('greylist*, graylist*, grey|gray list*, postgrey'),
    source: 'RFC 6647: greylisting asks to come again'
  },
  {
    rule: 'words-too-fast',
    kind: 'soft',
    words: phrases('receiving mail too|at, too many messages|mails for|to this|the, recipient thread limit'),
    source: 'Gmail, SMTP errors: 450 4.2.1 and 550 5.2.1, receiving mail at a rate that prevents more'
  },
  {
    rule: 'words-temporary',
    kind: 'soft',
    words: phrases(`
      temporar*, temporär*, vorübergehend*, try|retry again|later, please retry, resources unavailable,
      currently unavailable|disabled|suspended|offline, currently not available|accepting, server .. busy,
      service .. unavailable, service .. not available, system .. overloaded|busy, not accepting (network) messages,
      maintenance, momentan nicht
    `),
    source: 'RFC 3463, 3.3: a mailbox that is disabled for a time is not gone; Gmail, SMTP errors: 4.3.0'
  },
  {
    rule: 'words-mailbox-disabled',
    kind: 'soft',
    words: phrases(`
      suspend*, BOX ... disabled|inactive|locked|frozen, disabled|inactive|locked .. BOX, is|are inactive|disabled,
      not (currently) active, BOX ... on hold, gesperrt
    `),
    source: 'RFC 3463, 3.3: X.2.1 may be for good or not; Gmail, SMTP errors: 5.2.1, an account that may come back'
  },
  {
    rule: 'words-wish-of-recipient',
    kind: 'soft',
    words: phrases('recipient|user preferences, recipient only accepts'),
    source: 'Facebook, postmaster response codes: RCP-P2, refused due to recipient preferences, sent with 5.1.1'
  },
  {
    rule: 'words-not-reached',
    kind: 'soft',
    words: phrases(`
      connection ... timed|timeout|refused|reset|lost|closed|dropped|died|failed|aborted, timed out,
      timeout, time out, not|unable .. to .. connect|establish|reach|contact, not .. connect|establish|contact,
      unable|able|failed to connect|establish|contact, no route to, no answer from,
      host|network|server .. down|unreachable,
      not respond*, not responding, lost connection, broken pipe, bad connection, bad file number,
      all .. hosts ... down|fail*|defer*, not accept .. requests to connect, socket error,
      retry timeout, nicht erreichbar, keine verbindung, connexion refus*
    `),
    source: 'RFC 5321, 4.5.4.1: a host that cannot be reached; qmail-remote(8): 4.4.1; Postfix, smtp(8)'
  },
  {
    rule: 'words-expired',
    kind: 'soft',
    words: phrases(`
      delivery|retry|message|maximum|max|queue ... time|lifetime|period|attempts|age .. exceed*|expir*|exhaust*|reach*,
      message|mail ... expired, in the queue too long, long in (the) queue, not .. try again, retry limit,
      exceeded .. maximum .. attempts|retries, delivery failed N attempts, too many retries, giving up after,
      not be delivered for|in|after|within, queue expired
    `.replace('N', '\\d+')),
    source: 'RFC 3463, 3.5: X.4.7; Exim, retry rules; qmail-send(8): queuelifetime; Exchange: QUEUE.Expired'
  },
  {
    rule: 'words-dns-for-now',
    kind: 'soft',
    words: phrases(`
      not found try again, name (service|server) ... try again, nameserver|dns|lookup ... servfail|failed|failure,
      nameserver error|failure, dns error|failure, dns .. query|lookup fail*, domain|mx|host lookup fail*,
      unable to look* up
    `),
    source: 'RFC 3463, 3.5: X.4.3 is a directory server that failed; Postfix, smtp(8): "Host not found, try again"'
  },
  {
    rule: 'words-loop',
    kind: 'soft',
    words: phrases(`
      too many hops, hop count, hopcount, mail|routing|forwarding|message|possible .. loop*, loop* back to, looping,
      maximum .. hops
    `),
    source: 'RFC 5321, 6.3; Postfix, smtp(8): "loops back to myself"; qmail-local(8): "This message is looping"'
  },
  {
    rule: 'words-local-trouble',
    kind: 'soft',
    words: phrases(`
      local|server|system|internal|mailserver .. configuration|config|software|processing error|problem, i o error,
      configuration error|problem, system|internal|local error, mail system error|problem, can not create .. file,
      permission denied, command died|failed, unknown mailer error, input output error, operating system error,
      protocol error|violation, bad sequence of commands, syntax error in param*, command unrecognized|rejected,
      unrecognized command, line too long, error in|while processing, local delivery failed, program failure
    `),
    source: 'RFC 3463, 3.4: X.3.5 is a system that is not configured well; sysexits: EX_CONFIG, EX_OSERR, EX_CANTCREAT'
  }
]
