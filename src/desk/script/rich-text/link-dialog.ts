import type { Mark } from 'prosemirror-model'
import { TextSelection, type EditorState } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { linkProblem } from '../../../issue/content/link.js'
import { richTextDe } from '../../../texts/rich-text-de.js'
import { ask, createField } from './dialog.js'
import { schema } from './schema.js'

const texts = richTextDe.link

interface Stretch { from: number, to: number, mark: Mark | null }

/** The selection and the first mark of this kind in it, or all that bears the cursor's mark. */
export function stretch ({ doc, selection }: EditorState, name: 'link' | 'language'): Stretch {
  const { from, to, $from, empty } = selection
  const type = schema.marks[name]
  if (!empty) {
    let mark: Mark | null = null
    doc.nodesBetween(from, to, node => { mark ??= type.isInSet(node.marks) ?? null })
    return { from, to, mark }
  }
  const mark = type.isInSet($from.marks()) ?? type.isInSet($from.nodeAfter?.marks ?? []) ?? null
  if (mark === null) return { from, to, mark }
  let [start, end] = [$from.start(), $from.start()]
  for (const node of $from.parent.content.content) {
    const isMarked = mark.isInSet(node.marks)
    if (!isMarked && end >= from) break
    if (!isMarked) start = end + node.nodeSize
    end += node.nodeSize
  }
  return { from: start, to: end, mark }
}

/** Asks for address and text of a link, and writes it where the cursor stands. */
export function askForLink (view: EditorView): void {
  const { from, to, mark } = stretch(view.state, 'link')
  const written = view.state.doc.textBetween(from, to, ' ')
  const address = createField(texts.address, textInput(mark?.attrs['href'] ?? '', 'url'), texts.addressHint)
  const text = createField(texts.text, textInput(written, 'text'), null)
  ask({
    title: texts.title,
    // What lies in several paragraphs, or has marks in it, keeps its text.
    fields: isPlain(view.state, from, to) ? [address, text] : [address],
    apply: () => {
      const href = completed(address.control.value.trim())
      const label = text.control.value.trim() === '' && written === '' ? href : text.control.value.trim()
      const problem = linkProblem(href)
      address.complain(problem)
      if (problem !== null) return null
      text.complain(label === '' ? texts.textMissing : null)
      if (label === '') return null
      return () => {
        const { link } = schema.marks
        const tr = label === written.trim() ? view.state.tr : view.state.tr.insertText(label, from, to)
        const end = label === written.trim() ? to : from + label.length
        tr.addMark(from, end, link.create({ href }))
        view.dispatch(tr.setSelection(TextSelection.near(tr.doc.resolve(end), -1)).removeStoredMark(link))
        view.focus()
      }
    },
    remove: mark === null
      ? null
      : {
          label: texts.remove,
          act: () => {
            view.dispatch(view.state.tr.removeMark(from, to, schema.marks.link))
            view.focus()
          }
        }
  })
}

/** Nobody types https:// before a host, or mailto: before an address. */
function completed (typed: string): string {
  if (/^[^\s:/@]+@[^\s:/@]+\.[^\s:/@]+$/.test(typed)) return `mailto:${typed}`
  return /^(?:www\.|[\w-]+(?:\.[\w-]+)+(?:\/|$))/i.test(typed) ? `https://${typed}` : typed
}

function isPlain ({ doc }: EditorState, from: number, to: number): boolean {
  const $from = doc.resolve(from)
  if (!$from.sameParent(doc.resolve(to))) return false
  const kinds = new Set<string>()
  doc.nodesBetween(from, to, node => {
    if (node.isInline) kinds.add(JSON.stringify(node.marks.filter(({ type }) => type.name !== 'link')) + node.type.name)
  })
  return kinds.size <= 1
}

function textInput (value: string, type: string): HTMLInputElement {
  const input = document.createElement('input')
  input.type = type
  input.value = value
  input.autocomplete = 'off'
  return input
}
