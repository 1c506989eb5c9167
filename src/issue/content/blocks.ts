import { z } from 'zod'
import { suggest } from '../../platform/text/suggest.js'
import { amount, day, line, link, list, markdown, moment, object, paragraph } from './field-types.js'

const ALT_HINT = 'Beschreiben Sie in einem Satz, was zu sehen ist.'

/** In pixels. Beyond it, a picture is taller than five screens, or takes more than 16 MB of a reader's memory. */
export const LARGEST_PICTURE = { width: 1_600, height: 4_000, pixels: 4_000_000 }

/** A picture as editors name it: a file beside the issue. */
export const pictureFile = object('Das Bild', {
  file: line('Der Dateiname', 300),
  alt: line('Der Alternativtext', 400, ALT_HINT),
  credit: line('Der Bildnachweis', 200).optional()
})

/** A picture as an issue keeps it: named by the hash of its content, so that the content stands alone. */
export const storedPicture = object('Das Bild', {
  name: line('Der Name des Bildes', 100).regex(/^[0-9a-f]{64}\.(?:png|jpg|gif|webp)$/, 'Der Name des Bildes muss aus seiner Prüfsumme und der Endung bestehen.'),
  width: amount('Die Breite', LARGEST_PICTURE.width, 'Schreiben Sie sie in Pixel.').int('Die Breite muss eine ganze Zahl sein.'),
  height: amount('Die Höhe', LARGEST_PICTURE.height, 'Schreiben Sie sie in Pixel.').int('Die Höhe muss eine ganze Zahl sein.'),
  alt: line('Der Alternativtext', 400, ALT_HINT),
  credit: line('Der Bildnachweis', 200).optional()
}).refine(({ width, height }) => width * height <= LARGEST_PICTURE.pixels, 'Das Bild hat mehr als 4 Millionen Pixel. Verkleinern Sie es.')

const heading = (name = 'Die Überschrift') => line(name, 200)
const webLink = object('Der Verweis', { label: line('Die Beschriftung', 120), url: link('Die Adresse') })

const quotation = {
  text: paragraph('Der Wortlaut', 2_000),
  speaker: line('Der Name der zitierten Person', 120),
  role: line('Die Funktion der zitierten Person', 200).optional()
}

const eventDate = object('Der Termin', {
  start: moment('Der Beginn'),
  end: moment('Das Ende').optional(),
  place: line('Der Ort', 200),
  address: line('Die Anschrift', 300).optional()
}).refine(date => date.end === undefined || date.end > date.start, 'Das Ende liegt nicht nach dem Beginn.')

const editorial = object('Der Block', {
  type: z.literal('editorial'),
  heading: heading('Die Anrede'),
  body: markdown('Der Text'),
  author: object('Die Unterschrift', {
    name: line('Der Name', 120),
    role: line('Die Funktion', 200).optional()
  }).optional()
})

const event = object('Der Block', {
  type: z.literal('event'),
  title: heading('Der Titel'),
  description: markdown('Die Beschreibung').optional(),
  dates: list('Die Terminliste', eventDate, 20),
  registration: object('Die Anmeldung', {
    url: link('Die Adresse'),
    label: line('Die Beschriftung', 120).optional(),
    deadline: day('Der Anmeldeschluss').optional()
  }).optional()
})

const fundingCall = object('Der Block', {
  type: z.literal('funding_call'),
  title: heading('Der Titel'),
  amount: amount('Der Betrag', 1e12, 'Schreiben Sie zum Beispiel 20000.'),
  amount_note: line('Der Zusatz zum Betrag', 100).optional(),
  who: paragraph('Die Angabe, wer sich bewerben kann,', 1_000),
  deadline: day('Die Frist'),
  description: markdown('Die Beschreibung').optional(),
  link: webLink.optional()
})

const pressContact = object('Der Block', {
  type: z.literal('press_contact'),
  title: heading().optional(),
  name: line('Der Name', 120),
  role: line('Die Funktion', 200).optional(),
  organisation: line('Die Organisation', 200).optional(),
  address: line('Die Anschrift', 300).optional(),
  phone: line('Die Telefonnummer', 60).regex(/^[+\d][\d\s/()–-]*$/, 'Die Telefonnummer darf nur Ziffern, Leerzeichen und + / ( ) - enthalten.').optional(),
  email: z.email('Die E-Mail-Adresse ist keine gültige Adresse.').max(254, 'Die E-Mail-Adresse ist zu lang.').optional()
})

const downloads = object('Der Block', {
  type: z.literal('downloads'),
  title: heading().optional(),
  files: list('Die Dateiliste', object('Die Datei', {
    label: line('Die Beschriftung', 200),
    url: link('Die Adresse'),
    type: line('Der Dateityp', 10, 'Schreiben Sie zum Beispiel PDF.'),
    size: amount('Die Dateigröße', 1e10, 'Schreiben Sie sie in Byte, zum Beispiel 1240000.').int('Die Dateigröße muss eine ganze Zahl in Byte sein.')
  }), 30)
})

/** How editors' error messages call each kind of block. */
export const BLOCK_NAMES = {
  editorial: 'Editorial',
  article: 'Artikel',
  event: 'Veranstaltung',
  funding_call: 'Förderaufruf',
  quotation: 'Zitat',
  press_contact: 'Pressekontakt',
  downloads: 'Downloads',
  table_of_contents: 'Inhaltsverzeichnis'
} as const

const TYPES = Object.keys(BLOCK_NAMES)

/** One block of an issue, whose pictures look as `picture` says. */
export function blockSchema<P extends z.ZodType> (picture: P) {
  const article = object('Der Block', {
    type: z.literal('article'),
    category: line('Die Rubrik', 60).optional(),
    headline: heading(),
    lead: paragraph('Der Vorspann', 1_000).optional(),
    body: markdown('Der Text'),
    quotation: object('Das Zitat', quotation).optional(),
    picture: picture.optional(),
    link: webLink.optional()
  })
  return z.discriminatedUnion('type', [
    editorial,
    article,
    event,
    fundingCall,
    object('Der Block', { type: z.literal('quotation'), ...quotation }),
    pressContact,
    downloads,
    object('Der Block', { type: z.literal('table_of_contents'), title: heading().optional() })
  ], { error: issue => wrongType(issue.input) })
}

function wrongType (block: unknown): string {
  const type = typeof block === 'object' && block !== null && 'type' in block ? block.type : undefined
  if (typeof type !== 'string') return `Die Angabe „type“ fehlt. Bekannt sind: ${TYPES.join(', ')}.`
  const meant = typeMeant(type)
  return `Die Blockart „${type.slice(0, 40)}“ ist unbekannt. ${meant === undefined ? `Bekannt sind: ${TYPES.join(', ')}.` : `Meinten Sie „${meant}“?`}`
}

/** Editors may write the German name of a block where its type belongs. */
function typeMeant (typed: string): string | undefined {
  const names = new Map(Object.entries(BLOCK_NAMES).flatMap(([type, name]) => [[type, type], [name.toLowerCase(), type]]))
  const near = suggest(typed, [...names.keys()])
  return near === undefined ? undefined : names.get(near)
}
