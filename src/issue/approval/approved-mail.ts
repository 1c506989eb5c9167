import type { Queryable } from '../../platform/database/pool.js'
import { findFrozenMail as queryFrozenMail, type IFindFrozenMailResult } from '../issue.queries.js'
import { findLastApproval } from './approval.queries.js'
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
 * The mail of an edition, if the last approval stands and names its bytes. Throws `NotApproved` if
 * it does not, and an Error if there is no such edition.
 */
export async function findApprovedMail (deps: { db: Queryable }, edition: EditionName): Promise<FrozenMail> {
  const { issue, language } = edition
  const mail = await queryFrozenMail.maybeOne({ number: issue, language }, deps.db)
  if (mail === null) throw new Error(`there is no issue ${issue} in the language ${language}`)
  if (!await namesBytes(deps, mail)) throw new NotApproved(issue)
  return mail
}

/** Whether the last approval of an issue stands and names the bytes of its mail. */
export async function isApproved (
  { db }: { db: Queryable }, { issue, language }: EditionName
): Promise<boolean> {
  const mail = await queryFrozenMail.maybeOne({ number: issue, language }, db)
  return mail !== null && await namesBytes({ db }, mail)
}

async function namesBytes ({ db }: { db: Queryable }, mail: FrozenMail): Promise<boolean> {
  const approval = await findLastApproval.maybeOne({ number: mail.number }, db)
  return approval !== null && !approval.withdrawn && approval.hash === mailHash({ ...mail, text: mail.body })
}
