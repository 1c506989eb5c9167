import type * as FeedLibrary from 'feedsmith'
import type { PublishedIssue } from '../issue/published.js'
import { longDay } from '../platform/text/dates.js'
import { de } from '../texts/de.js'
import { escapeHtml } from '../platform/text/escape-html.js'

/** An issue in a feed. `corrections`: the latest first. */
export interface FeedEntry extends PublishedIssue { corrections: ReadonlyArray<{ text: string, correctedAt: Date }> }

/** What a feed is made of. `publicUrl` is without a slash at its end. */
export interface FeedSource {
  entries: readonly FeedEntry[]
  /** Null for all. */
  category: string | null
  newsletter: string
  organisation: string
  publicUrl: string
}

const texts = de.archive

/** Its 166 modules are loaded with the first feed, for no command writes one. */
const feedLibrary = async (): Promise<typeof FeedLibrary> => await import('feedsmith')

/** The addresses of both feeds of a category; null for all. */
export function feedPaths (category: string | null): Record<'atom' | 'json', string> {
  const query = category === null ? '' : `?rubrik=${encodeURIComponent(category)}`
  return { atom: `/ausgaben/feed.xml${query}`, json: `/ausgaben/feed.json${query}` }
}

/** A feed by RFC 4287. */
export async function atomFeed (source: FeedSource): Promise<string> {
  const { generateAtomFeed } = await feedLibrary()
  const { entries, category, newsletter, organisation, publicUrl } = source
  const self = publicUrl + feedPaths(category).atom
  const updated = entries.map(updatedAt).sort((a, b) => b.getTime() - a.getTime())[0] ?? new Date(0)
  return legal(generateAtomFeed({
    id: self,
    title: { value: titleOf(source) },
    subtitle: { value: texts.feedSubtitle(newsletter) },
    updated,
    authors: [{ name: organisation }],
    links: [
      { rel: 'self', type: 'application/atom+xml', href: self },
      { rel: 'alternate', type: 'text/html', href: `${publicUrl}/ausgaben` }
    ],
    xml: { lang: 'de' },
    entries: entries.map(entry => ({
      id: addressOf(entry, publicUrl),
      title: { value: entry.title },
      updated: updatedAt(entry),
      published: entry.publishedAt,
      links: [{ rel: 'alternate', type: 'text/html', href: addressOf(entry, publicUrl) }],
      summary: { value: entry.summary.preheader },
      content: { type: 'html', value: contentOf(entry, publicUrl) },
      categories: entry.summary.categories.map(term => ({ term }))
    }))
  }))
}

/** A feed by JSON Feed 1.1. */
export async function jsonFeed (source: FeedSource): Promise<string> {
  const { generateJsonFeed } = await feedLibrary()
  const { entries, category, newsletter, organisation, publicUrl } = source
  return JSON.stringify(generateJsonFeed({
    title: titleOf(source),
    description: texts.feedSubtitle(newsletter),
    home_page_url: `${publicUrl}/ausgaben`,
    feed_url: publicUrl + feedPaths(category).json,
    language: 'de',
    authors: [{ name: organisation }],
    items: entries.map(entry => ({
      id: addressOf(entry, publicUrl),
      url: addressOf(entry, publicUrl),
      title: entry.title,
      summary: entry.summary.preheader,
      content_html: contentOf(entry, publicUrl),
      date_published: entry.publishedAt,
      date_modified: updatedAt(entry),
      tags: entry.summary.categories,
      ...(entry.summary.picture === null ? {} : { image: `${publicUrl}/bilder/${entry.summary.picture.name}` })
    }))
  }))
}

function titleOf ({ newsletter, category }: FeedSource): string {
  return category === null ? newsletter : `${newsletter}: ${category}`
}

function addressOf ({ slug }: FeedEntry, publicUrl: string): string {
  return `${publicUrl}/ausgaben/${slug}`
}

/** When it was published, or corrected last. */
function updatedAt ({ publishedAt, corrections: [last] }: FeedEntry): Date {
  return last === undefined ? publishedAt : last.correctedAt
}

/** Every character that XML 1.0 has no room for (section 2.2) as one that stands for it. */
function legal (text: string): string {
  return text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd')
}

/** The corrections, and the page with addresses that hold wherever it is read. */
function contentOf (entry: FeedEntry, publicUrl: string): string {
  const corrections = entry.corrections.map(({ text, correctedAt }) =>
    `<p><strong>${texts.correction(longDay(de.locale, correctedAt))}</strong> ${escapeHtml(text)}</p>`)
  const page = entry.page.replaceAll('src="../bilder/', `src="${publicUrl}/bilder/`)
    .replaceAll('href="#', `href="${addressOf(entry, publicUrl)}#`)
  return corrections.join('') + page
}
