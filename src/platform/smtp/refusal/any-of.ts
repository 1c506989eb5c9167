/** Fits where one of the phrases stands, each a regular expression in lower case, from a word's beginning. */
export function anyOf (...phrases: readonly string[]): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${phrases.join('|')})`, 'u')
}
