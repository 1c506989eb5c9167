import type { Draft } from '../../issue/draft/read-draft.js'
import { de } from '../../texts/de.js'
import { blockName } from './block-name.js'
import type { Notice } from './pages.js'
import { clockTime } from './times.js'

const texts = de.drafts.status

/** What was done, as an address tells it to the page that follows. */
export interface Done { getan?: string | undefined, block?: string | undefined }

/** What concerns the draft as a whole. */
const PLAIN = {
  created: texts.created,
  imported: texts.imported,
  copied: texts.copied,
  undeleted: texts.undeleted,
  commented: texts.commented,
  resolved: texts.resolved,
  named: texts.named,
  restored: texts.restored,
  decided: texts.decided,
  repaired: de.desk.preview.repaired.ja
}

/**
 * The sentence above the page about what was just done. It is made from the draft as it is, so that
 * it is true also when the page is loaded again.
 */
export function noticeOf (draft: Draft, { getan: done, block: id }: Done, removed: string | null): Notice | null {
  if (done === undefined) return null
  if (done === 'full') return { kind: 'danger', text: texts.full, undo: null }
  if (done === 'changed') return { kind: 'info', text: de.desk.preview.repaired.nein, undo: null }
  if (done === 'gone') return { kind: 'danger', text: texts.gone, undo: null }
  if (Object.hasOwn(PLAIN, done)) return { kind: 'success', text: PLAIN[done as keyof typeof PLAIN], undo: null }
  if (done === 'head') return { kind: 'success', text: texts.headSaved(clockTime(draft.changedAt)), undo: null }
  if (done === 'removed') {
    if (removed === null || id === undefined) return null
    return { kind: 'success', text: texts.removed(removed), undo: `entwuerfe/${draft.id}/bloecke/${id}/zurueckholen` }
  }
  const text = ofBlock(draft, done, id)
  return text === null ? null : { kind: 'success', text, undo: null }
}

function ofBlock ({ blocks }: Draft, done: string, id: string | undefined): string | null {
  const index = blocks.findIndex(block => block.id === id)
  const block = blocks[index]
  if (block === undefined) return null
  const name = blockName(block)
  if (done === 'saved') return texts.saved(name, clockTime(block.changedAt))
  if (done === 'added' || done === 'moved' || done === 'duplicated' || done === 'putBack') {
    return texts[done](name, index + 1, blocks.length)
  }
  return null
}
