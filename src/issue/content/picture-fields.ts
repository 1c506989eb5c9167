import type { z } from 'zod'
import { amount, line, object, yesOrNo } from './field-types.js'

const ALT_HINT = 'Beschreiben Sie in einem Satz, was zu sehen ist.'
const IN_PIXELS = 'Schreiben Sie sie in Pixel.'

/**
 * In pixels. Beyond it, a picture is taller than five screens, or takes more than 16 MB of a
 * reader's memory.
 */
export const LARGEST_PICTURE = { width: 1_600, height: 4_000, pixels: 4_000_000 }

/** What a picture says to those who cannot see it is decided at each use, not for each file. */
const described = {
  alt: line('Der Alternativtext', 400, ALT_HINT).optional(),
  decorative: yesOrNo('Die Angabe „decorative“').optional(),
  credit: line('Der Bildnachweis', 200).optional()
}

type Described = Readonly<{ alt?: unknown, decorative?: unknown }>

/** A picture has an alternative text, or it is purely decorative. */
function hasOneAlternative ({ alt, decorative }: Described, context: z.RefinementCtx): void {
  const isDecorative = decorative === true
  if ((alt === undefined) === isDecorative) return
  const message = isDecorative
    ? 'Ein rein schmückendes Bild hat keinen Alternativtext. Löschen Sie „alt“ oder „decorative“.'
    : `Der Alternativtext fehlt. ${ALT_HINT}`
  context.addIssue({ code: 'custom', path: ['alt'], message })
}

/** The rule is judged even if other fields are wrong, so that every error is told at once. */
const always = { when: ({ value }: z.core.ParsePayload): boolean => typeof value === 'object' && value !== null }

/** A picture as editors name it: a file beside the issue. */
export const pictureFile = object('Das Bild', { file: line('Der Dateiname', 300), ...described })
  .superRefine(hasOneAlternative, always)

/**
 * A picture as an issue keeps it: named by the hash of its content, so that the content stands
 * alone.
 */
export const storedPicture = object('Das Bild', {
  name: line('Der Name des Bildes', 100).regex(/^[0-9a-f]{64}\.(?:png|jpg|gif|webp)$/,
    'Der Name des Bildes muss aus seiner Prüfsumme und der Endung bestehen.'),
  width: amount('Die Breite', LARGEST_PICTURE.width, IN_PIXELS).int('Die Breite muss eine ganze Zahl sein.'),
  height: amount('Die Höhe', LARGEST_PICTURE.height, IN_PIXELS).int('Die Höhe muss eine ganze Zahl sein.'),
  ...described
}).refine(({ width, height }) => width * height <= LARGEST_PICTURE.pixels,
  'Das Bild hat mehr als 4 Millionen Pixel. Verkleinern Sie es.')
  .superRefine(hasOneAlternative, always)

export type PictureFile = z.infer<typeof pictureFile>
export type StoredPicture = z.infer<typeof storedPicture>
