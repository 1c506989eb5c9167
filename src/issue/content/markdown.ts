import MarkdownIt, { type Token } from 'markdown-it'
import { memoSync } from '../../platform/memo.js'
import { languageMarks, languageProblem } from './language.js'
import { linkProblem } from './link.js'

/*
 * Markdown as editors may use it: paragraphs, headings, lists, quotations, bold, italic, links, and
 * marks of another language.
 * HTML is shown as the text it is; tables would be layout to a mail reader, so they stay text too.
 */
const parser = createParser()
parser.validateLink = address => linkProblem(address) === null
parser.disable('image')

/**
 * The same dialect, but it lets everything through, so that problems can be named instead of
 * hidden.
 */
const inspector = createParser()
inspector.validateLink = () => true

function createParser () {
  const markdown = new MarkdownIt('default', { html: false, linkify: true, typographer: false, breaks: false })
  markdown.disable(['table', 'strikethrough'])
  languageMarks(markdown)
  markdown.linkify.set({ fuzzyLink: false, fuzzyEmail: false, fuzzyIP: false })
  return markdown
}

/** A Markdown text as its editor wrote it: with every link, and headings at their own levels. */
export function inspectMarkdown (source: string): Token[] {
  return inspector.parse(source, {})
}

/** Drafts are checked after each save, and of all their texts one has changed. */
const MOST_TEXTS = 3_000

/** What editors must change in a Markdown text, as German sentences; empty if nothing. */
export const markdownProblems = memoSync((source: string): readonly string[] => {
  const problems = new Set<string>()
  for (const token of flat(inspectMarkdown(source))) {
    if (token.type === 'image') {
      problems.add('Bilder im Fließtext sind nicht möglich. ' +
        'Geben Sie es als Bild eines Artikels an (in einer Datei: „picture“).')
    } else if (token.type === 'link_open') {
      const problem = linkProblem(String(token.attrGet('href') ?? ''))
      if (problem !== null) problems.add(problem)
    } else if (token.type === 'language_open') {
      const problem = languageProblem(String(token.attrGet('lang') ?? ''))
      if (problem !== null) problems.add(problem)
    }
  }
  return [...problems]
}, { most: MOST_TEXTS })

/** Inline style and class for each kind of tag, because many mail readers drop style sheets. */
export type TagAttributes = Readonly<Record<string, Readonly<Record<string, string>>>>

/**
 * Markdown as HTML. Headings start at h3, below the block's own h2, and never skip a level,
 * whatever levels the text uses.
 */
export function markdownHtml (source: string, attributes: TagAttributes = {}): string {
  const tokens = markdownTokens(source)
  for (const token of flat(tokens)) {
    const own = token.nesting === -1 ? undefined : attributes[token.tag]
    if (own !== undefined) for (const [name, value] of Object.entries(own)) token.attrSet(name, value)
  }
  return parser.renderer.render(tokens, parser.options, {}).trim()
}

/** The parsed text with heading levels already put in order. */
export function markdownTokens (source: string): Token[] {
  const tokens = parser.parse(source, {})
  const open: number[] = []
  for (const token of tokens) {
    if (token.type !== 'heading_open' && token.type !== 'heading_close') continue
    if (token.type === 'heading_open') {
      const level = Number(token.tag.slice(1))
      while ((open.at(-1) ?? 0) >= level) open.pop()
      open.push(level)
    }
    token.tag = `h${Math.min(6, open.length + 2)}`
  }
  return tokens
}

function flat (tokens: Token[]): Token[] {
  return tokens.flatMap(token => [token, ...(token.children ?? [])])
}
