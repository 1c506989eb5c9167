import {
  readChoices, readPublishedLines, searchPublishedLines, type FoundLine, type PublishedLine
} from '../issue/published.js'
import type { Queryable } from '../platform/database/pool.js'
import { feedPaths } from './feed.js'
import { queryOf, type Wanted } from './query.js'
import { readWithdrawn } from './withdraw.js'

/** Issues on one page. */
const PAGE_LENGTH = 20

/** A line of the list: `topics` are headings, the first of them. */
interface LineView {
  number: number
  slug: string
  title: string
  date: string
  preheader: string
  topics: string[]
  excerpt: FoundLine['excerpt']
}

export interface ListPage extends Record<string, unknown> {
  words: string
  /** Whether anything but the page was asked for. */
  isChoice: boolean
  years: Array<{ year: number, count: number, isChosen: boolean }>
  categories: Array<{ category: string, count: number, isChosen: boolean }>
  category: string
  total: number
  lines: LineView[]
  page: number
  pages: number
  /** Queries of the pages around this one; null for none. */
  before: string | null
  after: string | null
  feeds: Record<'atom' | 'json', string>
}

declare module '../platform/http/page.js' {
  interface Pages { 'archive/list': ListPage }
}

const MOST_TOPICS = 5

/** The list that was asked for; null if it has no such page. */
export async function showList ({ db }: { db: Queryable }, wanted: Wanted): Promise<ListPage | null> {
  const { words, year, category, page } = wanted
  const except = await readWithdrawn({ db })
  const part = { year, category, except, limit: PAGE_LENGTH, offset: (page - 1) * PAGE_LENGTH }
  const { lines, total } = words === null
    ? await readPublishedLines({ db }, part)
    : await searchPublishedLines({ db }, { ...part, words })
  if (page > 1 && lines.length === 0) return null
  const { years, categories } = await readChoices({ db }, { except })
  const pages = Math.ceil(total / PAGE_LENGTH)
  const toPage = (to: number): string | null => to < 1 || to > pages ? null : queryOf({ ...wanted, page: to })
  const isKnown = category !== null && categories.some(each => each.category === category)
  return {
    words: words ?? '',
    isChoice: words !== null || year !== null || category !== null,
    years: years.map(each => ({ ...each, isChosen: each.year === year })),
    categories: categories.map(each => ({ ...each, isChosen: each.category === category })),
    category: category ?? '',
    total,
    lines: lines.map(lineView),
    page,
    pages,
    before: toPage(page - 1),
    after: toPage(page + 1),
    feeds: feedPaths(isKnown ? category : null)
  }
}

function lineView (line: PublishedLine | FoundLine): LineView {
  const { number, slug, title, date, summary } = line
  const topics = summary.topics.filter(({ label }) => label !== null).map(({ heading }) => heading)
  return {
    number,
    slug,
    title,
    date,
    preheader: summary.preheader,
    topics: topics.slice(0, MOST_TOPICS),
    excerpt: 'excerpt' in line && line.excerpt.some(({ isHit }) => isHit) ? line.excerpt : []
  }
}
