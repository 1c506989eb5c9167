const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&#34;', "'": '&#39;'
}

/** A text as it stands in HTML and XML, also within quotation marks. */
export function escapeHtml (text: string): string {
  return text.replace(/[&<>"']/g, letter => ENTITIES[letter] as string)
}
