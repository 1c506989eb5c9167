import { z } from 'zod'
import { de } from '../texts/de.js'
import { BLOCK_KINDS, kindOf } from './blocks/registry.js'
import type { IssueContent } from './content/content.js'
import { anchorOf } from './render/issue-view.js'
import { markdownText } from './render/markdown-text.js'

const wallClock = z.string().regex(/^\d{4}-\d\d-\d\d(?: \d\d:\d\d)?$/)

const summary = z.object({
  preheader: z.string(),
  /** What has a heading: its anchor on the page, and what stands above it. */
  topics: z.array(z.object({ id: z.string(), heading: z.string(), label: z.string().nullable() })),
  /** What stands above headings, each once. */
  categories: z.array(z.string()),
  /** What takes place. `id` is the anchor; days and times are wall-clock values in Hesse. */
  events: z.array(z.object({
    id: z.string(),
    title: z.string(),
    /** Plain text. */
    description: z.string(),
    dates: z.array(z.object({
      start: wallClock, end: wallClock.optional(), place: z.string(), address: z.string().optional()
    })),
    registration: z.object({ url: z.string(), deadline: wallClock.optional() }).nullable()
  })),
  /** The first that is not decorative; null for none. */
  picture: z.object({ name: z.string(), alt: z.string(), width: z.number(), height: z.number() }).nullable()
})

/** What lists, feeds and calendars tell of an issue. It is frozen with its mail. */
export type Summary = z.infer<typeof summary>

/** Reads a summary as it was frozen. Throws if it is none. */
export const readSummary = (json: unknown): Summary => summary.parse(json)

/** Takes from an issue what lists, feeds and calendars tell of it. */
export function summarise ({ preheader, blocks }: IssueContent): Summary {
  const known = blocks.map((block, index) => {
    const kind = kindOf(BLOCK_KINDS, block)
    const heading = kind.heading(block, de)
    return { id: anchorOf(index), heading, label: kind.label(block, de), calendar: kind.calendar(block), block }
  })
  const topics = known.flatMap(({ id, heading, label }) => heading === null ? [] : [{ id, heading, label }])
  const shown = blocks.find(({ picture }) => picture?.alt !== undefined)?.picture
  return readSummary({
    preheader,
    topics,
    categories: [...new Set(topics.flatMap(({ label }) => label ?? []))],
    events: known.flatMap(({ id, heading, calendar }) => calendar === null
      ? []
      : [{ ...calendar, id, title: heading ?? '', description: markdownText(calendar.description).trim() }]),
    picture: shown === undefined
      ? null
      : { name: shown.name, alt: shown.alt ?? '', width: shown.width, height: shown.height }
  })
}
