import type { z } from 'zod'
import { amount, line, object } from './field-types.js'

const ALT_HINT = 'Beschreiben Sie in einem Satz, was zu sehen ist.'
const IN_PIXELS = 'Schreiben Sie sie in Pixel.'

/**
 * In pixels. Beyond it, a picture is taller than five screens, or takes more than 16 MB of a
 * reader's memory.
 */
export const LARGEST_PICTURE = { width: 1_600, height: 4_000, pixels: 4_000_000 }

/** A picture as editors name it: a file beside the issue. */
export const pictureFile = object('Das Bild', {
  file: line('Der Dateiname', 300),
  alt: line('Der Alternativtext', 400, ALT_HINT),
  credit: line('Der Bildnachweis', 200).optional()
})

/**
 * A picture as an issue keeps it: named by the hash of its content, so that the content stands
 * alone.
 */
export const storedPicture = object('Das Bild', {
  name: line('Der Name des Bildes', 100).regex(/^[0-9a-f]{64}\.(?:png|jpg|gif|webp)$/,
    'Der Name des Bildes muss aus seiner Prüfsumme und der Endung bestehen.'),
  width: amount('Die Breite', LARGEST_PICTURE.width, IN_PIXELS).int('Die Breite muss eine ganze Zahl sein.'),
  height: amount('Die Höhe', LARGEST_PICTURE.height, IN_PIXELS).int('Die Höhe muss eine ganze Zahl sein.'),
  alt: line('Der Alternativtext', 400, ALT_HINT),
  credit: line('Der Bildnachweis', 200).optional()
}).refine(({ width, height }) => width * height <= LARGEST_PICTURE.pixels,
  'Das Bild hat mehr als 4 Millionen Pixel. Verkleinern Sie es.')

export type PictureFile = z.infer<typeof pictureFile>
export type StoredPicture = z.infer<typeof storedPicture>
