import { createHash } from 'node:crypto'
import { LARGEST_UPLOAD, tooLarge } from '../file/reencode-picture.js'
import { sniffDocument } from '../file/sniff-document.js'
import { insertDocument } from '../issue.queries.js'
import type { DraftDeps } from './deps.js'

/** What a form keeps of a file; or a German sentence that says why readers cannot be given it. */
export type UploadedDocument =
  /** `type` is what readers see ("PDF"), `size` is in bytes. */
  | { result: 'stored', url: string, type: string, size: number }
  | { result: 'refused', message: string }

const NOT_ALLOWED = ' kann nicht angeboten werden. ' +
  'Möglich sind PDF, DOCX, XLSX, PPTX, ODT, ODS und ODP ohne Makros. Am besten lesen alle ein barrierefreies PDF.'

/** Stores a file for readers to download. Type and size are read from it. */
export async function uploadDocument (
  { pool, clock, publicUrl }: DraftDeps & { publicUrl: string },
  { bytes, fileName }: { bytes: Buffer, fileName: string }
): Promise<UploadedDocument> {
  const refused = (why: string): UploadedDocument =>
    ({ result: 'refused', message: `„${fileName.slice(0, 100)}“${why}` })
  if (bytes.length === 0) return refused(' ist leer.')
  if (bytes.length > LARGEST_UPLOAD) {
    return refused(tooLarge(bytes))
  }
  const kind = bytes.length < 8 ? null : sniffDocument(bytes)
  if (kind === null) return refused(NOT_ALLOWED)
  const name = `${createHash('sha256').update(bytes).digest('hex')}.${kind.extension}`
  await insertDocument.run({
    name, type: kind.type, fileName: downloadName(fileName, kind.extension), bytes, now: clock.now()
  }, pool)
  return { result: 'stored', url: `${publicUrl}/dateien/${name}`, type: kind.name, size: bytes.length }
}

/** The name under which readers keep a file: without folders, with the ending that is true. */
function downloadName (fileName: string, extension: string): string {
  const stem = fileName.replace(/^.*[/\\]/, '').replace(/\.[^.]*$/, '')
    .normalize('NFC').replace(/[^\p{L}\p{N} ._()-]/gu, '_').trim().slice(0, 100)
  return `${stem === '' ? 'datei' : stem}.${extension}`
}
