import { readFileSync } from 'node:fs'
import { parseContent, type IssueContent } from '../../src/issue/content/content.js'
import { readIssueFile } from '../../src/issue/file/read-file.js'
import { renderIssue, type RenderedIssue } from '../../src/issue/render/render.js'
import { readPublisher } from '../../src/platform/newsletter/publisher.js'
import { packagePath } from '../../src/platform/package-path.js'
import { createTemplates } from '../../src/platform/templates.js'
import { de } from '../../src/texts/de.js'
import { decodeEntities } from '../support/entities.js'
import { steadyHouse } from '../support/house.js'

export const PUBLIC_URL = 'https://brief.example'

const publisher = readPublisher(packagePath('templates', 'publisher.yaml'))

export const parts = {
  number: 7,
  publicUrl: PUBLIC_URL,
  publisher,
  house: steadyHouse(publisher),
  fill: createTemplates(de)
}

/** Everything an issue must have, and one article. */
export function issue (...blocks: unknown[]): Record<string, unknown> {
  return {
    title: 'Ein Titel',
    preheader: 'Worum es in dieser Ausgabe geht.',
    date: '2027-02-10',
    slug: 'ein-titel',
    blocks: blocks.length === 0 ? [article()] : blocks
  }
}

export function article (more: Record<string, unknown> = {}): Record<string, unknown> {
  return { type: 'article', headline: 'Eine Überschrift', body: 'Ein Satz.', ...more }
}

export const PICTURE = { name: `${'a'.repeat(64)}.png`, width: 1200, height: 600, alt: 'Zwei Hände, die sich reichen' }

export function content (input: unknown): IssueContent {
  const result = parseContent(input)
  if (!result.ok) throw new Error(result.errors.map(error => `${error.where}: ${error.message}`).join('\n'))
  return result.content
}

export async function render (...blocks: unknown[]): Promise<RenderedIssue> {
  return await renderIssue(content(issue(...blocks)), parts)
}

/** The demo issue, which shows every block there is. */
export async function demoIssue (): Promise<IssueContent> {
  const read = await readIssueFile(packagePath('templates', 'demo', 'ausgabe-1.yaml'))
  if (!read.ok) throw new Error(JSON.stringify(read.errors))
  return read.content
}

export const demoText = (): string => readFileSync(packagePath('templates', 'demo', 'ausgabe-1.yaml'), 'utf8')

/** What a reader sees of some HTML, on one line. */
export function visible (html: string): string {
  const text = html.replace(/<(style|title)[\s\S]*?<\/\1>/g, ' ')
    .replace(/<!--[\s\S]*?-->/g, ' ')
    .replace(/<[^>]*>/g, ' ')
  return decodeEntities(text).replace(/\s+/g, ' ')
}
