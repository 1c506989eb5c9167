import { history } from 'prosemirror-history'
import type { Node } from 'prosemirror-model'
import { EditorState, Plugin } from 'prosemirror-state'
import { EditorView } from 'prosemirror-view'
import { richTextDe as texts } from '../../../texts/rich-text-de.js'
import { tools, isMarked, type Tool } from './commands.js'
import { keys, typingRules } from './keys.js'
import { askForLanguage, hasPassage } from './language-dialog.js'
import { askForLink } from './link-dialog.js'
import { takePaste } from './paste.js'
import { createToolbar, type Toolbar } from './toolbar.js'
import { chooseWordFile, insertWordFile, isWordFile } from './word-file.js'

export interface Editor {
  view: EditorView
  toolbar: Toolbar
  /** Shows another document, whose history begins there. */
  show: (doc: Node) => void
}

const openLink: Tool = {
  command: (_, dispatch, view) => {
    if (dispatch !== undefined && view !== undefined) askForLink(view)
    return true
  },
  isActive: state => isMarked(state, 'link')
}

const openLanguage: Tool = {
  command: (state, dispatch, view) => {
    if (!hasPassage(state)) return false
    if (dispatch !== undefined && view !== undefined) askForLanguage(view)
    return true
  },
  isActive: state => isMarked(state, 'language')
}

/**
 * The editor of one text. `changed` is told of each change of the document, `report` of what
 * someone who cannot see it must be told.
 */
export function createEditor ({ doc, label, url, attributes, changed, report }: {
  doc: Node
  label: string
  /** Where the server reads texts. */
  url: string
  /** Of the editable element: its name and description for screen readers. */
  attributes: () => Record<string, string>
  changed: (doc: Node) => void
  report: (message: string) => void
}): Editor {
  const takeFile = (file: File): void => {
    if (isWordFile(file)) void insertWordFile(view, file, { url, report })
    else report(texts.word.other)
  }
  const openWord: Tool = {
    command: (_, dispatch) => {
      if (dispatch !== undefined) chooseWordFile(takeFile)
      return true
    }
  }
  const toolbar = createToolbar(label, [
    [['strong', tools.strong], ['em', tools.em], ['link', openLink], ['language', openLanguage]],
    [
      ['heading', tools.heading], ['bullet_list', tools.bullet_list], ['ordered_list', tools.ordered_list],
      ['blockquote', tools.blockquote], ['indent', tools.indent], ['outdent', tools.outdent]
    ],
    [['word', openWord], ['undo', tools.undo], ['redo', tools.redo]]
  ], () => view)
  const goToToolbar = (): boolean => {
    toolbar.focus()
    return true
  }
  const plugins = [
    typingRules(),
    ...keys({ openLink: openLink.command, goToToolbar }),
    history(),
    new Plugin({ props: takePaste({ report, takeFile }) })
  ]
  const start = (doc: Node): EditorState => EditorState.create({ doc, plugins })
  const view = new EditorView(null, {
    state: start(doc),
    attributes,
    dispatchTransaction (tr) {
      view.updateState(view.state.apply(tr))
      toolbar.update(view.state)
      if (tr.docChanged) changed(view.state.doc)
    }
  })
  toolbar.update(view.state)
  return {
    view,
    toolbar,
    show (doc) {
      view.updateState(start(doc))
      toolbar.update(view.state)
    }
  }
}
