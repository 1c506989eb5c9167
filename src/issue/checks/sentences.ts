import { memoSync } from '../../platform/memo.js'

/** Words whose full stop does not end a sentence. */
const ABBREVIATIONS = new Set(('z b d h u a o ä i e v s vgl bzw ca nr abs art st str dr prof ggf evtl inkl zzgl usw ' +
  'etc mio mrd tel max min sog bspw allg einschl ehem geb gem hrsg lt rd jan feb apr aug sept okt nov dez').split(' '))

const END = /(?<![.!?…])[.!?…]+["“”»)]*(?=\s+["„»(]?[\p{Lu}\p{N}])|\n{2,}/gu

/** The sentences of a text. A full stop after an abbreviation or an ordinal number ends none. */
export const sentencesOf = memoSync((text: string): readonly string[] => {
  const sentences: string[] = []
  let start = 0
  for (const { 0: end, index } of text.matchAll(END)) {
    const before = text.slice(start, index)
    if (end.startsWith('.') && isAbbreviation(/(?:^|[\s(„"])([\p{L}\p{N}.]+)$/u.exec(before)?.[1] ?? '')) continue
    sentences.push(text.slice(start, index + end.length).trim())
    start = index + end.length
  }
  return [...sentences, text.slice(start).trim()].filter(sentence => sentence !== '')
}, { most: 10_000 })

function isAbbreviation (word: string): boolean {
  const last = word.split('.').at(-1) ?? ''
  return /^\d{1,2}$/.test(last) || ABBREVIATIONS.has(last.toLowerCase())
}

/** The words of a sentence; an address is one, and a dash is none. */
export function wordsOf (sentence: string): string[] {
  return sentence.split(/\s+/).filter(word => /[\p{L}\p{N}]/u.test(word))
}
