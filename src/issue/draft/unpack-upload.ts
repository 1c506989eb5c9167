import { unzipSync } from 'fflate'

export interface UploadedFile { fileName: string, bytes: Buffer }

export type Unpacked =
  | { ok: true, yaml: string, pictures: UploadedFile[] }
  | { ok: false, message: string }

/** Bytes of all files of all zips together, and how many there may be. */
const MOST_BYTES = 100_000_000
const MOST_FILES = 200
const LARGEST_YAML = 300_000

const NO_ISSUE = 'Es ist keine Ausgabe dabei. ' +
  'Wählen Sie die Datei mit der Endung .yaml aus, oder ein Zip, das sie enthält.'
const TWO_ISSUES = 'Es sind mehrere Dateien mit der Endung .yaml dabei. Laden Sie jede Ausgabe für sich hoch.'
const NOT_A_ZIP = 'Das Zip kann nicht gelesen werden. Packen Sie die Dateien noch einmal.'
const TOO_MUCH = `Das Zip enthält mehr als ${MOST_FILES} Dateien oder mehr als 100 MB.`
const TOO_LONG = 'Die Datei ist größer als 300 KB. Eine Ausgabe besteht nur aus Text.'
const NOT_UTF_8 = 'Die Datei ist nicht in UTF-8 gespeichert. Speichern Sie sie mit dieser Zeichenkodierung.'

/** Finds the one issue among uploaded files, and the pictures; a zip stands for what is in it. */
export function unpackUpload (uploads: readonly UploadedFile[]): Unpacked {
  const files: UploadedFile[] = []
  const taken = { count: 0, size: 0 }
  for (const upload of uploads) {
    if (upload.bytes.toString('latin1', 0, 4) !== 'PK\u0003\u0004') {
      files.push(upload)
      continue
    }
    const unpacked = unpack(upload.bytes, taken)
    if (!unpacked.ok) return unpacked
    files.push(...unpacked.files)
  }
  const issues = files.filter(({ fileName }) => /\.(?:ya?ml|json)$/i.test(fileName))
  const [issue] = issues
  if (issue === undefined) return { ok: false, message: NO_ISSUE }
  if (issues.length > 1) return { ok: false, message: TWO_ISSUES }
  if (issue.bytes.length > LARGEST_YAML) return { ok: false, message: TOO_LONG }
  try {
    const yaml = new TextDecoder('utf-8', { fatal: true }).decode(issue.bytes)
    return { ok: true, yaml, pictures: files.filter(file => file !== issue) }
  } catch {
    return { ok: false, message: NOT_UTF_8 }
  }
}

/**
 * The files of a zip. Each is added to what was taken, from other zips too, before it is unpacked,
 * and holds the size that it claims while it is.
 */
function unpack (
  bytes: Buffer, taken: { count: number, size: number }
): { ok: true, files: UploadedFile[] } | { ok: false, message: string } {
  const tooMuch = (): boolean => taken.count > MOST_FILES || taken.size > MOST_BYTES
  try {
    const found = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        // What macOS adds of its own begins so.
        if (name.endsWith('/') || name.startsWith('__MACOSX/')) return false
        taken.count++
        taken.size += originalSize
        return !tooMuch()
      }
    })
    if (tooMuch()) return { ok: false, message: TOO_MUCH }
    const files = Object.entries(found).map(([fileName, content]) => ({ fileName, bytes: Buffer.from(content) }))
    return { ok: true, files }
  } catch {
    return { ok: false, message: NOT_A_ZIP }
  }
}
