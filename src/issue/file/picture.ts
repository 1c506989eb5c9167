import { createHash } from 'node:crypto'
import { realpath, stat } from 'node:fs/promises'
import { isAbsolute, join, relative, sep } from 'node:path'
import { imageSize } from 'image-size'
import { readRegularFile } from '../../platform/regular-file.js'
import { LARGEST_PICTURE } from '../content/blocks.js'
import { fileSize } from '../render/format-german.js'

const MAX_BYTES = 1_000_000

const KINDS: Readonly<Record<string, { type: string, extension: string }>> = {
  png: { type: 'image/png', extension: 'png' },
  jpg: { type: 'image/jpeg', extension: 'jpg' },
  gif: { type: 'image/gif', extension: 'gif' },
  webp: { type: 'image/webp', extension: 'webp' }
}

/** A picture's bytes and what is known about them; `hash` is SHA-256 in hex, measures are pixels. */
export interface Picture {
  hash: string
  type: string
  extension: string
  bytes: Buffer
  width: number
  height: number
}

/** Reads a picture that lies in `folder` or below. Returns a German sentence if it cannot be used. */
export async function readPicture (folder: string, file: string): Promise<Picture | string> {
  if (isAbsolute(file) || /^[a-z]:|\\/i.test(file)) return `„${file}“: Geben Sie den Ort des Bildes von der Ausgabe aus an, mit / zwischen den Ordnern.`
  const path = await inside(folder, file)
  if (path === 'outside') return `„${file}“ liegt außerhalb des Ordners der Ausgabe. Legen Sie das Bild in diesen Ordner.`
  if (path === 'missing') return `„${file}“ wurde nicht gefunden. Prüfen Sie den Dateinamen, auch die Groß- und Kleinschreibung.`
  const bytes = readRegularFile(path, MAX_BYTES)
  if (bytes === 'not-a-file') return `„${file}“ ist keine Datei.`
  if (bytes === 'too-large') return `„${file}“ ist größer als ${fileSize(MAX_BYTES)}. Verkleinern Sie das Bild auf 1.200 Pixel Breite.`
  return examine(bytes, file)
}

/** The real path of a file, links followed, if it does not leave the folder. */
async function inside (folder: string, file: string): Promise<string> {
  const climbs = relative(folder, join(folder, file))
  if (climbs === '..' || climbs.startsWith(`..${sep}`)) return 'outside'
  try {
    const path = await realpath(join(folder, file))
    const way = relative(await realpath(folder), path)
    if (way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way)) return 'outside'
    return (await stat(path)).isFile() ? path : 'missing'
  } catch {
    return 'missing'
  }
}

/** Judges a picture by its content, never by its name. */
function examine (bytes: Buffer, file: string): Picture | string {
  const found = measure(bytes)
  const kind = KINDS[found?.type ?? '']
  if (found === undefined || kind === undefined) return `„${file}“ ist kein Bild im Format PNG, JPEG, GIF oder WebP.`
  if (found.width > LARGEST_PICTURE.width) {
    return `„${file}“ ist ${found.width.toLocaleString('de-DE')} Pixel breit. Erlaubt sind höchstens 1.600; verkleinern Sie das Bild auf 1.200 Pixel Breite.`
  }
  if (found.height > LARGEST_PICTURE.height || found.width * found.height > LARGEST_PICTURE.pixels) {
    return `„${file}“ ist ${found.width.toLocaleString('de-DE')} mal ${found.height.toLocaleString('de-DE')} Pixel groß. Erlaubt sind höchstens 4.000 Pixel Höhe und 4 Millionen Pixel im Ganzen; schneiden Sie das Bild zu.`
  }
  const hash = createHash('sha256').update(bytes).digest('hex')
  return { hash, ...kind, bytes, width: found.width, height: found.height }
}

function measure (bytes: Buffer): { type: string, width: number, height: number } | undefined {
  try {
    const { type, width, height } = imageSize(bytes)
    return type !== undefined && width > 0 && height > 0 ? { type, width, height } : undefined
  } catch {
    return undefined
  }
}

/** The name under which a picture is kept and served. */
export function pictureName (picture: Picture): string {
  return `${picture.hash}.${picture.extension}`
}
