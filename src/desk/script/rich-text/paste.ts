import { Fragment, Slice } from 'prosemirror-model'
import { TextSelection, type Transaction } from 'prosemirror-state'
import type { EditorProps, EditorView } from 'prosemirror-view'
import { fromHtml, type FromHtml } from '../../../issue/rich-text/from-html.js'
import { richTextDe } from '../../../texts/rich-text-de.js'
import { parseForeignHtml } from './foreign-html.js'
import { schema } from './schema.js'

const texts = richTextDe.pasted
/** What a field holds at most. */
const MOST_CHARACTERS = 50_000
/** Word puts much around a text; beyond this, reading it would stop the page for too long. */
const MOST_HTML = 10_000_000

/**
 * Takes what is pasted or dropped from elsewhere, and reports what of it was left out. It comes
 * before ProseMirror, which would parse the HTML first.
 */
export function takePaste (
  { report, takeFile }: { report: (message: string) => void, takeFile: (file: File) => void }
): EditorProps {
  return {
    handleDOMEvents: {
      paste: (view, event) => prevent(event, take(view, event.clipboardData, view.state.tr)),
      drop (view, event) {
        // A selection that is moved within the text is ProseMirror's.
        if (view.dragging !== null) return false
        const place = view.posAtCoords({ left: event.clientX, top: event.clientY })
        const { tr, doc } = view.state
        if (place !== null) tr.setSelection(TextSelection.near(doc.resolve(place.pos)))
        const [file] = event.dataTransfer?.files ?? []
        if (file === undefined) return prevent(event, take(view, event.dataTransfer, tr))
        view.dispatch(tr)
        takeFile(file)
        // The browser would leave the page for the file, and what was written would be lost.
        return prevent(event, true)
      }
    }
  }

  function take (view: EditorView, data: DataTransfer | null, tr: Transaction): boolean {
    report('')
    const html = data?.getData('text/html') ?? ''
    const text = data?.getData('text/plain') ?? ''
    if (html.length > MOST_HTML || text.length > MOST_HTML) {
      report(texts.tooLarge)
      return true
    }
    // What comes from an editor of ours fits, and knows where it was cut.
    const isOurs = html.includes('data-pm-slice')
    const found = html === '' || isOurs ? null : fromHtml(parseForeignHtml(html))
    const size = found === null ? text.length : sizeOf(found)
    if (size > MOST_CHARACTERS) {
      report(texts.tooLong(size.toLocaleString('de-DE'), MOST_CHARACTERS.toLocaleString('de-DE')))
      return true
    }
    if (found === null) return false
    const message = notice(found)
    // Nothing to be seen and nothing lost: the plain text may hold more.
    if (found.content.length === 0 && message === null) return false
    if (message !== null) report(message)
    if (found.content.length > 0) {
      const fragment = Fragment.fromArray(found.content.map(block => schema.nodeFromJSON(block)))
      view.dispatch(tr.replaceSelection(Slice.maxOpen(fragment)).scrollIntoView().setMeta('uiEvent', 'paste'))
    }
    return true
  }
}

function sizeOf ({ content, isTooLong }: FromHtml): number {
  const size = content.reduce((sum, block) => sum + schema.nodeFromJSON(block).textContent.length, 0)
  return isTooLong ? Math.max(size, MOST_CHARACTERS + 1) : size
}

/** What was left out or changed, as German sentences; null if nothing. */
export function notice ({ losses, hadTable }: Pick<FromHtml, 'losses' | 'hadTable'>): string | null {
  const sentences = [
    ...(losses.size > 0 ? [texts.dropped([...losses].map(loss => texts.kinds[loss]))] : []),
    ...(hadTable ? [texts.tables] : [])
  ]
  return sentences.length > 0 ? sentences.join(' ') : null
}

function prevent (event: Event, isTaken: boolean): boolean {
  if (isTaken) event.preventDefault()
  return isTaken
}
