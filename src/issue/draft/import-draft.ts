import { inTransaction } from '../../platform/database/pool.js'
import type { FieldError } from '../content/field-errors.js'
import { examinePicture, pictureName, type ReadPicture } from '../file/picture.js'
import { reencodePicture } from '../file/reencode-picture.js'
import { storePicture } from '../file/store-picture.js'
import { touchPicture } from '../issue.queries.js'
import { beginDraft } from './create-draft.js'
import type { WitnessedDeps } from './deps.js'
import { readUnfinished } from './read-unfinished.js'
import { unpackUpload, type UploadedFile } from './unpack-upload.js'
import { addVersion } from './version.js'

export type ImportResult =
  | { result: 'imported', draft: string }
  | { result: 'refused', errors: FieldError[] }

/**
 * Makes a draft of the file of an issue and the pictures that were uploaded with it, alone or in a
 * zip file. It may be unfinished. What cannot be read, and would be lost, is a German error; then
 * nothing is imported.
 */
export async function importDraft (deps: WitnessedDeps, uploads: readonly UploadedFile[]): Promise<ImportResult> {
  const files = unpackUpload(uploads)
  if (!files.ok) return refused(files.message)
  const read = await readUnfinished(files.yaml, async file => await findAmong(deps, files.pictures, file))
  if (!read.ok) return { result: 'refused', errors: read.errors }
  return await inTransaction(deps.pool, async db => {
    for (const picture of read.pictures) await storePicture({ db, clock: deps.clock }, picture)
    const draft = await beginDraft(deps, db, read.beginning)
    await addVersion(db, deps, { draft, reason: 'imported' })
    await deps.witness(db, 'draft.imported', { draft })
    return { result: 'imported', draft }
  })
}

/**
 * The picture that an issue names, by its path or else by its name alone, because a browser sends
 * no folders.
 */
async function findAmong (
  deps: WitnessedDeps, pictures: readonly UploadedFile[], file: string
): Promise<ReadPicture> {
  const plain = file.replace(/^\.\//, '')
  const found = pictures.find(({ fileName }) => fileName === plain) ??
    pictures.find(({ fileName }) => baseName(fileName) === baseName(plain))
  if (found === undefined) {
    return { ok: false, message: `„${file}“ wurde nicht gefunden. Laden Sie das Bild zusammen mit der Ausgabe hoch.` }
  }
  // What came out of this program goes back into it as it is, so that an export is the same issue.
  const asItIs = examinePicture(found.bytes, `„${file}“`)
  if (asItIs.ok) {
    const known = await touchPicture.run({ name: pictureName(asItIs.picture), now: deps.clock.now() }, deps.pool)
    if (known.length > 0) return asItIs
  }
  return await reencodePicture(found.bytes, file)
}

function baseName (path: string): string {
  return path.replace(/^.*[/\\]/, '')
}

function refused (message: string): ImportResult {
  return { result: 'refused', errors: [{ where: 'Datei', path: [], message }] }
}
