import { linkProblem } from '../content/link.js'
import type { Check } from './check.js'
import type { Found } from './finding.js'
import { asList, isRecord } from './text-fields.js'

/** Nobody offers such a small file; the size was probably written in KB. */
const SMALLEST_FILE = 2_000

export const contactUnreachable: Check = {
  code: 'contact-unreachable',
  level: 'hint',
  about: 'Ein Pressekontakt hat weder Telefon noch E-Mail-Adresse.',
  find: ({ blocks }) => blocks.filter(({ values: { type, phone, email } }) =>
    type === 'press_contact' && phone === undefined && email === undefined)
    .map(({ index }) => ({
      block: index, field: ['phone'], message: 'Niemand kann den Kontakt erreichen: Telefon und E-Mail-Adresse fehlen.'
    }))
}

interface File { place: { block: number, field: string[] }, values: Record<string, unknown> }

function downloads (judge: (file: File) => Found | null): Check['find'] {
  return ({ blocks }) => blocks.filter(({ values }) => values['type'] === 'downloads').flatMap(({ index, values }) =>
    asList(values['files']).filter(isRecord).flatMap((file, entry) => {
      const found = judge({ place: { block: index, field: ['files', String(entry)] }, values: file })
      return found === null ? [] : [found]
    }))
}

export const downloadSizeDoubtful: Check = {
  code: 'download-size-doubtful',
  level: 'hint',
  about: 'Die Größe einer Datei ist so klein, dass sie wohl nicht in Byte angegeben ist.',
  find: downloads(({ place: { block, field }, values: { size } }) => typeof size === 'number' && size < SMALLEST_FILE
    ? { block, field: [...field, 'size'], message: `${size} Byte sind sehr wenig. Geben Sie die Größe in Byte an.` }
    : null)
}

export const downloadTypeDiffers: Check = {
  code: 'download-type-differs',
  level: 'hint',
  about: 'Der Dateityp passt nicht zur Endung der Adresse.',
  find: downloads(({ place: { block, field }, values: { type, url } }) => {
    if (typeof type !== 'string' || typeof url !== 'string' || linkProblem(url) !== null) return null
    const [, ending] = /\.(pdf|odt|ods|odp|docx|xlsx|pptx|zip|epub|mp3|mp4|ics)$/i.exec(new URL(url).pathname) ?? []
    if (ending === undefined || ending.toLowerCase() === type.trim().toLowerCase()) return null
    const value = ending.toUpperCase()
    const place = { block, field: [...field, 'type'] }
    const message = `Die Adresse endet auf .${ending}, der Dateityp heißt aber „${type}“.`
    return { ...place, message, repair: { label: `„${value}“ eintragen`, changes: [{ ...place, value }] } }
  })
}
