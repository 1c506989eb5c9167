import { createHash } from 'node:crypto'
import type { Pool } from 'pg'
import type { Clock } from '../platform/clock.js'
import { inTransaction } from '../platform/database.js'
import type { Publisher } from '../platform/publisher.js'
import type { FillTemplate } from '../platform/templates.js'
import type { IssueContent } from './content.js'
import { findByContent, insertIssue, insertPicture, lockNumbers, nextNumber, slugExists } from './issue.queries.js'
import { pictureName, type Picture } from './picture.js'
import { renderIssue } from './render.js'

export interface ApproveParts { pool: Pool, clock: Clock, fill: FillTemplate, publisher: Publisher, publicUrl: string }

/** `known`: an issue with exactly this content exists already, so that nothing was stored. */
export interface Approval { number: number, known: boolean, state: string }

/**
 * Freezes an issue: gives it its number and stores the content, its pictures and the one mail that
 * everyone will get. The same content is never stored twice, however often a command is repeated.
 */
export async function approve (parts: ApproveParts, content: IssueContent, pictures: readonly Picture[]): Promise<Approval> {
  const { pool, clock, fill, publisher, publicUrl } = parts
  const json = JSON.stringify(content)
  const contentHash = createHash('sha256').update(json).digest()
  return await inTransaction(pool, async client => {
    await lockNumbers.run(undefined, client)
    const [known] = await findByContent.run({ contentHash }, client)
    if (known !== undefined) return { number: known.number, known: true, state: known.state }
    const [{ number }] = await nextNumber.run(undefined, client) as [{ number: number }]
    const [taken] = await slugExists.run({ slug: content.slug }, client)
    const slug = taken?.exists === true ? `${content.slug.slice(0, 70).replace(/-+$/, '')}-${number}` : content.slug
    const mail = await renderIssue({ ...content, slug }, { number, publicUrl, publisher, fill })
    for (const picture of pictures) {
      await insertPicture.run({ name: pictureName(picture), type: picture.type, bytes: picture.bytes }, client)
    }
    await insertIssue.run({
      number, slug, content: JSON.parse(json), contentHash, subject: mail.subject, html: mail.html, body: mail.text, page: mail.page, now: clock.now()
    }, client)
    return { number, known: false, state: 'approved' }
  })
}
