import { createHash } from 'node:crypto'
import type { Pool } from 'pg'
import type { Clock } from '../platform/clock.js'
import { inTransaction, type Queryable } from '../platform/database/pool.js'
import type { Publisher } from '../platform/newsletter/publisher.js'
import type { FillTemplate } from '../platform/templates.js'
import type { IssueContent } from './content/content.js'
import { findByContent, insertIssue, insertPicture, lockApprovals, nextNumber, slugExists } from './issue.queries.js'
import { pictureName, type Picture } from './file/picture.js'
import { renderIssue } from './render/render.js'
import { slugWith } from './content/slug.js'

export interface ApproveDeps {
  pool: Pool
  clock: Clock
  fill: FillTemplate
  publisher: Publisher
  publicUrl: string
  /** Makes a new issue also of content that was cancelled. */
  again?: boolean
}

/** `known`: an issue with exactly this content exists already, so that nothing was stored. */
export interface Approval { number: number, known: boolean, state: string }

/** What the next issue is called, in its mail and its address. */
interface Place { number: number, slug: string }

/**
 * Freezes an issue: gives it its number and stores the content, its pictures and the one mail that
 * everyone will get. The same content is never stored twice, however often a command is repeated, unless the issue was
 * cancelled and is wanted `again`.
 *
 * The mail shows number and address, so it is rendered for those that are free now, while nothing is locked.
 * Then approvals are locked for a moment: if another was faster, it is rendered again for the next ones.
 */
export async function approve (deps: ApproveDeps, content: IssueContent, pictures: readonly Picture[]): Promise<Approval> {
  const { pool, clock, fill, publisher, publicUrl, again = false } = deps
  const json = JSON.stringify(content)
  const contentHash = createHash('sha256').update(json).digest()

  async function findKnown (db: Queryable): Promise<Approval | null> {
    const [known] = await findByContent.run({ contentHash }, db)
    return known === undefined || (again && known.state === 'cancelled') ? null : { number: known.number, known: true, state: known.state }
  }

  const known = await findKnown(pool)
  if (known !== null) return known
  for (;;) {
    const place = await findPlace(pool, content.slug)
    const { number, slug } = place
    const { subject, html, text, page } = await renderIssue({ ...content, slug }, { number, publicUrl, publisher, fill })
    const approval = await inTransaction(pool, async client => {
      await lockApprovals.run(undefined, client)
      const known = await findKnown(client)
      if (known !== null) return known
      if (!isSame(place, await findPlace(client, content.slug))) return null
      for (const picture of pictures) {
        await insertPicture.run({ name: pictureName(picture), type: picture.type, bytes: picture.bytes }, client)
      }
      const { title, date } = content
      await insertIssue.run({ number, slug, content: JSON.parse(json), contentHash, subject, html, body: text, page, title, date, now: clock.now() }, client)
      return { number, known: false, state: 'approved' }
    })
    if (approval !== null) return approval
  }
}

/** The number that comes next, and the slug, with that number and then another behind it where it is taken. */
async function findPlace (db: Queryable, wanted: string): Promise<Place> {
  const [{ number }] = await nextNumber.run(undefined, db) as [{ number: number }]
  let slug = wanted
  for (let attempt = 1; (await slugExists.run({ slug }, db))[0]?.exists === true; attempt++) {
    slug = slugWith(wanted, attempt === 1 ? `-${number}` : `-${number}-${attempt}`)
  }
  return { number, slug }
}

function isSame (one: Place, other: Place): boolean {
  return one.number === other.number && one.slug === other.slug
}
