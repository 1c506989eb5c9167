import { anyOf } from './any-of.js'
import type { WordRow } from './refusal.js'

const WHO = '(?:users?|recipients?|mail ?box(?:es)?|e-?mails?|addresse?s?|addressees?|accounts?|usernames?|user ?ids?|local[- ]?parts?|alias(?:es)?|persons?|maildrops?|rcpt|name|inbox|member|customer|employee)'
const DOMAIN = '(?:domains?|hosts?|hostnames?|host names?|domain names?|host or domain name|systems?|sites?|mail server|destination)'
const NOT = '(?:not|n\'t|cannot|never)'
/** Some words between, but none that puts it in doubt or is about the sender. */
const GAP = '(?:(?!(?:may|might|if|whether|maybe|perhaps|or|sender|and)\\b)\\S+ ){0,5}?'
const LITTLE = '(?:(?!(?:may|might|if|whether|maybe|perhaps|or|sender)\\b)\\S+ ){0,2}?'

/** Said by the servers of Microsoft before anything else is known of the mail. */
export const EDGE: readonly WordRow[] = [
  {
    rule: 'words-exchange-edge', kind: 'hard',
    words: anyOf('recipient address rejected: access denied'),
    source: 'Microsoft, Directory-Based Edge Blocking: 550 5.4.1 is a recipient that does not exist'
  }
]

