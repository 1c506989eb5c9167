import type { EditorState } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { directionOf, languageName } from '../../../issue/content/language.js'
import { richTextDe } from '../../../texts/rich-text-de.js'
import { ask, createField } from './dialog.js'
import { stretch } from './link-dialog.js'
import { schema } from './schema.js'

const texts = richTextDe.language

/** Languages that people in Hesse write to each other in; others are written in the text mode. */
const CODES = ['ar', 'bg', 'ckb', 'en', 'es', 'fa', 'fr', 'hr', 'it', 'ku', 'pl', 'ps', 'ro', 'ru', 'so', 'sq', 'sr',
  'ti', 'tr', 'uk', 'ur', 'vi']

/** Whether there is a passage whose language could be said. */
export function hasPassage (state: EditorState): boolean {
  return !state.selection.empty || stretch(state, 'language').mark !== null
}

/** Asks in which language the selected passage is. */
export function askForLanguage (view: EditorView): void {
  const { from, to, mark } = stretch(view.state, 'language')
  const present = mark === null ? [] : [String(mark.attrs['lang'])]
  const select = document.createElement('select')
  const known = [...new Set([...CODES, ...present])].map(code => ({ code, name: languageName(code) ?? code }))
  for (const { code, name } of known.sort((one, other) => one.name.localeCompare(other.name, 'de'))) {
    select.add(new Option(name, code, false, code === (present[0] ?? 'en')))
  }
  const { language } = schema.marks
  ask({
    title: texts.title,
    fields: [createField(texts.label, select, texts.hint)],
    apply: () => () => {
      const lang = select.value
      view.dispatch(view.state.tr.addMark(from, to, language.create({ lang, dir: directionOf(lang) })))
      view.focus()
    },
    remove: mark === null
      ? null
      : {
          label: texts.remove,
          act: () => {
            view.dispatch(view.state.tr.removeMark(from, to, language))
            view.focus()
          }
        }
  })
}
