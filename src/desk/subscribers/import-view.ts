import { dayAndTime } from '../drafts/times.js'
import { editorNames } from '../../editor/account/names.js'
import { readFourEyes } from '../../issue/approval/four-eyes.js'
import { isFileFault } from '../../privacy/import/file-fault.js'
import { UNDO_MS } from '../../privacy/import/control.js'
import { linesOf } from '../../privacy/import/upload.js'
import { readRefused, type Import, type RefusedLines } from '../../privacy/import/report.js'
import { countImported, type Imported } from '../../subscription/import/add-imported.js'
import { de } from '../../texts/de.js'
import type { DeskDeps } from '../deps.js'

const texts = de.import

/** An import in a list. */
export interface ImportRow { id: number, state: string, about: string, added: number }

/** Figures of a kind of lines, with the first of them; `fault` is empty but for those not valid. */
interface RefusedView { kind: string, why: string, count: number, where: string }

/** An import as its page shows it. */
export interface ImportView {
  id: number
  state: Import['state']
  stateName: string
  about: string
  asks: boolean
  /** Why it failed; empty if it did not. */
  fault: string
  /** How far it is, from 0 to 100; null where that is not known. */
  percent: number | null
  figures: Array<{ name: string, count: number }>
  fresh: number
  refused: RefusedView[]
  added: number
  undone: number
  imported: Imported | null
  /** How long asking everybody will take, in words. */
  askingTakes: string
  canUndo: boolean
  /** Whether the refused lines can be downloaded. */
  hasFile: boolean
  approval: { isOwn: boolean, alone: boolean } | null
}

type ViewDeps = Pick<DeskDeps, 'pool' | 'clock' | 'mailsPerMinute'>

/** The newest imports, in words. */
export async function importRows ({ pool }: ViewDeps, imports: readonly Import[]): Promise<ImportRow[]> {
  const names = await editorNames({ db: pool }, imports.map(({ createdBy }) => createdBy))
  return imports.map(found =>
    ({ id: found.id, state: stateName(found), about: aboutOf(found, names), added: found.added }))
}

/** An import for somebody who looks at it. */
export async function importView (deps: ViewDeps, found: Import, editor: string): Promise<ImportView> {
  const { pool, clock, mailsPerMinute } = deps
  const { id, state, asks, added, undone, fault, faultLine, countNew } = found
  const names = await editorNames({ db: pool }, [found.createdBy])
  const hasAdded = added > 0 && state !== 'undone'
  const imported = hasAdded ? await countImported({ db: pool }, id) : null
  const toAsk = imported?.toAsk ?? countNew
  const inTime = found.endedAt === null || clock.now().getTime() - found.endedAt.getTime() < UNDO_MS
  const message = fault === null || !isFileFault(fault) ? '' : texts.fileFaults[fault]
  return {
    id,
    state,
    stateName: stateName(found),
    about: aboutOf(found, names),
    asks,
    fault: faultLine === null || message === '' ? message : texts.inLine(faultLine, message),
    percent: percentOf(found),
    figures: figuresOf(found),
    fresh: countNew,
    refused: (await readRefused({ db: pool }, id)).map(describeRefused),
    added,
    undone,
    imported,
    // Half of the rate is kept for those who sign up.
    askingTakes: texts.duration(toAsk / (mailsPerMinute / 2)),
    canUndo: (state === 'running' || state === 'done' || state === 'failed') && hasAdded && inTime,
    hasFile: found.createdBy !== null || found.file !== null,
    approval: state === 'submitted' ? await approvalOf(deps, found, editor) : null
  }
}

async function approvalOf (
  { pool }: ViewDeps, { createdBy, readBy }: Import, editor: string
): Promise<ImportView['approval']> {
  const alone = (await readFourEyes({ db: pool })).value === 'off'
  return { isOwn: !alone && (editor === createdBy || editor === readBy), alone }
}

function stateName ({ state, added }: Import): string {
  return state === 'undone' && added > 0 ? texts.undone : texts.states[state]
}

function aboutOf ({ createdAt, createdBy }: Import, names: ReadonlyMap<string, string>): string {
  const by = createdBy === null ? texts.commandLine : names.get(createdBy) ?? de.drafts.somebody
  return `${dayAndTime(createdAt)}, ${by}`
}

function figuresOf (found: Import): ImportView['figures'] {
  const { kinds } = texts
  return [
    { name: kinds.new, count: found.countNew },
    { name: kinds.known, count: found.countKnown },
    { name: kinds.invalid, count: found.countInvalid },
    { name: kinds.double, count: found.countDouble },
    { name: kinds.suppressed, count: found.countSuppressed }
  ]
}

function percentOf (found: Import): number | null {
  const share = (done: number, all: number): number => all === 0 ? 0 : Math.min(99, Math.floor(done / all * 100))
  const { state, readLine, looked, countNew, countKnown, countSuppressed, undone, added } = found
  if (state === 'reading') return share(readLine, linesOf(found) ?? 0)
  if (state === 'running') return share(looked, countNew + countKnown + countSuppressed)
  return state === 'undoing' ? share(undone, added) : null
}

function describeRefused ({ kind, fault, count, lines }: RefusedLines): RefusedView {
  const numbers = lines.map(line => line.toLocaleString(de.locale)).join(', ')
  return {
    kind: texts.kinds[kind],
    why: reasonOf({ kind, fault }),
    count,
    where: lines.length === 1 ? texts.line(numbers) : texts.lines(numbers, count > lines.length)
  }
}

/** Why a line is not taken over, in a sentence. */
export function reasonOf ({ kind, fault }: Pick<RefusedLines, 'kind' | 'fault'>): string {
  return (fault === null ? undefined : texts.faults[fault]) ?? texts.reasons[kind]
}
