// Every repetition is bounded: a long line must not take quadratic time.
/** Anything that looks like a mail address, and the tokens in readers' links. */
const LOCAL_PART = /\\?"[^"\\@]{1,64}\\?"|[^\s<>()[\]",;:\\@]{1,64}/
const DOMAIN = /\[[^\]\s]{1,60}\]|[^\s<>()[\]"',;:\\/@]{1,255}/
const ADDRESS = new RegExp(`(?:${LOCAL_PART.source})(?:@|%40|%2540|=40)(?:${DOMAIN.source})`, 'gu')
const LINK_TOKEN = /(\/(?:bestaetigen|abmelden|meine-daten)\/)[^\s"'\\/?#]+|[A-Za-z0-9_-]{51}(?![A-Za-z0-9_-])/g
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
  return text
    .replace(PASSWORD_IN_URL, (found, scheme: string, login: string) =>
      login === EXAMPLE_LOGIN ? found : `${scheme}[secret]@`)
    .replace(LINK_TOKEN, (_, path: string | undefined) => `${path ?? ''}[token]`)
    .replace(ADDRESS, found => KEPT.includes(found) ? found : '[address]')
}
