import type { Queryable } from '../platform/database/pool.js'
import {
  countToExport, findDocument, findPicture, findWhole, listDocumentNames, listPictureNames, listPublishedNumbers,
  type ICountToExportResult, type IFindWholeResult
} from './issue.queries.js'

interface MoveOutDeps { db: Queryable }

export async function countMovingIssues ({ db }: MoveOutDeps): Promise<ICountToExportResult> {
  return await countToExport.one(undefined, db)
}

/** A picture, or a file that readers download; a picture has no name of its own. */
export interface MovingFile { name: string, type: string, fileName: string | null, bytes: Buffer }

/** All pictures and files that issues and drafts name, one by one. */
export async function * movingFiles ({ db }: MoveOutDeps): AsyncGenerator<MovingFile> {
  for (const { name } of await listPictureNames.run(undefined, db)) {
    const picture = await findPicture.maybeOne({ name }, db)
    if (picture !== null) yield { name, fileName: null, ...picture }
  }
  for (const { name } of await listDocumentNames.run(undefined, db)) {
    const document = await findDocument.maybeOne({ name }, db)
    if (document !== null) yield { name, ...document }
  }
}

/** All published issues, each with its frozen mails and pages: a row a language. */
export async function * movingIssues ({ db }: MoveOutDeps): AsyncGenerator<[IFindWholeResult, ...IFindWholeResult[]]> {
  for (const { number } of await listPublishedNumbers.run(undefined, db)) {
    const [first, ...others] = await findWhole.run({ number }, db)
    if (first !== undefined) yield [first, ...others]
  }
}
