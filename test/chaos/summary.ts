import type { Kind, RoundResult } from './round.js'

interface FaultSummary {
  rounds: number
  lost: number
  repeated: number
  kills: number
  most_repeats_for_one_fault: number
}

/**
 * What the last line of `--json` holds. The numbers are sums over all rounds, unless they say
 * otherwise.
 */
export interface Summary {
  rounds: number
  /** Of the first round; the next has one more. */
  seed: number
  /** Mails planned. */
  recipients: number
  lost: number
  repeated: number
  /** Mailers killed by SIGKILL. */
  kills: number
  /** Must not be more than `connections`. */
  most_repeats_for_one_fault: number
  /** Of each mailer. */
  connections: number
  unaccounted: number
  by_fault: Partial<Record<Kind, FaultSummary>>
}

export function summarise (
  results: readonly RoundResult[], { seed, connections }: { seed: number, connections: number }
): { ok: boolean, summary: Summary } {
  const kinds = [...new Set(results.map(({ kind }) => kind))]
  const total = (of: readonly RoundResult[], count: (result: RoundResult) => number): number =>
    of.reduce((sum, result) => sum + count(result), 0)
  const sums = (of: readonly RoundResult[]): FaultSummary => ({
    rounds: of.length,
    lost: total(of, ({ lost }) => lost),
    repeated: total(of, ({ repeated }) => repeated),
    kills: total(of, ({ kills }) => kills),
    most_repeats_for_one_fault: Math.max(0, ...of.map(({ mostRepeatsForOneFault }) => mostRepeatsForOneFault))
  })
  const { rounds, lost, repeated, kills, most_repeats_for_one_fault: most } = sums(results)
  return {
    ok: results.length > 0 && results.every(({ broken }) => broken.length === 0),
    summary: {
      rounds,
      seed,
      recipients: total(results, ({ recipients }) => recipients),
      lost,
      repeated,
      kills,
      most_repeats_for_one_fault: most,
      connections,
      unaccounted: total(results, ({ unaccounted }) => unaccounted),
      by_fault: Object.fromEntries(kinds.map(kind => [kind, sums(results.filter(result => result.kind === kind))]))
    }
  }
}
