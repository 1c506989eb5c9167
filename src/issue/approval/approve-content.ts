import { createHash } from 'node:crypto'
import type { Pool } from 'pg'
import type { Clock } from '../../platform/clock.js'
import { inTransaction } from '../../platform/database/pool.js'
import type { House } from '../../platform/newsletter/house.js'
import type { FillTemplate } from '../../platform/templates.js'
import type { Witness } from '../../platform/witness.js'
import type { IssueContent } from '../content/content.js'
import type { Picture } from '../file/picture.js'
import { storePicture } from '../file/store-picture.js'
import { findByContent, insertIssue, type IInsertIssueParams } from '../issue.queries.js'
import { findPlace } from '../place.js'
import { insertApproval } from './approval.queries.js'
import { mailHash } from './mail-hash.js'
import { renderIssue } from '../render/render.js'
import { summarise } from '../summary.js'

export interface ApproveDeps {
  pool: Pool
  clock: Clock
  fill: FillTemplate
  house: House
  publicUrl: string
  /** Of the person at the command line. */
  witness?: Witness
}

/** What is approved. */
export interface ReadIssue {
  content: IssueContent
  pictures: readonly Picture[]
  /** The name of the person who approved it. */
  approver: string
  /**
   * The issue with exactly this content that a new one is to replace, because its delivery was
   * cancelled.
   */
  insteadOf?: number
}

/**
 * Freezes an issue: gives it its number and stores the content, its pictures, the one mail that
 * everyone will get, and who approved it. Returns the number. The same content is stored once,
 * however often a command is repeated: then the number is that of the issue that exists.
 *
 * The mail shows number and address, so it is rendered for those that are free now. No lock is held
 * for it: if another approval was faster, the mail is rendered again for the next ones that are
 * free.
 */
export async function approve (
  deps: ApproveDeps, { content, pictures, approver, insteadOf }: ReadIssue
): Promise<number> {
  const { pool, clock, fill, house, publicUrl } = deps
  const json = JSON.stringify(content)
  const contentHash = createHash('sha256').update(json).digest()
  let hasPictures = false
  for (;;) {
    const [known] = await findByContent.run({ contentHash }, pool)
    if (known !== undefined && known.number !== insteadOf) return known.number
    const { number, slug } = await findPlace({ db: pool }, { wanted: content.slug })
    const { publisher, accent, logo } = await house.read({ db: pool })
    const mail = await renderIssue({ ...content, slug }, { number, publicUrl, publisher, accent, logo, fill })
    if (!hasPictures) await storePictures(deps, pictures)
    hasPictures = true
    const isStored = await store(deps, approver, {
      number,
      slug,
      content: json,
      contentHash,
      contentRound: known === undefined ? 0 : known.contentRound + 1,
      now: clock.now(),
      subject: mail.subject,
      html: mail.html,
      body: mail.text,
      page: mail.page,
      title: content.title,
      date: content.date,
      summary: JSON.stringify(summarise(content))
    })
    if (isStored) return number
  }
}

/** Stores the issue with its approval; false if its number, slug or content is taken meanwhile. */
async function store (
  { pool, witness }: ApproveDeps, approver: string, issue: IInsertIssueParams
): Promise<boolean> {
  const { number, subject, html, body, now } = issue
  const hash = mailHash({ subject, html, text: body })
  return await inTransaction(pool, async db => {
    if (await insertIssue.maybeOne(issue, db) === null) return false
    await insertApproval.run({
      number, mailHash: Buffer.from(hash, 'hex'), approver, now, editor: null, emergency: null
    }, db)
    await witness?.(db, 'issue.approved', { issue: number, hash, approver, secondPerson: false })
    return true
  })
}

/**
 * Pictures are named by what they hold, so it does no harm if the issue is not stored in the end.
 */
async function storePictures (
  { pool, clock }: Pick<ApproveDeps, 'pool' | 'clock'>, pictures: readonly Picture[]
): Promise<void> {
  for (const picture of pictures) await storePicture({ db: pool, clock }, picture)
}
