import type { Mail } from './mail.js'
import { withoutQuotes } from './own-words.js'

/** A person's own words that go beyond this are a letter, which somebody has to read. */
const MOST_CHARACTERS = 400
/** A link's token, alone or after a word. */
const TOKEN = /^\s*(?:(?:unsubscribe|abmelden|abmeldung)[\s:=-]*)?[\w-]{40,80}\s*$/i
const ASKS = new RegExp('(?:^|[\\s,;:!.("„])(?:' + [
  'ab(?:zu)?melden', 'abmeldung', 'abbestell(?:en|ung)', 'ab(?:zu)?bestellen', 'aus(?:zu)?tragen', 'austragung', 'k(?:ü|ue)ndig(?:en|ung)', 'melden? (?:sie )?mich (?:\\S+ ){0,6}?ab',
  'bestell(?:e|en|t)? (?:ich )?(?:\\S+ ){0,5}?ab', '(?:bitte )?(?:l(?:ö|oe)schen|l(?:ö|oe)scht|entfernen|streichen) (?:sie |bitte )?(?:mich|meine|diese)', 'bitte (?:\\S+ ){0,4}?(?:l(?:ö|oe)schen|entfernen|streichen|abmelden|austragen)',
  'keine? (?:weiteren? |mehr )?(?:e-?mails?|mails?|newsletter|nachrichten|zusendung(?:en)?|infobriefe?)(?: mehr| zusenden| erhalten| senden| bekommen)?', '(?:e-?mails?|newsletter) (?:nicht mehr|stoppen|einstellen|stornieren)',
  'un-?subscribe', 'opt[ -]?out', 'remove (?:me|my|this)', 'take me off', 'delete (?:me|my)', 'stop (?:sending|mailing|e-?mailing|these|the)', 'no (?:more|further) (?:e-?mails?|mails?|newsletters?|messages?)', 'cancel (?:my |the )?(?:subscription|newsletter)'
].join('|') + ')(?=$|[\\s,;:!.)“"])', 'iu')
const DOES_NOT_ASK = /\?|nicht (?:ab(?:ge)?meld|abbestell|austrag|gek(?:ü|ue)ndigt|l(?:ö|oe)sch)|(?:do not|don't|not|never) (?:want to )?(?:unsubscribe|remove|delete)|wieder an|anmelden|erneut/i
const PREFIX = /^\s*(?:(?:re|aw|antw|fwd?|wg)\s?:\s*){0,3}/i

/** Whether a subject is nothing but the token of a link, as List-Unsubscribe makes mail programs send it. */
export function isTokenSubject ({ subject }: Mail): boolean {
  return TOKEN.test(subject)
}

/** Whether a person asks not to get the newsletter any more: in the subject, or first in a short text. */
export function asksToUnsubscribe ({ subject, text }: Mail): boolean {
  if (asks(subject.replace(PREFIX, ''), 80)) return true
  const own = withoutQuotes(text)
  if (own.length > MOST_CHARACTERS || DOES_NOT_ASK.test(own)) return false
  const firstLines = own.split('\n').map(line => line.trim()).filter(line => line !== '').slice(0, 4)
  return asks(firstLines.join(' '), 200)
}

function asks (text: string, within: number): boolean {
  return ASKS.test(text.slice(0, within)) && !DOES_NOT_ASK.test(text)
}
