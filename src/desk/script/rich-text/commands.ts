import { lift, setBlockType, toggleMark, wrapIn } from 'prosemirror-commands'
import { redo, undo } from 'prosemirror-history'
import type { Node, NodeType } from 'prosemirror-model'
import { liftListItem, sinkListItem, wrapInList } from 'prosemirror-schema-list'
import type { Command, EditorState } from 'prosemirror-state'
import { schema } from './schema.js'

const { heading, paragraph, blockquote, bullet_list: bulletList, ordered_list: orderedList, list_item: item } =
  schema.nodes

/** What a button or a key does, and whether it is done to where the cursor stands. */
export interface Tool {
  command: Command
  isActive?: (state: EditorState) => boolean
}

export type ToolName = 'strong' | 'em' | 'heading' | 'bullet_list' | 'ordered_list' | 'blockquote' | 'indent' |
  'outdent' | 'undo' | 'redo'

export const tools: Readonly<Record<ToolName, Tool>> = {
  strong: markTool('strong'),
  em: markTool('em'),
  heading: {
    command: (state, dispatch) => setBlockType(isIn(state, heading) ? paragraph : heading)(state, dispatch),
    isActive: state => isIn(state, heading)
  },
  bullet_list: listTool(bulletList, orderedList),
  ordered_list: listTool(orderedList, bulletList),
  blockquote: {
    command: (state, dispatch) => isIn(state, blockquote)
      ? lift(state, dispatch)
      : asParagraph(wrapIn(blockquote))(state, dispatch),
    isActive: state => isIn(state, blockquote)
  },
  indent: { command: sinkListItem(item) },
  outdent: { command: liftListItem(item) },
  undo: { command: undo },
  redo: { command: redo }
}

/** Whether a mark is on the selection, or would be on what is typed next. */
export function isMarked ({ selection: { from, to, empty, $from }, storedMarks, doc }: EditorState, name: string) {
  const mark = schema.marks[name]
  if (mark === undefined) return false
  return empty ? mark.isInSet(storedMarks ?? $from.marks()) !== undefined : doc.rangeHasMark(from, to, mark)
}

function markTool (name: 'strong' | 'em'): Tool {
  return { command: toggleMark(schema.marks[name]), isActive: state => isMarked(state, name) }
}

/** Makes a list, makes a list of the other kind this one, or takes the list away. */
function listTool (type: NodeType, other: NodeType): Tool {
  const isActive = (state: EditorState): boolean => innermostList(state)?.node.type === type
  return {
    isActive,
    command: (state, dispatch) => {
      const list = innermostList(state)
      if (list?.node.type === type) return liftListItem(item)(state, dispatch)
      if (list === null) return asParagraph(wrapInList(type))(state, dispatch)
      if (list.node.type !== other) return false
      dispatch?.(state.tr.setNodeMarkup(list.position, type, { tight: list.node.attrs['tight'] }))
      return true
    }
  }
}

/** A subheading becomes a paragraph first, where it cannot be what is asked for. */
function asParagraph (command: Command): Command {
  return (state, dispatch) => {
    if (command(state, dispatch)) return true
    let changed: EditorState | undefined
    if (!setBlockType(paragraph)(state, tr => { changed = state.apply(tr) }) || changed === undefined) return false
    return command(changed, dispatch === undefined
      ? undefined
      : tr => {
        const whole = state.tr
        setBlockType(paragraph)(state, first => { for (const step of first.steps) whole.step(step) })
        for (const step of tr.steps) whole.step(step)
        dispatch(whole.scrollIntoView())
      })
  }
}

function innermostList ({ selection: { $from } }: EditorState): { node: Node, position: number } | null {
  for (let depth = $from.depth; depth > 0; depth--) {
    const node = $from.node(depth)
    if (node.type === bulletList || node.type === orderedList) return { node, position: $from.before(depth) }
  }
  return null
}

function isIn ({ selection: { $from } }: EditorState, type: NodeType | undefined): boolean {
  return Array.from({ length: $from.depth }, (_, depth) => $from.node(depth + 1)).some(node => node.type === type)
}
