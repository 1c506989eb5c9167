import { phrases } from './phrases.js'
import type { WordRow } from './refusal.js'

/** Said so, and documented so, by servers whose words would mean less elsewhere. */
export const DOCUMENTED: readonly WordRow[] = [
  {
    rule: 'words-exchange-edge',
    kind: 'hard',
    words: phrases('recipient address rejected access denied'),
    source: 'Microsoft, Directory-Based Edge Blocking: 550 5.4.1 is a recipient that does not exist'
  },
  {
    rule: 'words-cisco-address-rejected',
    kind: 'hard',
    words: phrases('5 1 0 address rejected'),
    source: 'Cisco Secure Email, LDAP accept and recipient access table: 550 #5.1.0 is a recipient that is not known'
  },
  {
    rule: 'words-gmail-not-found',
    kind: 'hard',
    words: phrases('check for typos or unnecessary spaces'),
    source: 'Gmail, the text of its reports for people: an address or a domain that could not be found'
  },
  {
    rule: 'words-discontinued',
    kind: 'hard',
    words: phrases('disabled or discontinued'),
    source: 'Yahoo, SMTP errors: 554 delivery error, "this account has been disabled or discontinued"'
  }
]

export const HARD: readonly WordRow[] = [
  {
    rule: 'words-domain-unknown',
    kind: 'hard',
    words: phrases(`
      HOST ... not .. found|exist*|known|resolv*|valid, HOST ... unknown|invalid|nonexist*|expired,
      unknown|invalid|illegal|bad|nonexist*|unresolvable|unroutable|unrouteable|such .. HOST,
      not .. find|resolve .. HOST, unrouteable|unroutable mail domain, nxdomain, null mx, nonexistentdomain,
      no|not .. mx|exchanger, not find a mail exchanger,
      no host by that name, no mail hosts, name or service not known, nodename nor servname,
      not a valid domain, domain existiert nicht, domain unbekannt
    `),
    source: 'RFC 3463, 3.2: X.1.2; sysexits: EX_NOHOST, "Host unknown"; qmail-remote(8): "couldn\'t find any host"'
  },
  {
    rule: 'words-mailbox-gone',
    kind: 'hard',
    words: phrases(`
      BOX ... closed|deleted|terminated|discontinued|deactivated|expired|removed|cancelled|canceled|abandoned|retired,
      closed|deleted|terminated|discontinued|deactivated|expired|abandoned .. BOX, permanently disabled,
      BOX ... no longer .. available|active|valid|exist*|in|accept*|used|works|with|has|on|at|here|monitored|be,
      no longer .. valid|exist*|active, no longer in use|service, no longer with|employed|works|on|at,
      no longer (a|an) .. customer|user|member|employee, has left the|our, user (has) moved,
      WER ... gelöscht|geschlossen|deaktiviert, WER ... nicht mehr
    `),
    source: 'RFC 3463, 3.2: X.1.6, a mailbox that was there and is not any more; RFC 5321, 4.2.2: 550, 551'
  },
  {
    rule: 'words-mailbox-unknown',
    kind: 'hard',
    words: phrases(`
      unknown|unrecogni* .. WHO, WHO ... unknown|unrecogni*|nonexist*|undefined|invalid|incorrect,
      no|not such .. WHO, no such name|local*, no one by that, unknown|such local, unknown to this|the,
      WHO ... not .. exist*|found|known|recogni*|listed|valid|registered|located|here|defined|in,
      not .. find|found|locate|identify .. WHO, unable to find|locate|identify .. WHO,
      invalid|illegal|bad|incorrect|nonexist*|unrouteable|unroutable|undefined|wrong|ambiguous .. WHO,
      not (a|an|our) valid|known|local|recogni*|registered|existing|real|current|legal .. WHO, not our customer|user,
      not have (a|an|any) .. account|mailbox, not have (a|an|any) ... account|mailbox, not exist,
      no .. mailbox|account|user|recipient .. here|found|exists|exist|by|with|for|named|called|available,
      there is no .. WHO, no valid recipient*, recipnotfound, exrecipnotfound, recipientnotfound,
      not (currently) listed in, not in .. directory|database, mailbox (is) unavailable,
      no matches to nameserver query, not have a final email delivery point
    `),
    source: 'RFC 5321, 3.3 and 4.2.2: 550; sysexits: EX_NOUSER, "User unknown"; Postfix, LOCAL_RECIPIENT_README; ' +
      'GMX, SMTP errors and Outlook.com: "mailbox unavailable"; phquery, the mailer of the CSO name server'
  },
  {
    rule: 'words-mailbox-unknown-german',
    kind: 'hard',
    words: phrases(`
      WER ... unbekannt*, unbekannte* .. WER,
      WER ... nicht .. bekannt|gefunden|vorhanden|gültig|registriert|ermittelt, WER ... existiert ... nicht,
      existiert nicht, WER ... ungültig, ungültige* .. WER
    `),
    source: 'WEB.DE, FAQ: "Benutzer nicht bekannt"; RFC 6522, 3: a report may be in the language of its readers'
  },
  {
    rule: 'words-mailbox-unknown-elsewhere',
    kind: 'hard',
    words: phrases(`
      utilisateur|destinataire|adresse|compte|boîte ... inconnu*|introuvable|invalide, n'existe pas,
      usuario|destinatario|dirección|cuenta|buzón ... desconocid*|inexistente|no existe, no existe,
      utente|destinatario|indirizzo|casella ... sconosciut*|inesistente|non esiste, non esiste,
      usuário|destinatário|endereço|conta|caixa ... desconhecid*|inexistente|inválid*, não existe,
      gebruiker|ontvanger|adres|postbus ... onbekend*|ongeldig, bestaat niet, użytkownik|adres|skrzynka ... nieznan*,
      nie istnieje, kullanıcı ... bulunamadı|yok, не существует, не найден
    `),
    source: 'The same in French, Spanish, Italian, Portuguese, Dutch, Polish, Turkish and Russian'
  }
]
