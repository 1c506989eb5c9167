import { enrich } from './field.js'

/** Gives every field with `data-rich-text` its editor. */
export function enrichFields (page: ParentNode): void {
  for (const field of page.querySelectorAll<HTMLElement>('[data-rich-text]')) enrich(field)
  // Fields have another height now: what the page leads to is shown once more.
  const focused = document.activeElement === document.body ? null : document.activeElement
  if (focused === null) document.querySelector(':target')?.scrollIntoView()
  else focused.scrollIntoView({ block: 'center' })
}
