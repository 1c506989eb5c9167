const SCHEMES = ['https:', 'http:', 'mailto:', 'tel:']

/**
 * Why readers must not be given this address, as a German sentence; undefined if they may.
 * Only https, http, mailto and tel pass, and only written out in full.
 */
export function linkProblem (address: string): string | undefined {
  const shown = address.length > 60 ? `${address.slice(0, 60)}…` : address
  if (address === '') return 'Die Adresse ist leer. Beginnen Sie mit https://.'
  // URL parsers skip tabs and line breaks, so "java\nscript:" would look harmless to a plain comparison.
  if (/[\s\p{Cc}\p{Cf}]/u.test(address)) return `„${shown}“ enthält ein Leerzeichen oder ein unsichtbares Zeichen.`
  if (!URL.canParse(address)) return `„${shown}“ ist keine vollständige Adresse. Beginnen Sie mit https://.`
  const url = new URL(address)
  if (!SCHEMES.includes(url.protocol)) return `„${shown}“ ist nicht erlaubt. Erlaubt sind Adressen mit https, http, mailto und tel.`
  if (url.username !== '' || url.password !== '') return `„${shown}“ enthält Zugangsdaten und ist deshalb nicht erlaubt.`
  if (/^https?:(?!\/\/)/i.test(address)) return `„${shown}“ ist keine vollständige Adresse. Beginnen Sie mit https://.`
  return undefined
}
