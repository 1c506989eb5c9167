import { markdownText } from './markdown-text.js'

const WORDS_A_MINUTE = 200

/** Whole minutes of reading, at least one. */
export function readingMinutes (words: number): number {
  return Math.max(1, Math.ceil(words / WORDS_A_MINUTE))
}

/** How many words of plain text a reader reads. */
export function countWords (text: string): number {
  return text.split(/\s+/).filter(word => /[\p{L}\p{N}]/u.test(word)).length
}

/** How many words of a Markdown text a reader reads. */
export function countMarkdownWords (source: string): number {
  return countWords(markdownText(source))
}
