import { line, link, object, paragraph } from '../content/field-types.js'

/** The heading of a block. */
export const heading = (name = 'Die Überschrift') => line(name, 200)

/** A link with a label, shown as a button. */
export const webLink = object('Der Verweis', { label: line('Die Beschriftung', 120), url: link('Die Adresse') })

/** A quotation, alone or within an article. */
export const quotationFields = {
  text: paragraph('Der Wortlaut', 2_000),
  speaker: line('Der Name der zitierten Person', 120),
  role: line('Die Funktion der zitierten Person', 200).optional()
}
