import type { Queryable } from '../platform/database/pool.js'
import { findWithdrawal, listCorrections, takeCorrection, takeWithdrawal } from './archive.queries.js'

/** What was said about an issue after it was sent, without who said it. */
export interface Afterwards<At> {
  corrections: Array<{ text: string, at: At }>
  withdrawal: { reason: string, at: At } | null
}

/** Corrections and withdrawal of an issue that moves away. */
export async function afterwardsOf ({ db }: { db: Queryable }, number: number): Promise<Afterwards<Date>> {
  const withdrawal = await findWithdrawal.maybeOne({ number }, db)
  return {
    corrections: (await listCorrections.run({ number }, db))
      .map(({ text, correctedAt }) => ({ text, at: correctedAt })),
    withdrawal: withdrawal === null ? null : { reason: withdrawal.reason, at: withdrawal.withdrawnAt }
  }
}

/** The same of an issue that has just come from another installation. */
export async function moveAfterwardsIn (
  { db }: { db: Queryable }, number: number, { corrections, withdrawal }: Afterwards<string>
): Promise<void> {
  for (const correction of corrections) await takeCorrection.run({ number, ...correction }, db)
  if (withdrawal !== null) await takeWithdrawal.run({ number, ...withdrawal }, db)
}
