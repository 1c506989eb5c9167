import type { MarkdownIt, StateInline } from 'markdown-it'

/** Languages whose script runs from right to left. */
const RIGHT_TO_LEFT = new Set(['ar', 'ckb', 'dv', 'fa', 'he', 'ps', 'sd', 'ug', 'ur', 'yi'])
const CODE = /^[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-[A-Z]{2})?$/
const MARK = /\{lang=([A-Za-z0-9-]{1,35})\}/y

const names = new Intl.DisplayNames('de', { type: 'language', fallback: 'none' })

/** The German name of a language by its code (BCP 47): "Türkisch" for tr; null if there is none. */
export function languageName (code: string): string | null {
  return CODE.test(code) ? names.of(code) ?? null : null
}

/** What is wrong with the code of a language, as a German sentence; null if nothing. */
export function languageProblem (code: string): string | null {
  if (languageName(code) !== null) return null
  return `Die Sprache „${code}“ ist unbekannt. Schreiben Sie ihr Kürzel, zum Beispiel en, tr, ar oder uk.`
}

/** The direction in which a language is written. */
export function directionOf (code: string): 'ltr' | 'rtl' {
  return RIGHT_TO_LEFT.has(code.split('-')[0] ?? '') ? 'rtl' : 'ltr'
}

/**
 * Teaches Markdown the mark of a passage in another language, `[Hoş geldiniz]{lang=tr}`, as Pandoc
 * writes it. It becomes a span with `lang` and `dir`, by which screen readers choose their voice.
 */
export function languageMarks (markdown: MarkdownIt): void {
  markdown.inline.ruler.before('link', 'language', markLanguage)
}

function markLanguage (state: StateInline, silent: boolean): boolean {
  const { src, pos, posMax } = state
  // Most brackets belong to links; looking for the other end takes long if there is none.
  if (src[pos] !== '[' || !src.includes(']{lang=', pos)) return false
  const end = state.md.helpers.parseLinkLabel(state, pos)
  MARK.lastIndex = end + 1
  const [mark, code] = end < 0 ? [] : MARK.exec(src) ?? []
  if (mark === undefined || code === undefined) return false
  if (!silent) {
    state.pos = pos + 1
    state.posMax = end
    const open = state.push('language_open', 'span', 1)
    open.attrs = [['lang', code], ['dir', directionOf(code)]]
    state.md.inline.tokenize(state)
    state.push('language_close', 'span', -1)
  }
  state.pos = end + 1 + mark.length
  state.posMax = posMax
  return true
}
