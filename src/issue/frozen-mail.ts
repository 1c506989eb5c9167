import type { Pool } from 'pg'
import { findFrozenMail as queryFrozenMail, type IFindFrozenMailResult } from './issue.queries.js'

/** Names an issue in one language. */
export interface EditionName { issue: number, language: string }

/** The one mail that an edition goes out as, to the letter. */
export type FrozenMail = IFindFrozenMailResult

/** Throws if there is no such edition. */
export async function findFrozenMail ({ pool }: { pool: Pool }, { issue, language }: EditionName): Promise<FrozenMail> {
  const [mail] = await queryFrozenMail.run({ number: issue, language }, pool)
  if (mail === undefined) throw new Error(`there is no issue ${issue} in the language ${language}`)
  return mail
}
