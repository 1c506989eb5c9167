import type { Metadata, Sharp } from 'sharp'
import { memoOnce } from '../../platform/memo.js'
import { createSemaphore } from '../../platform/semaphore.js'
import { german } from '../render/format.js'
import { examinePicture, type ReadPicture } from './picture.js'

/** Bytes of a file that somebody uploads. */
export const LARGEST_UPLOAD = 20_000_000
/** Beyond it, decoding takes hundreds of megabytes. */
const MOST_PIXELS = 40_000_000
/** Twice the width of the mail, for fine screens; of the height, what `LARGEST_PICTURE` allows. */
const FITTING = { width: 1_200, height: 3_300, fit: 'inside', withoutEnlargement: true } as const
/** Bytes of what readers load. */
const LARGEST_RESULT = 1_000_000
const QUALITIES = [82, 70, 55]
const FORMATS = ['jpeg', 'png', 'gif', 'webp', 'tiff', 'heif']
const NOT_A_PICTURE = ' ist kein Bild im Format JPEG, PNG, GIF, WebP, AVIF oder TIFF. ' +
  'Speichern Sie es als JPEG oder PNG und laden Sie es dann noch einmal hoch.'
const HEIC = ' hat das Format HEIC, das viele Mailprogramme nicht zeigen. ' +
  'Öffnen Sie das Bild, speichern Sie es als JPEG und laden Sie es dann noch einmal hoch.'
const BROKEN = ' ist beschädigt oder unvollständig. Laden Sie es noch einmal aus der Quelle und dann hier hoch.'

/** Loaded with the first picture: to load it takes longer than most commands run. */
const sharpModule = memoOnce(async () => (await import('sharp')).default)

/** Decoding is work for whole processors and much memory: two at a time. */
const turns = createSemaphore(2)

/**
 * Makes of an uploaded picture one that mails can show: judged by its content, at most 1,200 pixels
 * wide, the right way up, encoded again, so that no place, no camera and no hidden content is left
 * of the file. Moving pictures become still ones. What cannot be used is a German sentence.
 */
export async function reencodePicture (bytes: Buffer, fileName: string): Promise<ReadPicture> {
  const what = `„${fileName.slice(0, 100)}“`
  const refused = (why: string): ReadPicture => ({ ok: false, message: what + why })
  if (bytes.length > LARGEST_UPLOAD) {
    return refused(tooLarge(bytes))
  }
  if (isHeic(bytes)) return refused(HEIC)
  const found = await metadataOf(bytes)
  if (found === null || !FORMATS.includes(found.format)) return refused(NOT_A_PICTURE)
  if (found.width * found.height > MOST_PIXELS) return refused(tooManyPixels(found))
  const release = await turns.acquire()
  try {
    return examinePicture(await encode(bytes, found), what)
  } catch {
    return refused(BROKEN)
  } finally {
    release()
  }
}

/** Why a file cannot be uploaded, as the end of a sentence. */
export function tooLarge (bytes: Buffer): string {
  return ` ist mit ${german.fileSize(bytes.length)} zu groß. Erlaubt sind höchstens ${german.fileSize(LARGEST_UPLOAD)}.`
}

function tooManyPixels ({ width, height }: Metadata): string {
  const inGerman = (value: number): string => value.toLocaleString('de-DE')
  return ` hat ${inGerman(width)} mal ${inGerman(height)} Pixel, also ${inGerman(Math.round(width * height / 1e6))} ` +
    `Megapixel. Erlaubt sind ${MOST_PIXELS / 1e6}. Verkleinern Sie das Bild, zum Beispiel auf 2.400 Pixel Breite.`
}

/** Reads the head of a picture only; null if it has none. */
async function metadataOf (bytes: Buffer): Promise<Metadata | null> {
  const sharp = await sharpModule()
  try {
    return await sharp(bytes).metadata()
  } catch {
    return null
  }
}

/** HEIC by its brands (ISO 14496-12, 4.3); AVIF has the same container. */
function isHeic (bytes: Buffer): boolean {
  if (bytes.toString('latin1', 4, 8) !== 'ftyp') return false
  const brands = bytes.toString('latin1', 8, Math.min(bytes.readUInt32BE(0), 100))
  return /hei[cxms]|hev[cxms]|mif1|msf1/.test(brands) && !/avi[fs]/.test(brands)
}

/** JPEG for photos, PNG for what is transparent or was drawn, as small as readers should load. */
async function encode (bytes: Buffer, { format, hasAlpha }: Metadata): Promise<Buffer> {
  const sharp = await sharpModule()
  const picture = sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error' }).autoOrient().resize(FITTING)
  const isTransparent = hasAlpha && !(await sharp(bytes).stats()).isOpaque
  if (isTransparent || format === 'png' || format === 'gif') {
    for (const palette of [false, true]) {
      const png = await picture.clone().png({ palette, effort: 7 }).toBuffer()
      if (png.length <= LARGEST_RESULT) return png
    }
  }
  return await encodeJpeg(picture)
}

async function encodeJpeg (picture: Sharp): Promise<Buffer> {
  let jpeg = Buffer.alloc(0)
  for (const quality of QUALITIES) {
    jpeg = await picture.clone().flatten({ background: '#ffffff' }).jpeg({ quality, mozjpeg: true }).toBuffer()
    if (jpeg.length <= LARGEST_RESULT) break
  }
  return jpeg
}
