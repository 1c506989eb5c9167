// A long line must not take quadratic time: a repetition is bounded, or takes all that it has read.
const LOCAL_PART = /\\?"[^"\\@]{1,64}\\?"|[^\s<>()[\]",;:\\@]{1,64}/
const DOMAIN = /\[[^\]\s]{1,60}\]|[^\s<>()[\]"',;:\\/@]{1,255}/
const AT = /@|%40|%2540|=40/
const ADDRESS = new RegExp(`(?:${LOCAL_PART.source})(?:${AT.source})(?:${DOMAIN.source})`, 'gu')
/**
 * Told by its length alone, so it needs no path before it. A token of 51 characters that was cut to
 * less than 40 lacks half of its signature, and is of no use. A UUID has 36.
 */
const LINK_TOKEN = /(?:[A-Za-z0-9_-]|%2D|%5F){40,}/gi
const LONG = 40
/** For each ASCII character, whether a token may have it; also with `%` for a dash or a dot. */
const IN_WORD = Array.from({ length: 128 }, (_, code) => /[\w%-]/.test(String.fromCharCode(code)))
const PASSWORD_IN_URL = /(\b[a-z]{1,20}:\/\/)([^\s/@"']{1,500})@/gi

/** What our own messages show as an example; nobody can own this address (RFC 2606). */
export const EXAMPLE_ADDRESS = 'brief@example.org'
const EXAMPLE_LOGIN = 'user:password'
const KEPT = ['[secret]@', EXAMPLE_ADDRESS, 'password@host']

/**
 * Takes mail addresses, link tokens and passwords in URLs out of a text. It is the last line of
 * defence, for the words of libraries, databases and relays; our own code does not write them.
 */
export function scrub (text: string): string {
  // Most lines hold none of it. To find that out is cheaper than to search for the whole pattern.
  return AT.test(text) ? scrubTokens(scrubAddresses(text)) : scrubTokens(text)
}

function scrubAddresses (text: string): string {
  return text
    .replace(PASSWORD_IN_URL, (found, scheme: string, login: string) =>
      login === EXAMPLE_LOGIN ? found : `${scheme}[secret]@`)
    // Before tokens: an address may begin with as many letters as a token has.
    .replace(ADDRESS, found => KEPT.includes(found) ? found : '[address]')
}

function scrubTokens (text: string): string {
  return hasLongWord(text) ? text.replace(LINK_TOKEN, '[token]') : text
}

/**
 * Whether a text has a word of 40 characters. Such a word holds every 40th one, so that all others
 * are looked at only beside those: a pattern takes ten times as long, and every line pays for it.
 */
function hasLongWord (text: string): boolean {
  const isIn = (at: number): boolean => IN_WORD[text.charCodeAt(at)] === true
  for (let at = LONG - 1; at < text.length; at += LONG) {
    if (!isIn(at)) continue
    let [start, end] = [at, at + 1]
    while (isIn(start - 1)) start--
    while (isIn(end)) end++
    if (end - start >= LONG) return true
  }
  return false
}
