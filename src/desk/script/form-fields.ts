import type { Typed } from './kept-text.js'

/** What stands in the fields of a form, without files and without the version it began with. */
export function readForm (form: HTMLFormElement): Typed {
  const typed: Typed = {}
  for (const [name, value] of new FormData(form)) {
    if (typeof value !== 'string' || name === 'base') continue
    const before = typed[name]
    typed[name] = before === undefined ? value : [before, value].flat()
  }
  return typed
}

/** What the server sent in the fields of a form, whatever was typed since. */
export function readSent (form: HTMLFormElement): Typed {
  const sent = form.cloneNode(true) as HTMLFormElement
  sent.reset()
  return readForm(sent)
}

/** Puts texts back into the fields of a form. Fields that it does not have are passed over. */
export function fillForm (form: HTMLFormElement, typed: Typed): void {
  for (const element of form.elements) {
    const isText = element instanceof HTMLTextAreaElement || element instanceof HTMLInputElement ||
      element instanceof HTMLSelectElement
    if (!isText || element.name === 'base' || element.type === 'file') continue
    const value = [typed[element.name] ?? []].flat()
    if (element instanceof HTMLInputElement && element.type === 'checkbox') {
      element.checked = value.includes(element.value)
    } else if (value.length > 0) {
      element.value = value.at(-1) ?? ''
      // The editor of formatted text shows what its textarea holds.
      element.dispatchEvent(new Event('markdownset'))
    }
  }
}
