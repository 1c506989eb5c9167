import type { Queryable } from '../platform/database/pool.js'
import {
  findApprovedHashes, findFrozenMail as queryFrozenMail, type IFindFrozenMailResult
} from './issue.queries.js'
import { mailHash } from './mail-hash.js'

/** Names an issue in one language. */
export interface EditionName { issue: number, language: string }

/** The one mail that an edition goes out as, to the letter. */
export type FrozenMail = IFindFrozenMailResult

/** The mail of an issue is not one that somebody approved: it was changed since. */
export class NotApproved extends Error {
  constructor (issue: number) {
    super(`the mail of issue ${issue} is not the one that was approved; nothing is sent`)
  }
}

/**
 * The mail of an edition, if an approval names its bytes. Throws `NotApproved` if none does, and an
 * Error if there is no such edition.
 */
export async function findApprovedMail (
  { db }: { db: Queryable }, { issue, language }: EditionName
): Promise<FrozenMail> {
  const mail = await queryFrozenMail.maybeOne({ number: issue, language }, db)
  if (mail === null) throw new Error(`there is no issue ${issue} in the language ${language}`)
  const approved = await findApprovedHashes.run({ number: issue }, db)
  const hash = mailHash({ ...mail, text: mail.body })
  if (!approved.some(approval => approval.hash === hash)) throw new NotApproved(issue)
  return mail
}
