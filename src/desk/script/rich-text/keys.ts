import { baseKeymap, chainCommands, exitCode, toggleMark } from 'prosemirror-commands'
import { inputRules, InputRule, undoInputRule, wrappingInputRule } from 'prosemirror-inputrules'
import { keymap } from 'prosemirror-keymap'
import { splitListItem } from 'prosemirror-schema-list'
import type { Command, Plugin } from 'prosemirror-state'
import { linkProblem } from '../../../issue/content/link.js'
import { tools } from './commands.js'
import { schema } from './schema.js'

const lineBreak: Command = chainCommands(exitCode, (state, dispatch) => {
  if (state.selection.$from.parent.type !== schema.nodes.paragraph) return false
  dispatch?.(state.tr.replaceSelectionWith(schema.nodes.hard_break.create()).scrollIntoView())
  return true
})

/** Keys of the editor, as in Word and on the web. Tab leaves the field, as everywhere else. */
export function keys ({ openLink, goToToolbar }: { openLink: Command, goToToolbar: Command }): Plugin[] {
  return [
    keymap({
      'Mod-b': toggleMark(schema.marks.strong),
      'Mod-i': toggleMark(schema.marks.em),
      'Mod-k': openLink,
      'Mod-z': tools.undo.command,
      'Mod-y': tools.redo.command,
      'Mod-Shift-z': tools.redo.command,
      'Mod-Shift-6': tools.heading.command,
      'Mod-Shift-7': tools.ordered_list.command,
      'Mod-Shift-8': tools.bullet_list.command,
      'Mod-Shift-9': tools.blockquote.command,
      'Alt-Shift-ArrowRight': tools.indent.command,
      'Alt-Shift-ArrowLeft': tools.outdent.command,
      'Alt-F10': goToToolbar,
      'Shift-Enter': lineBreak,
      Enter: splitListItem(schema.nodes.list_item),
      Backspace: undoInputRule
    }),
    keymap(baseKeymap)
  ]
}

const TYPED_ADDRESS = /(?:^|\s)((?:https?:\/\/|mailto:)[^\s<>]*[^\s<>.,;:!?)"“‘])[.,;:!?)"“‘]*\s$/

/** A hyphen at the beginning makes a list; an address becomes a link, as it does in the mail. */
export function typingRules (): Plugin {
  return inputRules({
    rules: [
      wrappingInputRule(/^[-*]\s$/, schema.nodes.bullet_list),
      new InputRule(TYPED_ADDRESS, (state, [whole, address = ''], start, end) => {
        const from = start + whole.indexOf(address)
        const { link } = schema.marks
        if (linkProblem(address) !== null || state.doc.rangeHasMark(from, end, link)) return null
        return state.tr.addMark(from, from + address.length, link.create({ href: address }))
          .removeStoredMark(link).insertText(whole.slice(-1), end)
      })
    ]
  })
}
