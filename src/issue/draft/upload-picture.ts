import { reencodePicture } from '../file/reencode-picture.js'
import { storePicture } from '../file/store-picture.js'
import type { DraftDeps } from './deps.js'

/** What a form keeps of a picture; or a German sentence that says why it cannot be used. */
export type UploadedPicture =
  | { result: 'stored', name: string, width: number, height: number }
  | { result: 'refused', message: string }

/** Checks, encodes again and stores a picture. The draft names it once its block is saved. */
export async function uploadPicture (
  { pool, clock }: DraftDeps, { bytes, fileName }: { bytes: Buffer, fileName: string }
): Promise<UploadedPicture> {
  const read = await reencodePicture(bytes, fileName)
  if (!read.ok) return { result: 'refused', message: read.message }
  const { width, height } = read.picture
  return { result: 'stored', name: await storePicture({ db: pool, clock }, read.picture), width, height }
}
