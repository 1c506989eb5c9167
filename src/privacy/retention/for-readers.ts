import { describePeriod } from './period.js'
import type { RetentionTimes } from './rule.js'
import { RULES } from './rules.js'

/** What the page on privacy says of one kind of data: what it is, and when it is erased. */
export interface StoredKind { title: string, text: string, ends: string }

/** What is stored of readers and for how long, in words for them, as the settings have it. */
export function storedOfReaders (times: RetentionTimes, { consentProof }: { consentProof: boolean }): StoredKind[] {
  return RULES.flatMap(({ toReaders, keeps, onlyWithProof = false }) => {
    if (toReaders === undefined || (onlyWithProof && !consentProof)) return []
    const { title, text, ends } = toReaders
    return [{ title, text, ends: ends('period' in keeps ? describePeriod(keeps.period, times) : '') }]
  })
}
