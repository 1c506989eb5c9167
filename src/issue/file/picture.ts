import { createHash } from 'node:crypto'
import { realpath, stat } from 'node:fs/promises'
import { isAbsolute, join, relative, sep } from 'node:path'
import { imageSize } from 'image-size'
import { readRegularFile } from '../../platform/regular-file.js'
import { LARGEST_PICTURE } from '../content/picture-fields.js'
import { german } from '../render/format.js'

const MAX_BYTES = 1_000_000

const KINDS: Readonly<Record<string, { type: string, extension: string }>> = {
  png: { type: 'image/png', extension: 'png' },
  jpg: { type: 'image/jpeg', extension: 'jpg' },
  gif: { type: 'image/gif', extension: 'gif' },
  webp: { type: 'image/webp', extension: 'webp' }
}

/** A picture's bytes and its measures in pixels; `hash` is SHA-256 in hex. */
export interface Picture {
  hash: string
  type: string
  extension: string
  bytes: Buffer
  width: number
  height: number
}

/** A picture, or a German sentence that says why it cannot be used. */
export type ReadPicture = { ok: true, picture: Picture } | { ok: false, message: string }

/** Reads a picture in `folder` or below. */
export async function readPicture (folder: string, file: string): Promise<ReadPicture> {
  const refused = (what: string): ReadPicture => ({ ok: false, message: `„${file}“${what}` })
  if (isAbsolute(file) || /^[a-z]:|\\/i.test(file)) {
    return refused(': Geben Sie den Ort des Bildes von der Ausgabe aus an, mit / zwischen den Ordnern.')
  }
  const found = await inside(folder, file)
  if (!found.ok) return refused(REFUSALS[found.reason])
  const read = readRegularFile(found.path, MAX_BYTES)
  if (read.ok) return examinePicture(read.bytes, `„${file}“`)
  return refused(read.reason === 'too-large'
    ? ` ist größer als ${german.fileSize(MAX_BYTES)}. Verkleinern Sie das Bild auf 1.200 Pixel Breite.`
    : ' ist keine Datei.')
}

const REFUSALS = {
  outside: ' liegt außerhalb des Ordners der Ausgabe. Legen Sie das Bild in diesen Ordner.',
  missing: ' wurde nicht gefunden. Prüfen Sie den Dateinamen, auch die Groß- und Kleinschreibung.'
}

type Found = { ok: true, path: string } | { ok: false, reason: keyof typeof REFUSALS }

/** The real path of a file in the folder, links followed. */
async function inside (folder: string, file: string): Promise<Found> {
  const outside: Found = { ok: false, reason: 'outside' }
  const missing: Found = { ok: false, reason: 'missing' }
  const climbs = (way: string): boolean => way === '..' || way.startsWith(`..${sep}`)
  if (climbs(relative(folder, join(folder, file)))) return outside
  try {
    const path = await realpath(join(folder, file))
    const way = relative(await realpath(folder), path)
    if (climbs(way) || isAbsolute(way)) return outside
    return (await stat(path)).isFile() ? { ok: true, path } : missing
  } catch {
    return missing
  }
}

/** Judges a picture by its content, never by its name. `what` begins the sentence of a refusal. */
export function examinePicture (bytes: Buffer, what: string): ReadPicture {
  const refused = (why: string): ReadPicture => ({ ok: false, message: `${what}${why}` })
  const found = measure(bytes)
  const kind = KINDS[found?.type ?? '']
  if (found === null || kind === undefined) return refused(' ist kein Bild im Format PNG, JPEG, GIF oder WebP.')
  const { width, height } = found
  const inGerman = (value: number): string => value.toLocaleString('de-DE')
  if (width > LARGEST_PICTURE.width) {
    return refused(` ist ${inGerman(width)} Pixel breit. ` +
      'Erlaubt sind höchstens 1.600; verkleinern Sie das Bild auf 1.200 Pixel Breite.')
  }
  if (height > LARGEST_PICTURE.height || width * height > LARGEST_PICTURE.pixels) {
    return refused(` ist ${inGerman(width)} mal ${inGerman(height)} Pixel groß. ` +
      'Erlaubt sind höchstens 4.000 Pixel Höhe und 4 Millionen Pixel im Ganzen; schneiden Sie das Bild zu.')
  }
  const hash = createHash('sha256').update(bytes).digest('hex')
  return { ok: true, picture: { hash, ...kind, bytes, width, height } }
}

function measure (bytes: Buffer): { type: string, width: number, height: number } | null {
  try {
    const { type, width, height } = imageSize(bytes)
    return type !== undefined && width > 0 && height > 0 ? { type, width, height } : null
  } catch {
    return null
  }
}

/** The name under which a picture is kept and served. */
export function pictureName (picture: Picture): string {
  return `${picture.hash}.${picture.extension}`
}
