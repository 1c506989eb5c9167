import { z } from 'zod'
import { judgeLock, type Lock } from '../../privacy/export/age.js'
import { judgeReason, type ExportOrder } from '../../privacy/export/export.js'
import { de } from '../../texts/de.js'

const { faults } = de.export
const text = z.string().default('')

/** What the two forms of the page send. */
export const exportForm = z.object({
  art: z.enum(['archive', 'csv']),
  grund: text,
  'grund-tabelle': text,
  passphrase: text,
  nochmal: text,
  schluessel: text
})

type Typed = z.infer<typeof exportForm>
const NO_FAULTS = { reason: null, passphrase: null, again: null, recipient: null }
type Faults = Partial<Record<keyof typeof NO_FAULTS, string>>
type Errors = Record<keyof typeof NO_FAULTS, string | null>

/** The page; of what was typed, a passphrase is never brought back. */
export type ExportPage = {
  archive: { reason: string, recipient: string, errors: Errors }
  csv: { reason: string, errors: Errors }
  /** Whether anything is wrong. */
  failed: boolean
  /** What stands above everything; null for nothing. */
  error: string | null
  done: string | null
}

export function exportPage (
  { typed, faults = {}, error = null, done = null }:
  { typed?: Typed, faults?: Faults, error?: string | null, done?: string | null } = {}
): ExportPage {
  const { art, grund = '', 'grund-tabelle': other = '', schluessel: recipient = '' } = typed ?? {}
  return {
    archive: { reason: grund, recipient, errors: { ...NO_FAULTS, ...art === 'archive' ? faults : {} } },
    csv: { reason: other, errors: { ...NO_FAULTS, ...art === 'csv' ? faults : {} } },
    failed: error !== null || Object.keys(faults).length > 0,
    error,
    done
  }
}

/** The order that a form gives, or what is wrong with it, by field. */
export function orderOf (typed: Typed): { order: ExportOrder } | { faults: Faults } {
  const reason = (typed.art === 'csv' ? typed['grund-tabelle'] : typed.grund).trim()
  const fault = judgeReason(reason)
  const found: Faults = fault === null ? {} : { reason: faults.reason[fault] }
  if (typed.art === 'csv') return fault === null ? { order: { form: 'csv', reason } } : { faults: found }
  const lock = lockOf(typed)
  if ('faults' in lock) return { faults: { ...found, ...lock.faults } }
  return fault === null ? { order: { form: 'archive', reason, lock: lock.lock } } : { faults: found }
}

function lockOf ({ passphrase, nochmal, schluessel }: Typed): { lock: Lock } | { faults: Faults } {
  const recipient = schluessel.trim()
  if (recipient !== '' && passphrase !== '') return { faults: { recipient: faults.both } }
  const lock = recipient === '' ? { passphrase } : { recipient }
  const fault = judgeLock(lock)
  if (fault !== null) return { faults: { [fault === 'recipient' ? 'recipient' : 'passphrase']: faults.lock[fault] } }
  return 'passphrase' in lock && nochmal !== passphrase ? { faults: { again: faults.differs } } : { lock }
}
