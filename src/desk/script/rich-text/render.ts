import { richTextDe as texts } from '../../../texts/rich-text-de.js'

export type Rendered = { ok: true, content: DocumentFragment } | { ok: false, problem: string }

/** Asks the server, whose parser is the only one, for Markdown as HTML. Never rejects. */
export async function renderMarkdown (url: string, markdown: string): Promise<Rendered> {
  try {
    const response = await fetch(url, { method: 'POST', body: new URLSearchParams({ markdown }) })
    if (!response.ok) return { ok: false, problem: texts.unreachable }
    const { html } = await response.json() as { html: string | null }
    if (html === null) return { ok: false, problem: texts.beyond }
    const template = document.createElement('template')
    template.innerHTML = html
    return { ok: true, content: template.content }
  } catch {
    return { ok: false, problem: texts.unreachable }
  }
}
