import { diffArrays } from 'diff'
import { memoSync } from '../../platform/memo.js'
import type { FormField } from '../blocks/form.js'
import { BLOCK_KINDS, kindOf } from '../blocks/registry.js'
import type { DraftFields } from './fields.js'
import { HEAD_FORM } from './head.js'
import type { Snapshot } from './version.js'

/** Words that stayed, came or went. */
export interface Part { text: string, change: 'same' | 'added' | 'removed' }

/** A field that differs: "Zitat, Wortlaut". */
export interface FieldDifference { label: string, parts: Part[] }

export interface BlockDifference {
  /** Null for the head. */
  id: string | null
  /** The block as the later version has it, the earlier one if it is gone; null for the head. */
  block: Snapshot['blocks'][number] | null
  change: 'same' | 'changed' | 'added' | 'removed'
  /** Whether it stands elsewhere among the blocks that are in both. */
  isMoved: boolean
  fields: FieldDifference[]
}

const segmenter = new Intl.Segmenter('de', { granularity: 'word' })
/** Per field. What differs so much that it takes longer is shown as a whole. */
const TIMEOUT_MS = 300
/** Characters: who writes a draft looks at the same changes many times. */
const MOST_COMPARED = 2_000_000

/** What differs between two versions, in the order of the later one; removed blocks come last. */
export function compareSnapshots (before: Snapshot, after: Snapshot): BlockDifference[] {
  const old = new Map(before.blocks.map(block => [block.id, block]))
  const kept = after.blocks.filter(({ id }) => old.has(id)).map(({ id }) => id)
  const moved = movedAmong(before.blocks.map(({ id }) => id).filter(id => kept.includes(id)), kept)
  const head = differ(HEAD_FORM, before.head, after.head)
  const headChange = head.length === 0 ? 'same' : 'changed'
  const removed = before.blocks.filter(({ id }) => !kept.includes(id))
  return [
    { id: null, block: null, change: headChange, isMoved: false, fields: head },
    ...after.blocks.map((block): BlockDifference => {
      const fields = differ(formOf(block.kind), old.get(block.id)?.fields ?? {}, block.fields)
      const change = !old.has(block.id) ? 'added' : fields.length === 0 ? 'same' : 'changed'
      return { id: block.id, block, change, isMoved: moved.has(block.id), fields }
    }),
    ...removed.map((block): BlockDifference => {
      const fields = differ(formOf(block.kind), block.fields, {})
      return { id: block.id, block, change: 'removed', isMoved: false, fields }
    })
  ]
}

/** Two texts of the same form, field by field; fields that are the same are left out. */
export function differ (form: readonly FormField[], before: DraftFields, after: DraftFields): FieldDifference[] {
  const old = new Map(flatten(form, before))
  const now = new Map(flatten(form, after))
  return [...new Set([...now.keys(), ...old.keys()])].flatMap(label => {
    const [one, other] = [old.get(label) ?? '', now.get(label) ?? '']
    return one === other ? [] : [{ label, parts: differText([one, other]) }]
  })
}

const differText = memoSync(([before, after]: [string, string]): Part[] => {
  const whole: Part[] = [{ text: before, change: 'removed' }, { text: after, change: 'added' }]
  if (before === '' || after === '') return whole.filter(({ text }) => text !== '')
  const found = diffArrays(wordsOf(before), wordsOf(after), { timeout: TIMEOUT_MS })
  if (found === undefined) return whole
  return found.map(({ value, added, removed }) =>
    ({ text: value.join(''), change: added ? 'added' : removed ? 'removed' : 'same' }))
}, {
  most: MOST_COMPARED,
  keyOf: JSON.stringify,
  sizeOf: parts => parts.reduce((sum, { text }) => sum + text.length, 0)
})

/**
 * Words, marks and blanks. Each piece between blanks is segmented alone: V8 keeps a copy of the
 * whole text for every segment, which for a long one is gigabytes.
 */
function wordsOf (text: string): string[] {
  return text.split(/(\s+)/).flatMap(piece =>
    /^(?:[\p{L}\p{N}]*|\s*)$/u.test(piece) ? [piece] : Array.from(segmenter.segment(piece), ({ segment }) => segment))
    .filter(word => word !== '')
}

/** Every text of a form with its label, such as "Termin 2, Ort". */
function flatten (form: readonly FormField[], fields: DraftFields, before = ''): Array<[string, string]> {
  return form.flatMap((field): Array<[string, string]> => {
    const value = fields[field.key]
    const label = before + field.label
    if (Array.isArray(value)) {
      if (field.input !== 'list') return []
      return value.flatMap((row, index) => flatten(field.fields, row, `${before}${field.entry} ${index + 1}, `))
    }
    if (typeof value === 'object') return 'fields' in field ? flatten(field.fields, value, `${label}, `) : []
    return value === undefined ? [] : [[label, value]]
  })
}

/**
 * Those that somebody moved: all but the longest run that kept its order, so that moving one block
 * to the end does not count as moving all others.
 */
function movedAmong (before: readonly string[], after: readonly string[]): Set<string> {
  const places = after.map(id => before.indexOf(id))
  const longest: number[][] = []
  for (const [index, place] of places.entries()) {
    const best = longest.slice(0, index).filter(run => (run.at(-1) ?? -1) < place)
      .reduce<number[]>((one, other) => other.length > one.length ? other : one, [])
    longest.push([...best, place])
  }
  const stayed = new Set(longest.reduce<number[]>((one, other) => other.length > one.length ? other : one, []))
  return new Set(after.filter((_, index) => !stayed.has(places[index] ?? -1)))
}

function formOf (kind: string): readonly FormField[] {
  return kindOf(BLOCK_KINDS, { type: kind }).form
}
