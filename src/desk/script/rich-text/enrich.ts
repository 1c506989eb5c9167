import { enrich } from './field.js'

/** Gives every field with `data-rich-text` its editor. */
export function enrichFields (page: ParentNode): void {
  for (const field of page.querySelectorAll<HTMLElement>('[data-rich-text]')) enrich(field)
  // Fields have another height now: what has the focus is still shown.
  if (document.activeElement !== document.body) document.activeElement?.scrollIntoView({ block: 'center' })
}
