const BOX = 'users?|recipients?|mailbox(?:es)?|address(?:es|ees?)?|accounts?|user(?:name|id)s?|alias(?:es)?|inbox|' +
  'customers?|employees?'
/** Words that stand for many, written in capitals in a phrase. */
const SETS: Readonly<Record<string, string>> = {
  WHO: `${BOX}|emails?|localparts?|persons?|maildrops?|rcpt`,
  BOX,
  IAM: 'i am|i\'m|i will be|i\'ll be',
  HOST: '(?:host|domain)(?: ?names?|s)?|mailservers?|destination',
  MAIL: 'messages?|emails?|mails?|attachments?|content|body',
  WER: '(?:empfänger|benutzer|nutzer|postf[aä]ch|adressat|e?mailadresse|adresse|konto)\\p{L}*|user|account|mailbox'
}
/** No words between others: what puts them in doubt, and the end of a sentence. */
const NOT_BETWEEN = '(?!(?:may|might|if|whether|maybe|perhaps|or|sender|\\.) )'
const GAPS: Readonly<Record<string, string>> = {
  '..': `(?:${NOT_BETWEEN}\\S+ ){0,2}?`,
  '...': `(?:${NOT_BETWEEN}\\S+ ){0,5}?`
}

/**
 * Fits where one of the phrases stands in a text that `plainWords` made plain. They are divided by
 * commas. `a|b` is one of two words, `(a|b)` may be missing, `a*` is a beginning, `..` and `...`
 * are up to two and up to five words between, and capitals are one of SETS.
 */
export function phrases (text: string): RegExp {
  const each = text.split(/[,\n]/).map(phrase => phrase.trim()).filter(phrase => phrase !== '')
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${each.map(toPattern).join('|')})(?![\\p{L}\\p{N}])`, 'u')
}

/** Whether the text begins with one of the phrases. */
export function beginsWith (words: RegExp, text: string): boolean {
  return words.exec(text)?.index === 0
}

function toPattern (phrase: string): string {
  return phrase.split(/ +/).map((word, index, words) => {
    const isLast = index === words.length - 1
    if (GAPS[word] !== undefined) return GAPS[word]
    const may = /^\((.*)\)$/.exec(word)
    const pattern = `(?:${toWords(may?.[1] ?? word)})`
    if (may !== null) return `(?:${pattern} )?`
    return isLast ? pattern : `${pattern} `
  }).join('')
}

function toWords (alternatives: string): string {
  return alternatives.split('|').map(word => {
    const set = SETS[word]
    if (set !== undefined) return `(?:${set})(?:'s)?`
    return word.endsWith('*') ? `${word.slice(0, -1)}[\\p{L}\\p{N}']*` : word
  }).join('|')
}
