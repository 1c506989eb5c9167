const SCHEMES = ['https:', 'http:', 'mailto:', 'tel:']
const BEGIN = 'Beginnen Sie mit https://.'

/**
 * Why readers must not be given this address, as a German sentence; null if they may.
 * Only https, http, mailto and tel pass, and only written out in full.
 */
export function linkProblem (address: string): string | null {
  const shown = address.length > 60 ? `${address.slice(0, 60)}…` : address
  if (address === '') return `Die Adresse ist leer. ${BEGIN}`
  // URL parsers skip tabs and line breaks, so "java\nscript:" would look harmless to a plain
  // comparison.
  if (/[\s\p{Cc}\p{Cf}]/u.test(address)) return `„${shown}“ enthält ein Leerzeichen oder ein unsichtbares Zeichen.`
  if (!URL.canParse(address)) return `„${shown}“ ist keine vollständige Adresse. ${BEGIN}`
  const url = new URL(address)
  if (!SCHEMES.includes(url.protocol)) {
    return `„${shown}“ ist nicht erlaubt. Erlaubt sind Adressen mit https, http, mailto und tel.`
  }
  if (url.username !== '' || url.password !== '') {
    return `„${shown}“ enthält Zugangsdaten und ist deshalb nicht erlaubt.`
  }
  // Browsers unescape a host and then disagree on what is left.
  if (/^https?:\/\/[^/?#]*%/i.test(address)) {
    return `„${shown}“ enthält im Namen der Website ein Zeichen, das dort nicht stehen kann.`
  }
  if (/^https?:(?!\/\/)/i.test(address)) return `„${shown}“ ist keine vollständige Adresse. ${BEGIN}`
  return null
}
