import { line, link, object, paragraph } from '../content/field-types.js'
import { directionOf, languageProblem } from '../content/language.js'

/** The heading of a block. */
export const heading = (name = 'Die Überschrift') => line(name, 200)

/** A link with a label, shown as a button. */
export const webLink = object('Der Verweis', { label: line('Die Beschriftung', 120), url: link('Die Adresse') })

/** The code of a language other than German, such as `en`. */
const language = line('Die Sprache', 35).superRefine((code, context) => {
  const message = languageProblem(code)
  if (message !== null) context.addIssue({ code: 'custom', message })
})

/** What stands at the field for the language of a quotation. */
export const LANGUAGE_HINT = 'Nur wenn es nicht Deutsch ist: das Kürzel, zum Beispiel en, tr, ar oder uk.'

/** A quotation, alone or within an article. */
export const quotationFields = {
  text: paragraph('Der Wortlaut', 2_000),
  language: language.optional(),
  speaker: line('Der Name der zitierten Person', 120),
  role: line('Die Funktion der zitierten Person', 200).optional()
}

/** What templates need of a quotation; `language` is null for German. */
export function quotationView (quotation: Quotation): Record<string, unknown> {
  const { language: code } = quotation
  return { ...quotation, language: code === undefined ? null : { code, direction: directionOf(code) } }
}

interface Quotation { text: string, speaker: string, role?: string | undefined, language?: string | undefined }
