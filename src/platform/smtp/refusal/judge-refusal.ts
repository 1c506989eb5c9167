import { BY_REPLY } from './by-reply.js'
import { BY_STATUS } from './by-status.js'
import { BY_WORDS } from './by-words.js'
import { plainWords } from './plain-words.js'
import type { CodeRow, Judgement, Refusal, Row, WordRow } from './refusal.js'

const NOTHING_KNOWN: Judgement = { kind: 'unknown', rule: 'nothing-known', fault: null }

/**
 * Judges a refusal by the table: the status, the reply code, the words. A code that is known to be
 * sent for other reasons, too, gives way to words that say so; one that says little, to any.
 */
export function judgeRefusal ({ code, status, text }: Refusal): Judgement {
  const said = findWords(text)
  const byCode = code === null ? null : find(BY_REPLY, String(code))
  const codes = [find(BY_STATUS, status), byCode].filter(row => row !== null)
  const decides = codes.find(row => !yields(row, said)) ?? said
  if (decides !== null) return judgement(decides)
  return judgement(codes.find(({ kind }) => kind !== 'unknown') ?? codes[0] ?? null)
}

function find (rows: readonly CodeRow[], code: string | null): CodeRow | null {
  return code === null ? null : rows.find(row => row.code.test(code)) ?? null
}

function findWords (text: string): WordRow | null {
  const words = plainWords(text)
  return words === '' ? null : BY_WORDS.find(row => row.words.test(words)) ?? null
}

/** A row that yields to everything waits for words; any other, for words of a certain kind. */
function yields ({ yieldsTo }: CodeRow, said: WordRow | null): boolean {
  return yieldsTo === 'all' || (said !== null && yieldsTo.includes(said.kind))
}

function judgement (row: Row | null): Judgement {
  if (row === null) return NOTHING_KNOWN
  const { kind, rule, fault } = row
  return { kind, rule, fault: kind === 'policy' ? fault ?? 'policy' : null }
}
