import type { Pool } from 'pg'
import { findFrozenMail as queryFrozenMail, type IFindFrozenMailResult } from './issue.queries.js'

/** The one mail that an approved issue goes out as, to the letter. */
export type FrozenMail = IFindFrozenMailResult

/** Throws if there is no such issue. */
export async function findFrozenMail (pool: Pool, number: number): Promise<FrozenMail> {
  const [mail] = await queryFrozenMail.run({ number }, pool)
  if (mail === undefined) throw new Error(`there is no issue ${number}`)
  return mail
}
