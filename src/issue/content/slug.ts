const FOLDED: Readonly<Record<string, string>> = {
  ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss', æ: 'ae', ø: 'oe', œ: 'oe', ı: 'i', ł: 'l', đ: 'd'
}

const LONGEST = 80

/** What a slug looks like: lower-case letters, digits and single hyphens, at most 80. */
export const SLUG = /^(?=.{1,80}$)[a-z0-9]+(?:-[a-z0-9]+)*$/

/** The part of an address that stands for a title: umlauts folded, everything else hyphens. */
export function slugFrom (title: string): string {
  const plain = title.toLowerCase().normalize('NFC')
    .replace(/[äöüßæøœıłđ]/g, letter => FOLDED[letter] ?? letter)
    .normalize('NFD').replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '')
  if (plain.length <= 80) return plain === '' ? 'ausgabe' : plain
  // Cut between words where there is a place to cut.
  const cut = plain.slice(0, 81)
  const end = cut.lastIndexOf('-')
  return end > 20 ? cut.slice(0, end) : plain.slice(0, 80)
}

/**
 * A slug with an ending of letters, digits and hyphens; the slug is cut where both would be too
 * long.
 */
export function slugWith (slug: string, ending: string): string {
  return slug.slice(0, LONGEST - ending.length).replace(/-+$/, '') + ending
}
