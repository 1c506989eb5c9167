import type { Clock } from '../../platform/clock.js'
import type { Queryable } from '../../platform/database/pool.js'
import { insertPicture } from '../issue.queries.js'
import { pictureName, type Picture } from './picture.js'

/**
 * Stores a picture under the name that is made of its content, and returns that name. A picture
 * that is there already stays.
 */
export async function storePicture (
  { db, clock }: { db: Queryable, clock: Clock }, picture: Picture
): Promise<string> {
  const name = pictureName(picture)
  await insertPicture.run({ name, type: picture.type, bytes: picture.bytes, now: clock.now() }, db)
  return name
}
