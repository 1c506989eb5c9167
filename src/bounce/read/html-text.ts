const UNSEEN = ['style', 'script', 'title']
const ENDS_A_LINE = /<\/?(?:br|p|div|tr|li|h[1-6]|table|blockquote|pre)\b[^<>]{0,2000}>/gi
const TAG = /<[a-z/!?][^<>]{0,10000}>/gi
const NAMED: Readonly<Record<string, string>> = {
  nbsp: ' ',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: '\'',
  auml: 'ä',
  ouml: 'ö',
  uuml: 'ü',
  Auml: 'Ä',
  Ouml: 'Ö',
  Uuml: 'Ü',
  szlig: 'ß'
}

/** The words of a page of HTML, line by line: enough to read what it says, nothing to show. */
export function htmlText (html: string): string {
  return UNSEEN.reduce(withoutElement, html)
    .replace(/\s+/g, ' ').replace(ENDS_A_LINE, '\n').replace(TAG, '').replace(/&(#?\w{1,10});/g, character)
}

/** Takes elements out with what is in them; one that does not end goes on to the end. */
function withoutElement (html: string, name: string): string {
  const folded = html.toLowerCase()
  const kept: string[] = []
  let from = 0
  for (;;) {
    const start = folded.indexOf(`<${name}`, from)
    if (start < 0) return kept.join('') + html.slice(from)
    kept.push(html.slice(from, start))
    const end = folded.indexOf(`</${name}`, start)
    if (end < 0) return kept.join('')
    from = end + name.length + 3
  }
}

function character (whole: string, name: string): string {
  if (!name.startsWith('#')) return NAMED[name] ?? ' '
  const code = /^#x/i.test(name) ? parseInt(name.slice(2), 16) : Number(name.slice(1))
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole
}
