import type { Token } from 'markdown-it'
import { markdownTokens } from '../../../src/issue/content/markdown.js'

/**
 * The tokens of a Markdown text as far as one can see them: without what signs were used, in which
 * order marks lie within each other, and how white space is marked, since nobody sees that white
 * space is bold.
 */
export function meaning (source: string): string[] {
  return markdownTokens(source).flatMap(token => {
    if (token.type === 'inline') return inlineMeaning(token.children ?? [])
    const start = token.attrGet('start')
    return `${token.type} ${token.tag}${token.hidden ? ' hidden' : ''}${start === null ? '' : ` from ${start}`}`
  })
}

function inlineMeaning (tokens: readonly Token[]): string[] {
  const open = { strong: 0, em: 0 }
  const links: string[] = []
  const languages: string[] = []
  const chars: Array<{ char: string, marks: string }> = []
  for (const token of tokens) {
    if (token.type === 'link_open') links.push([token.attrGet('href'), token.attrGet('title') ?? ''].join(' '))
    else if (token.type === 'link_close') links.pop()
    else if (token.type === 'language_open') languages.push(String(token.attrGet('lang')))
    else if (token.type === 'language_close') languages.pop()
    else if (token.tag === 'strong' || token.tag === 'em') open[token.tag] += token.nesting
    else {
      const text = { hardbreak: '\n', softbreak: ' ' }[token.type] ?? token.content.replace(/[\t\u2028\u2029]/g, ' ')
      const emphasis = [open.strong > 0 ? 'strong' : '', open.em > 0 ? 'em' : '']
      const marks = [...emphasis, links.at(-1) ?? '', languages.at(-1) ?? ''].join(' ').trim()
      for (const char of text) chars.push({ char, marks: /\s/.test(char) ? '' : marks })
    }
  }
  return runs(chars.filter(({ char }, index) => char !== ' ' || !(isBlank(index - 1) || isBreak(index + 1))))

  function isBlank (index: number): boolean {
    return /^[ \n]?$/.test(chars[index]?.char ?? '')
  }
  function isBreak (index: number): boolean {
    return /^\n?$/.test(chars.slice(index).find(({ char }) => char !== ' ')?.char ?? '')
  }
}

/** One line for each stretch of equal marks. */
function runs (chars: ReadonlyArray<{ char: string, marks: string }>): string[] {
  const lines: Array<{ text: string, marks: string }> = []
  for (const { char, marks } of chars) {
    const last = lines.at(-1)
    if (last !== undefined && last.marks === marks) last.text += char
    else lines.push({ text: char, marks })
  }
  return lines.map(({ text, marks }) => `${JSON.stringify(text)} ${marks}`.trim())
}
