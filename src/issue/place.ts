import type { Queryable } from '../platform/database/pool.js'
import { slugWith } from './content/slug.js'
import { findNextPlace, slugIsTaken } from './issue.queries.js'

/** What an issue is called, in its mail and its address. */
export interface Place { number: number, slug: string }

/**
 * The number and the slug that an issue gets if it is approved now. A draft that was approved
 * before keeps its number; without a draft, and for a new one, it is the number that comes next.
 * Where the wanted slug is taken, that number stands behind it, and then another.
 */
export async function findPlace (
  { db }: { db: Queryable }, { wanted, draft = null }: { wanted: string, draft?: string | null }
): Promise<Place> {
  const { number, taken } = await findNextPlace.one({ draft, slug: wanted }, db)
  let slug = wanted
  for (let attempt = 1, isTaken = taken; isTaken; attempt++) {
    slug = slugWith(wanted, attempt === 1 ? `-${number}` : `-${number}-${attempt}`)
    isTaken = (await slugIsTaken.one({ slug, number }, db)).taken
  }
  return { number, slug }
}
