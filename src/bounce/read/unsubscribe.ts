import { phrases } from '../../platform/smtp/refusal/phrases.js'
import { plainWords } from '../../platform/smtp/refusal/plain-words.js'
import type { Mail } from './mail.js'
import { withoutQuotes } from './own-words.js'
import { hasNullSender } from './signs.js'

/** A person's own words that go beyond this are a letter, which somebody has to read. */
const MOST_CHARACTERS = 400
const MOST_LOOKED_THROUGH = 2_000
/** What a mailto: of List-Unsubscribe leads to: a word, a link's token or both, no more. */
const WORD = '(?:(?:list-)?unsubscribe|abmelden|abmeldung)'
const TOKEN = new RegExp(`^\\s*(?:${WORD}[\\s:=-]+)?[\\w-]{40,80}\\s*$`, 'i')
const ONLY_WORD = new RegExp(`^\\s*${WORD}\\s*$`, 'i')
const ASKS = phrases(`
  abmelden, abzumelden, abmeldung, abbestellen, abzubestellen, abbestellung, bestelle|bestellen ... ab, austragen,
  auszutragen, austragung, kündige, kündigen, kuendige, kuendigen, kündigung, kuendigung,
  melde|melden ... mich ... ab,
  löschen|loeschen|entfernen|streichen (sie|bitte) mich|meine|diese, bitte ... löschen|loeschen|entfernen|streichen,
  mich ... löschen|loeschen|entfernen|streichen,
  keine (weiteren|weitere|mehr) email|emails|mails|newsletter|nachrichten, keine weiteren zusendungen,
  widerruf|widerrufe ... einwilligung, aus|von ... verteiler|verteilerliste|mailingliste, mir nichts mehr,
  nichts mehr schicken|senden|zusenden, nicht länger|laenger erhalten|bekommen|beziehen|haben, kein interesse mehr,
  nicht mehr erhalten|bekommen|beziehen möchte|will, keine sendungen, kein newsletter mehr, keinen newsletter mehr,
  newsletter nicht mehr|stoppen|einstellen, unsubscribe, optout, opt out, remove me|my|this, take me off,
  delete me|my, no more|further email|emails|newsletters, off your|the list|mailing,
  beende|beenden ... abo|abonnement|zustellung, abo|abonnement beenden|stoppen, widerspreche|widerspruch, löschung,
  loeschung, end my|the subscription,
  stop sending|mailing|emailing|these, cancel my|the subscription|newsletter
`)
const DOES_NOT_ASK = phrases(`
  nicht abgemeldet|abmelden|abbestellen|austragen|gekündigt|löschen, not (want) (to) unsubscribe|remove|delete,
  wieder an, anmelden, erneut, do not unsubscribe
`)
const PREFIX = /^\s*(?:(?:re|aw|antw|fwd?|wg)\s?:\s*){0,3}/i

/**
 * Whether a mail program unsubscribes for its user by List-Unsubscribe (RFC 2369, 3.2). Apple's
 * calls such mails automatic, which they are; the wish is a person's.
 */
export function isProgramsUnsubscribe (mail: Mail): boolean {
  const { subject, fields } = mail
  if (TOKEN.test(subject)) return true
  // It sends for its user, who can be answered.
  return !hasNullSender(mail) && (ONLY_WORD.test(subject) || fields.has('x-apple-unsubscribe'))
}

/**
 * Whether a person asks not to get the newsletter any more: in the subject, or first in a short
 * text of their own.
 */
export function asksToUnsubscribe ({ subject, text }: Mail): boolean {
  if (asks(subject.replace(PREFIX, ''), 80)) return true
  const own = withoutQuotes(text)
  return own.length <= MOST_CHARACTERS && asks(own, 200)
}

/** Whether a mail asks for it anywhere above what it quotes, be it in a question or in passing. */
export function mayAskToLeave ({ subject, text }: Mail): boolean {
  return ASKS.test(plainWords(`${subject.replace(PREFIX, '')}\n${withoutQuotes(text).slice(0, MOST_LOOKED_THROUGH)}`))
}

/** A question is for somebody to answer. */
function asks (text: string, within: number): boolean {
  return !text.includes('?') && ASKS.test(plainWords(text.slice(0, within))) && !DOES_NOT_ASK.test(plainWords(text))
}
