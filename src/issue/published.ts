import type { Queryable } from '../platform/database/pool.js'
import {
  countCategories, countYears, findNeighbours, findPublished, listPublished, listPublishedAddresses,
  listPublishedPages, searchPublished
} from './issue.queries.js'
import { readSummary, type Summary } from './summary.js'

/** An issue that everybody may read, as lists tell of it. */
export interface PublishedLine {
  number: number
  slug: string
  title: string
  /** The day that the issue names. */
  date: string
  publishedAt: Date
  summary: Summary
}

/** With its page, a fragment of HTML. */
export interface PublishedIssue extends PublishedLine { page: string }

/** What was found by its words. */
export interface FoundLine extends PublishedLine {
  /** A piece of the page, and whether it is one of the words. */
  excerpt: Array<{ text: string, isHit: boolean }>
}

interface Deps { db: Queryable }

/** Which issues are wanted: all unless given. `except` are passed over. */
export interface Choice { year?: number | null, category?: string | null, except: readonly number[] }

interface Part { limit: number, offset: number }

/** Some lines of a choice, and how many it has in all; 0 also where the part is beyond its end. */
export interface Lines<Line> { lines: Line[], total: number }

/** A published issue by its slug; null if there is none. */
export async function readPublished ({ db }: Deps, slug: string): Promise<PublishedIssue | null> {
  const row = await findPublished.maybeOne({ slug }, db)
  return row === null ? null : withSummary(row)
}

/** The published issues around one, by their days. */
export async function readNeighbours (
  { db }: Deps, { number, except }: { number: number, except: readonly number[] }
): Promise<Record<'before' | 'after', { slug: string, title: string } | null>> {
  const rows = await findNeighbours.run({ number, except: [...except] }, db)
  const one = (isNext: boolean): { slug: string, title: string } | null => {
    const row = rows.find(each => each.isNext === isNext)
    return row === undefined ? null : { slug: row.slug, title: row.title }
  }
  return { before: one(false), after: one(true) }
}

/** Published issues, the latest first. */
export async function readPublishedLines (
  { db }: Deps, { year = null, category = null, except, ...part }: Choice & Part
): Promise<Lines<PublishedLine>> {
  const rows = await listPublished.run({ year, category, except: [...except], ...part }, db)
  return { lines: rows.map(withSummary), total: rows[0]?.total ?? 0 }
}

/**
 * Published issues that have all the words, the best matches first. Words are German: other forms
 * of a word match, too. Quotation marks, `or` and `-` work as people know them from search engines.
 */
export async function searchPublishedLines (
  { db }: Deps, { words, year = null, category = null, except, ...part }: Choice & Part & { words: string }
): Promise<Lines<FoundLine>> {
  const rows = await searchPublished.run({ words, year, category, except: [...except], ...part }, db)
  return {
    lines: rows.map(row => ({ ...withSummary(row), excerpt: readExcerpt(row.excerpt) })),
    total: rows[0]?.total ?? 0
  }
}

/** Published issues with their pages, the latest first. */
export async function readPublishedPages (
  { db }: Deps, { category = null, except, limit }: Pick<Choice, 'category' | 'except'> & { limit: number }
): Promise<PublishedIssue[]> {
  return (await listPublishedPages.run({ category, except: [...except], limit }, db)).map(withSummary)
}

/** Where all published issues are, the latest first. */
export async function readPublishedSlugs (
  { db }: Deps, { except }: Pick<Choice, 'except'>
): Promise<Array<{ number: number, slug: string, publishedAt: Date }>> {
  return await listPublishedAddresses.run({ except: [...except] }, db)
}

/** The years and categories that published issues have, each with how many. */
export async function readChoices (
  { db }: Deps, { except }: Pick<Choice, 'except'>
): Promise<{ years: Array<{ year: number, count: number }>, categories: Array<{ category: string, count: number }> }> {
  const numbers = { except: [...except] }
  const [years, categories] = [await countYears.run(numbers, db), await countCategories.run(numbers, db)]
  return { years, categories: categories.sort((a, b) => inGerman.compare(a.category, b.category)) }
}

const inGerman = new Intl.Collator('de')

function withSummary<Row extends { summary: unknown }> (row: Row): Omit<Row, 'summary'> & { summary: Summary } {
  return { ...row, summary: readSummary(row.summary) }
}

/** Private characters that stand around a word that was found. */
const HIT = /[\ue000\ue001]/

/** Takes apart what the database cut from a page: words that were found are every second piece. */
function readExcerpt (cut: string): FoundLine['excerpt'] {
  return decodeEntities(cut).replace(/\s+/g, ' ').split(HIT)
    .map((text, index) => ({ text, isHit: index % 2 === 1 }))
    .filter(({ text }) => text !== '')
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#34;': '"', '&#39;': "'"
}

/** Those that our own pages have. */
function decodeEntities (text: string): string {
  return text.replace(/&(?:amp|lt|gt|quot|#34|#39);/g, entity => ENTITIES[entity] as string)
}
