import { createHash } from 'node:crypto'
import type { Queryable } from '../../platform/database/pool.js'
import { isBarrier } from '../checks/finding.js'
import type { PreviewDraft } from '../draft/preview-draft.js'
import { readDraft } from '../draft/read-draft.js'
import { findDraftOf, findPicture, findTexts } from '../issue.queries.js'
import { isApproved } from './approved-mail.js'
import { readStanding } from './standing.js'

/**
 * Why an issue is not sent. `not-approved`: nobody has approved it, or the approval was withdrawn.
 * `changed`: the mail is not the one that was approved. `barriers`: something keeps it from being
 * sent by now, such as a deadline that is over. `picture`: a picture is not the one that it shows.
 */
export type Hindrance = 'not-approved' | 'changed' | 'barriers' | 'picture'

/**
 * Judges an issue once more for the moment when it is to be sent: what is written is rendered again
 * and held against the approval, so that no change of text, template, publisher or picture goes
 * out unseen. The caller holds the issue and its draft. Null if the issue may be sent. Throws
 * if it is written at the desk and nobody says how drafts are rendered.
 */
export async function findHindrance (
  deps: { db: Queryable, previewDraft?: PreviewDraft | undefined },
  { number, sendAt }: { number: number, sendAt: Date }
): Promise<Hindrance | null> {
  const { db, previewDraft } = deps
  const draft = (await findDraftOf.maybeOne({ number }, db))?.draftId ?? null
  if (draft !== null && previewDraft === undefined) throw new Error(`issue ${number} is written at the desk`)
  const ofText = draft === null || previewDraft === undefined
    ? null
    : await ofDraft({ db, previewDraft }, { id: draft, sendAt })
  return ofText ??
    (await isApproved({ db }, { issue: number, language: 'de' }) ? null : 'changed') ??
    (await hasItsPictures(db, number) ? null : 'picture')
}

async function ofDraft (
  { db, previewDraft }: { db: Queryable, previewDraft: PreviewDraft }, { id, sendAt }: { id: string, sendAt: Date }
): Promise<Hindrance | null> {
  const draft = await readDraft({ pool: db }, id)
  if (draft === null || draft.deletedAt !== null) return 'not-approved'
  const { hash, findings } = await previewDraft(draft, { db, sendAt })
  const { approval } = await readStanding({ db }, { draft: id, hash })
  if (approval === null || approval.isWithdrawn) return 'not-approved'
  if (!approval.stands) return 'changed'
  return findings.some(isBarrier) ? 'barriers' : null
}

const PICTURE_NAME = /[0-9a-f]{64}\.(?:png|jpg|gif|webp)/g

/** Whether each picture, the logo too, is stored and is what its name says: the SHA-256 of it. */
async function hasItsPictures (db: Queryable, number: number): Promise<boolean> {
  const texts = (await findTexts.run({ number }, db)).map(({ texts }) => texts).join('')
  for (const name of new Set(texts.match(PICTURE_NAME))) {
    const picture = await findPicture.maybeOne({ name }, db)
    if (picture === null) return false
    if (createHash('sha256').update(picture.bytes).digest('hex') !== name.slice(0, 64)) return false
  }
  return true
}