export const HARD: readonly WordRow[] = [
  {
    rule: 'words-domain-unknown', kind: 'hard',
    words: anyOf(
      `${DOMAIN} (?:address )?(?:\\S+ )?(?:${LITTLE}(?:is |was |could )?${NOT} (?:be )?(?:found|exist|known|resolv|valid)|does(?: not|n't) exist|unknown|invalid|nonexist|non-existent|has no mx|has no mail)`,
      `(?:unknown|no such|invalid|illegal|bad|non-?existent|nonexisting|unresolvable|unrouteable|unroutable) (?:\\S+ )?${DOMAIN}\\b`, 'bad destination (?:host|system|domain)', 'couldn\'t find (?:any |a )?(?:host|mail exchanger)', 'can(?:\'t|not) find (?:any |a )?(?:host|domain|mail exchanger)',
      'name service error for \\S+ type=\\S+ host not found(?!, try)', 'illegal host/domain', 'nxdomain', 'null mx', 'does not accept mail \\(null', 'nonexistentdomain', 'host or domain name not found', 'name or service not known', 'nodename nor servname', 'no mx (?:record|host|or a)', 'has no (?:mx|mail exchanger)', 'not a valid domain', 'domain (?:\\S+ ){0,2}?(?:has )?expired', 'no host by that name', 'unable to route: no mail hosts', 'domain unbekannt', 'domain existiert nicht', 'mail host(?:s)? for domain'
    ),
    source: 'RFC 3463, 3.2: X.1.2; sysexits: EX_NOHOST, "Host unknown"; qmail-remote(8): "couldn\'t find any host"; Postfix'
  },
  {
    rule: 'words-mailbox-gone', kind: 'hard',
    words: anyOf(
      `${WHO} ${GAP}(?:has |have |had )?(?:been |was |were |is |are )?(?:permanently )?(?:disabled or discontinued|permanently disabled|deactivated|de-activated|closed|deleted|terminated|discontinued|expired|removed|cancell?ed|abandoned|retired|obsolete)\\b`,
      '(?:deactivated|closed|deleted|expired|terminated|discontinued|obsolete|abandoned) (?:\\S+ )?(?:user|mail ?box|account|recipient|address|e-?mail|customer)',
      `${WHO} ${GAP}no longer (?:\\S+ ){0,2}?(?:available|active|valid|exist|in (?:use|service|operation)|accept|used|work|with|has|on|at|here|an? |monitored|be|receiv|employed|supported)`,
      'no longer (?:\\S+ ){0,2}?(?:valid|exists?|in use|in service|with (?:us|the|this)|employed|works? (?:here|for|at)|on (?:this )?server|a (?:valid|customer|user|member)|an? (?:active|employee))', 'has (?:left|moved)(?: the| our|,|\\.| to)', 'user (?:has )?moved'
    ),
    source: 'RFC 3463, 3.2 and 3.3: X.1.6, 5.2.1; Yahoo, SMTP errors: "disabled or discontinued"'
  },
  {
    rule: 'words-mailbox-unknown', kind: 'hard',
    words: anyOf(
      `(?:unknown|unrecogni[sz]ed) ${LITTLE}${WHO}\\b`, `${WHO} ${GAP}(?:is |was |are )?(?:unknown|unrecogni[sz]ed|nonexist|non-existent|undefined)\\b`, `(?:no|not) such ${LITTLE}${WHO}\\b`, 'no such (?:user|name|person|recipient|mailbox)', '(?:unknown|no such) local',
      `${WHO} ${GAP}(?:does|do|did|is|was|could|can|are|have|has) ?${NOT} (?:${LITTLE})(?:exist|found|known|recogni[sz]ed|listed|valid|have|registered|located|a (?:valid|known|local)|on (?:this|our)|here|defined|our|in )`,
      `${WHO} ${GAP}(?:not (?:be )?(?:found|known|recogni[sz]ed|listed|exist|valid|registered|local|on (?:this|our)|here|in ))`, `(?:could|can|was|were) ?(?:${NOT}) (?:be )?(?:found|find) ${LITTLE}${WHO}`, `(?:could ?n[o']t|can ?n[o']?t|unable to) (?:find|locate|identify) (?:${LITTLE})${WHO}`,
      `(?:invalid|illegal|bad|incorrect|non-?existent|nonexisting|non-existing|unrouteable|unroutable|undefined|unresolvable|wrong|ambiguous) (?:\\S+ ){0,2}?${WHO}\\b`, `${WHO} ${GAP}(?:is |was )?(?:invalid|incorrect|illegal|bad)\\b`, `not a (?:known|valid|local|recogni[sz]ed|registered|real|current|legal|customer|mailbox|user)`, `not (?:an? )?(?:valid|known|local|existing|registered) (?:\\S+ )?${WHO}`,
      `(?:does|did|do) ?(?:${NOT}) have (?:an? |any )?(?:\\S+ ){0,3}?(?:account|mail ?box)`, 'doesn\'t have (?:an? )?(?:\\S+ ){0,3}?(?:account|mailbox)', 'no (?:\\S+ ){0,2}?(?:mail ?box|account|user|recipient|match|person|one)(?: here| found| exists?)? (?:by|with|for|named|called|of|at|in|on) (?:that|this|the|name)?', 'no (?:mail ?box|account|user|recipient)s? (?:here|found|exist)', 'there is no (?:\\S+ ){0,2}?(?:user|account|mail ?box|one|person|such|recipient|address|known)', 'no valid (?:recipients?|mailbox)', 'no recipients?\\b',
      'recipnotfound', 'recipientnotfound', 'exrecipnotfound', 'adr\\.(?:ex)?recip', 'not (?:currently )?listed in', 'not in (?:\\S+ ){0,2}?(?:directory|database|table|list)', 'unrouteable address', 'unroutable address', 'mailbox (?:is )?(?:unavailable|not available)', 'mailbox not found', 'address (?:unknown|not found|does not exist)', 'not our (?:customer|user)', '(?:mailbox|user|address|recipient) (?:lookup|verification) fail', 'no account', 'not exist', 'nonexistent' , 'does not like recipient: .{0,40}(?:unknown|no such|not exist)',
      'unknown to (?:the|this)', 'unbekannte?r? (?:\\S+ )?(?:empf\u00e4nger|benutzer|nutzer|adress|user|e-?mail|teilnehmer)', '(?:empf\u00e4nger|benutzer|nutzer|postfach|adressat|e-?mail-?adresse|mailadresse|adresse|konto|mailbox|teilnehmer|user|account)\\S* (?:\\S+ ){0,4}?(?:unbekannt|(?:ist )?nicht (?:bekannt|gefunden|vorhanden|g\u00fcltig|registriert)|existiert (?:\\S+ )?nicht|ung\u00fcltig|nicht existier|existiert hier nicht|gel\u00f6scht|nicht mehr)', 'existiert nicht', 'unbekannt(?:er|e|es)?\\b', 'nicht ermittelt werden'
    ),
    source: 'RFC 5321, 3.3 and 4.2.2; sysexits: EX_NOUSER, "User unknown"; Postfix, LOCAL_RECIPIENT_README; Exim; qmail-local(8)'
  },
  {
    rule: 'words-mailbox-unknown-elsewhere', kind: 'hard',
    words: anyOf(
      '(?:utilisateur|destinataire|adresse|compte|bo[i\u00ee]te)\\S* (?:\\S+ ){0,4}?(?:inconnue?|n\'existe p|introuvable|invalide|d\u00e9sactiv)', 'utilisateur inconnu', '(?:usuario|destinatario|direcci\u00f3n|cuenta|buz\u00f3n)\\S* (?:\\S+ ){0,4}?(?:desconocid|no existe|no encontrad|inexistente|no v\u00e1lid)', '(?:utente|destinatario|indirizzo|casella|account)\\S* (?:\\S+ ){0,4}?(?:sconosciut|non esiste|inesistente|non trovat|non valid|disabilitat|disattivat)', '(?:usu\u00e1rio|destinat\u00e1rio|endere\u00e7o|conta|caixa)\\S* (?:\\S+ ){0,4}?(?:desconhecid|n\u00e3o existe|inexistente|n\u00e3o encontrad|inv\u00e1lid|inativ)', '(?:gebruiker|ontvanger|adres|postbus)\\S* (?:\\S+ ){0,4}?(?:onbekend|bestaat niet|niet gevonden|ongeldig)', '(?:u\u017cytkownik|adres|skrzynka|konto|odbiorca)\\S* (?:\\S+ ){0,4}?(?:nieznan|nie istnieje)', 'kullan\u0131c\u0131 (?:\\S+ ){0,3}?(?:bulunamad|yok)', '\u043d\u0435 (?:\u0441\u0443\u0449\u0435\u0441\u0442\u0432\u0443\u0435\u0442|\u043d\u0430\u0439\u0434\u0435\u043d)'
    ),
    source: 'The same in French, Spanish, Italian, Portuguese, Dutch, Polish, Turkish, Russian; RFC 6522, 3: in the reader\'s language'
  }
]
