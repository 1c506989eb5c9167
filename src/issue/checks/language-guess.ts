/**
 * The commonest small words of languages that stand in newsletters. A word that is also German is
 * left out, such as "in", "am" and "war".
 */
const SMALL_WORDS: Readonly<Record<string, string>> = {
  en: 'the of and to is are for with that this you your we our they have has from be can will not what which ' +
    'please about more people or who how all their been on it by at as if',
  fr: 'le la les une et est sont pour avec que qui vous votre nous notre dans sur pas plus ce cette ces ou aux ' +
    'du il elle ont être au par',
  es: 'el la los las una y es son para con que usted su nosotros en por no más este esta como del se lo al',
  it: 'il lo la gli una è sono per con che voi nostro di non più questo questa come della nel ed anche i le',
  pt: 'o a os as uma é são para com que você seu nós em por não mais este esta como do da dos das no na',
  tr: 've bir bu için ile olarak daha çok gibi var değil size sizin bizim olan her kadar ya veya en ne mi da de ' +
    'ücretsiz',
  pl: 'i w na z do nie jest są dla że się to jak po przez oraz od lub przy ale tak czy dla',
  ro: 'și în la cu pe nu este sunt pentru că să din mai dumneavoastră sau care o un de prin',
  nl: 'de het een en van is zijn voor met dat dit u uw wij ons niet meer of ook naar bij'
}
/** What stands in nearly every German sentence, and in no other language. */
const GERMAN = new Set(('der die das den dem ein eine einen einem einer und oder ist sind wird werden für mit von ' +
  'zu zum zur im auf aus bei nach sie wir ihr ihre ihren unser unsere nicht auch sich als wie dass wenn haben kann ' +
  'können bis über vor durch waren wer nur noch mehr alle').split(' '))

const words = Object.entries(SMALL_WORDS).map(([code, list]) => [code, new Set(list.split(' '))] as const)

const FEWEST_WORDS = 5
const SHARE = 0.3

const KANA = '\\p{Script=Hiragana}\\p{Script=Katakana}'

type Guess = (text: string) => string | null

/** Scripts, and the language by the letters that it alone has; null where it could be several. */
const SCRIPTS: ReadonlyArray<readonly [letters: string, code: Guess]> = [
  ['\\p{Script=Cyrillic}', text => /[іїєґ]/i.test(text) ? 'uk' : /[ыэё]/i.test(text) ? 'ru' : null],
  ['\\p{Script=Arabic}', text => /[ٹڈڑے]/.test(text) ? 'ur' : /[پچژگکی]/.test(text) ? 'fa' : 'ar'],
  ['\\p{Script=Hebrew}', () => 'he'],
  ['\\p{Script=Greek}', () => 'el'],
  ['\\p{Script=Ethiopic}', () => null],
  ['\\p{Script=Georgian}', () => 'ka'],
  ['\\p{Script=Armenian}', () => 'hy'],
  ['\\p{Script=Devanagari}', () => null],
  ['\\p{Script=Hangul}', () => 'ko'],
  [`\\p{Script=Han}${KANA}`, text => new RegExp(`[${KANA}]`, 'u').test(text) ? 'ja' : 'zh'],
  ['\\p{Script=Thai}', () => 'th']
]

/** A piece of another language as it stands in the text, and which one it probably is. */
export interface Foreign { text: string, code: string | null }

/** Pieces in another script: runs of two letters or more, with what stands between their words. */
export function otherScripts (text: string): Foreign[] {
  return SCRIPTS.flatMap(([letter, codeOf]) => {
    const run = new RegExp(`[${letter}]\\p{M}*(?:[${letter}\\p{M}]|[^\\p{L}\\n]{1,3}(?=[${letter}]))+[.!?؟]?`, 'gu')
    return [...text.matchAll(run)].map(([found]) => ({ text: found, code: codeOf(found) }))
  })
}

/**
 * The language of a Latin sentence that is certainly not German: five words or more, none of them a
 * small German word, and three in ten small words of one other language. Null otherwise: names and
 * borrowed words are not another language.
 */
export function otherLanguage (sentence: string): string | null {
  const all = sentence.toLowerCase().match(/[\p{Script=Latin}\p{M}]+/gu) ?? []
  if (all.length < FEWEST_WORDS || all.some(word => GERMAN.has(word))) return null
  const [best] = words.map(([code, small]) => ({ code, count: all.filter(word => small.has(word)).length }))
    .sort((one, other) => other.count - one.count)
  if (best !== undefined && best.count / all.length >= SHARE) return best.code
  return isTurkish(all) ? 'tr' : null
}

/** Turkish says with endings what others say with small words, but its letters tell it. */
function isTurkish (all: readonly string[]): boolean {
  const own = all.filter(word => /[ğış]|[ıiuü]yor|l[ae]r$/.test(word) && /[ğışçöü]/.test(word)).length
  return own / all.length >= 0.4
}
