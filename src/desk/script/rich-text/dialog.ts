import { richTextDe as texts } from '../../../texts/rich-text-de.js'

export interface DialogField {
  element: HTMLElement
  control: HTMLInputElement | HTMLSelectElement
  /** Shows why the value cannot be taken; null if it can. */
  complain: (problem: string | null) => void
}

let count = 0

/** A labelled field with a hint and a place for its error. */
export function createField (
  label: string, control: HTMLInputElement | HTMLSelectElement, hint: string | null
): DialogField {
  const id = `prose-dialog-${++count}`
  const isSelect = control instanceof HTMLSelectElement
  const element = make('div', 'kern-form-input')
  const name = element.appendChild(make('label', 'kern-label', label)) as HTMLLabelElement
  name.htmlFor = control.id = id
  const described: string[] = []
  if (hint !== null) {
    const small = element.appendChild(make('div', 'kern-hint', hint))
    small.id = `${id}-hint`
    described.push(small.id)
  }
  control.className = isSelect ? 'kern-form-input__select' : 'kern-form-input__input'
  const wrapper = isSelect ? make('div', 'kern-form-input__select-wrapper') : element
  if (isSelect) element.append(wrapper)
  wrapper.append(control)
  const error = element.appendChild(make('p', 'kern-error'))
  error.id = `${id}-error`
  error.setAttribute('role', 'alert')
  const body = error.appendChild(make('span', 'kern-body'))
  complain(null)
  return { element, control, complain }

  function complain (problem: string | null): void {
    body.textContent = problem ?? ''
    error.hidden = problem === null
    element.classList.toggle('kern-form-input--error', problem !== null)
    control.setAttribute('aria-invalid', String(problem !== null))
    control.setAttribute('aria-describedby', [...described, ...(problem === null ? [] : [error.id])].join(' '))
    if (problem !== null) control.focus()
  }
}

/**
 * Asks in a dialog. `apply` gives what is to be done with the answer, or null if it cannot be
 * taken; `remove` takes away what is there, if something is. Both happen when the dialog is gone:
 * nothing behind an open dialog can have the focus.
 */
export function ask ({ title, fields, apply, remove }: {
  title: string
  fields: readonly DialogField[]
  apply: () => (() => void) | null
  remove: { label: string, act: () => void } | null
}): void {
  const dialog = document.createElement('dialog')
  dialog.className = 'prose-dialog'
  const heading = make('h2', 'kern-title', title)
  heading.id = `prose-dialog-${++count}`
  dialog.setAttribute('aria-labelledby', heading.id)
  const form = document.createElement('form')
  form.method = 'dialog'
  form.noValidate = true
  const buttons = make('div', 'prose-dialog__buttons')
  buttons.append(button(texts.apply, 'primary', 'submit'))
  if (remove !== null) {
    buttons.append(button(remove.label, 'secondary', 'button', () => { dialog.close(); remove.act() }))
  }
  buttons.append(button(texts.cancel, 'tertiary', 'button', () => dialog.close()))
  form.append(heading, ...fields.map(({ element }) => element), buttons)
  form.addEventListener('submit', event => {
    // A form of the page may lie around us in the document.
    event.preventDefault()
    event.stopPropagation()
    const act = apply()
    if (act === null) return
    dialog.close()
    act()
  })
  dialog.append(form)
  dialog.addEventListener('close', () => dialog.remove())
  document.body.append(dialog)
  dialog.showModal()
  fields[0]?.control.focus()
}

function button (label: string, kind: string, type: 'submit' | 'button', act?: () => void): HTMLElement {
  const element = make('button', `kern-btn kern-btn--${kind}`) as HTMLButtonElement
  element.type = type
  element.append(make('span', 'kern-label', label))
  if (act !== undefined) element.addEventListener('click', act)
  return element
}

/** An element with a class and a text. */
export function make (tag: string, className: string, text = ''): HTMLElement {
  const element = document.createElement(tag)
  element.className = className
  element.textContent = text
  return element
}
