import type { EditorState } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { richTextDe as texts } from '../../../texts/rich-text-de.js'
import type { Tool } from './commands.js'
import { icon } from './icons.js'

type ButtonName = keyof typeof texts.buttons

interface Button extends Tool { name: ButtonName, element: HTMLButtonElement }

export interface Toolbar {
  element: HTMLElement
  /** Shows what is done where the cursor stands, and what cannot be done there. */
  update: (state: EditorState) => void
  focus: () => void
}

/**
 * The buttons above a text, as the toolbar pattern of ARIA has it: one stop of Tab, arrow keys
 * within, Escape back to the text.
 */
export function createToolbar (
  label: string,
  groups: ReadonlyArray<ReadonlyArray<readonly [ButtonName, Tool]>>,
  view: () => EditorView
): Toolbar {
  const element = document.createElement('div')
  element.className = 'prose-toolbar'
  element.setAttribute('role', 'toolbar')
  element.setAttribute('aria-label', texts.toolbar(label))
  const buttons: Button[] = groups.flatMap(tools => {
    const group = element.appendChild(document.createElement('div'))
    group.className = 'prose-toolbar__group'
    return tools.map(([name, tool]) => ({ name, ...tool, element: group.appendChild(createButton(name, tool)) }))
  })
  let current = 0
  for (const [index, { element, command }] of buttons.entries()) {
    element.addEventListener('click', () => {
      stopAt(index)
      const { state, dispatch } = view()
      command(state, dispatch, view())
      // Who works with the mouse goes on writing; who came by keyboard stays until Escape.
      if (!element.matches(':focus-visible')) view().focus()
    })
    // The selection stays in the text.
    element.addEventListener('mousedown', event => { event.preventDefault() })
  }
  element.addEventListener('keydown', event => {
    const to = { ArrowRight: current + 1, ArrowLeft: current - 1, Home: 0, End: buttons.length - 1 }[event.key]
    if (event.key === 'Escape') view().focus()
    else if (to !== undefined) focusAt((to + buttons.length) % buttons.length)
    else return
    event.preventDefault()
  })
  stopAt(0)
  return { element, update, focus: () => focusAt(current) }

  function update (state: EditorState): void {
    for (const { element, command, isActive } of buttons) {
      if (isActive !== undefined) element.setAttribute('aria-pressed', String(isActive(state)))
      // Not `disabled`: a button keeps the focus when it has nothing more to undo.
      element.setAttribute('aria-disabled', String(!command(state)))
    }
  }

  function stopAt (index: number): void {
    current = index
    for (const [position, { element }] of buttons.entries()) element.tabIndex = position === index ? 0 : -1
  }

  function focusAt (index: number): void {
    stopAt(index)
    buttons[index]?.element.focus()
  }
}

function createButton (name: ButtonName, { isActive }: Tool): HTMLButtonElement {
  const [label, keys] = texts.buttons[name]
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'prose-toolbar__button'
  button.dataset['tool'] = name
  button.setAttribute('aria-label', label)
  button.title = keys === null ? label : `${label} (${keys})`
  if (isActive !== undefined) button.setAttribute('aria-pressed', 'false')
  button.append(icon(name))
  return button
}
