import type { Block } from '../content/content.js'
import { euros, fileSize, fullDay, hours, longDay, tile } from './format-german.js'
import { readingTime } from './reading-time.js'

/** How one channel (mail, page, text) shows Markdown. */
export type ShowMarkdown = (source: string) => string

/** One block, ready for a template: its `type` says which, `id` is its anchor, `heading` its h2. */
export type BlockView = { type: Block['type'], id: string, heading?: string } & Record<string, unknown>

/** Prepares one block; `all` is needed by the table of contents, which lists what comes after it. */
export function blockView (block: Block, index: number, all: readonly Block[], show: ShowMarkdown): BlockView {
  const base = { type: block.type, id: anchor(index) }
  const heading = headingOf(block)
  const named = heading === undefined ? base : { ...base, heading }
  switch (block.type) {
    case 'editorial':
      return { ...named, body: show(block.body), author: block.author }
    case 'article':
      return {
        ...named,
        category: block.category ?? '',
        lead: block.lead,
        body: show(block.body),
        reading: readingTime(block),
        quotation: block.quotation,
        picture: block.picture,
        link: block.link
      }
    case 'event':
      return { ...named, ...eventFacts(block), description: shown(block.description, show) }
    case 'funding_call':
      return {
        ...named,
        amount: euros(block.amount),
        amount_note: block.amount_note,
        who: block.who,
        deadline: fullDay(block.deadline),
        description: shown(block.description, show),
        link: block.link
      }
    case 'quotation':
      return { ...named, text: block.text, speaker: block.speaker, role: block.role }
    case 'press_contact':
      return { ...named, contact: { ...block, tel: block.phone?.replace(/[^+\d]/g, '') } }
    case 'downloads':
      return { ...named, files: block.files.map(file => ({ label: file.label, url: file.url, kind: file.type, size: fileSize(file.size) })) }
    case 'table_of_contents':
      return { ...named, entries: entriesAfter(index, all) }
  }
}

function shown (source: string | undefined, show: ShowMarkdown): string | undefined {
  return source === undefined ? undefined : show(source)
}

function eventFacts (block: Extract<Block, { type: 'event' }>): Record<string, unknown> {
  const registration = block.registration
  return {
    dates: block.dates.map(date => ({
      ...tile(date.start),
      full: fullDay(date.start),
      hours: hours(date.start, date.end),
      place: date.place,
      address: date.address
    })),
    registration: registration === undefined
      ? undefined
      : {
          url: registration.url,
          label: registration.label ?? 'Zur Anmeldung',
          deadline: registration.deadline === undefined ? undefined : longDay(registration.deadline)
        }
  }
}

/** Numbered by place, so that an anchor never depends on what a heading says. */
function anchor (index: number): string {
  return `abschnitt-${index + 1}`
}

/** The heading readers see; blocks without one of their own have a fixed one, a quotation has none. */
function headingOf (block: Block): string | undefined {
  switch (block.type) {
    case 'editorial': return block.heading
    case 'article': return block.headline
    case 'event':
    case 'funding_call': return block.title
    case 'press_contact': return block.title ?? 'Kontakt für die Presse'
    case 'downloads': return block.title ?? 'Zum Herunterladen'
    case 'table_of_contents': return block.title ?? 'In dieser Ausgabe'
    case 'quotation': return undefined
  }
}

function entriesAfter (index: number, all: readonly Block[]): Array<{ id: string, title: string, label: string | undefined }> {
  return all.flatMap((block, place) => {
    const title = headingOf(block)
    return place <= index || title === undefined ? [] : [{ id: anchor(place), title, label: labelOf(block) }]
  })
}

function labelOf (block: Block): string | undefined {
  switch (block.type) {
    case 'article': return block.category
    case 'event': return 'Veranstaltung'
    case 'funding_call': return 'Förderung'
    default: return undefined
  }
}
