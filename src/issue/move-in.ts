import type { Clock } from '../platform/clock.js'
import type { Queryable } from '../platform/database/pool.js'
import { insertDocument, insertPicture, isHere, takeEdition, takeIssue } from './issue.queries.js'
import type { MovingFile } from './move-out.js'

interface MoveInDeps { db: Queryable, clock: Clock }

/** Stores a file under the name of its bytes; one that is here already stays. */
export async function moveFileIn (
  { db, clock }: MoveInDeps, { name, type, fileName, bytes }: MovingFile
): Promise<void> {
  if (fileName === null) await insertPicture.run({ name, type, bytes, now: clock.now() }, db)
  else await insertDocument.run({ name, type, fileName, bytes, now: clock.now() }, db)
}

/** An issue that another installation has published. Times are in ISO 8601. */
export interface ArrivingIssue {
  number: number
  slug: string
  content: object
  contentHash: string
  contentRound: number
  approvedAt: string
  publishedAt: string
  editions: ReadonlyArray<{
    language: string
    subject: string
    html: string
    body: string
    page: string
    title: string
    date: string
    summary: object
  }>
}

/**
 * Takes over an issue as it was published; it is never sent again. Returns its number here. `known`
 * if it is here already, `taken` if another issue has its address.
 */
export async function moveIssueIn (
  { db }: Pick<MoveInDeps, 'db'>, { editions, content, ...issue }: ArrivingIssue
): Promise<number | 'known' | 'taken'> {
  const { contentHash, contentRound } = issue
  if ((await isHere.one({ contentHash, contentRound }, db)).here) return 'known'
  const taken = await takeIssue.maybeOne({ ...issue, content: JSON.stringify(content) }, db)
  if (taken === null) return 'taken'
  const { number } = taken
  for (const { summary, ...edition } of editions) {
    await takeEdition.run({ ...edition, number, summary: JSON.stringify(summary) }, db)
  }
  return number
}
