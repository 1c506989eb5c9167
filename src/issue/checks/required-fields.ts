import type { FieldError } from '../content/field-errors.js'
import { linkProblem } from '../content/link.js'
import type { CheckedIssue } from './checked-issue.js'
import { quoted } from './edit-text.js'
import type { Check } from './check.js'
import type { Found, Place } from './finding.js'
import { valueAt } from './text-fields.js'

/** Texts that stand where the real one is still to come. */
const PLACEHOLDER = /[Ll]orem ipsum|\bTODO\b|\bTBD\b|\[[^[\]]{0,40}folgt\]|\b[xX]{3,}\b|\?\?\?/

const isEmpty = (value: unknown): boolean => value === undefined || value === null ||
  (typeof value === 'string' && value.trim() === '') || (Array.isArray(value) && value.length === 0)

/** The place of an error. One without a path concerns the issue as a whole. */
function placeOf ({ path = [] }: FieldError): Place {
  const [first, index, ...field] = path
  return first === 'blocks' && typeof index === 'number'
    ? { block: index, field: field.map(String) }
    : { block: null, field: path.map(String) }
}

type Reason = 'alt' | 'empty' | 'anchor' | 'invalid'

function reasonOf (issue: CheckedIssue, error: FieldError): Reason {
  const path = error.path ?? []
  if (isEmpty(valueAt(issue.values, path))) {
    return path.length > 0 && path.at(-1) === 'alt' ? 'alt' : 'empty'
  }
  const { block, field } = placeOf(error)
  const anchors = issue.links.filter(({ address, href }) => href.startsWith('#') && address.block === block &&
    address.field.join() === field.join())
  return anchors.some(({ href }) => error.message.endsWith(linkProblem(href) ?? '-')) ? 'anchor' : 'invalid'
}

function errorsBecause (wanted: Reason): (issue: CheckedIssue) => Found[] {
  return issue => issue.errors.filter(error => reasonOf(issue, error) === wanted)
    .map(error => ({ ...placeOf(error), message: error.message }))
}

export const altMissing: Check = {
  code: 'alt-missing',
  level: 'barrier',
  about: 'Ein Bild hat keinen Alternativtext und ist auch nicht als rein schmückend gekennzeichnet.',
  find: errorsBecause('alt')
}

export const fieldEmpty: Check = {
  code: 'field-empty',
  level: 'barrier',
  about: 'Eine Angabe fehlt, die eine Ausgabe oder ein Block haben muss.',
  find: errorsBecause('empty')
}

export const fieldInvalid: Check = {
  code: 'field-invalid',
  level: 'barrier',
  about: 'Eine Angabe ist zu lang, hat die falsche Form oder ist an dieser Stelle nicht erlaubt.',
  find: errorsBecause('invalid')
}

export const placeholderLeft: Check = {
  code: 'placeholder-left',
  level: 'barrier',
  about: 'Ein Platzhalter steht dort, wo noch Text fehlt, zum Beispiel „[folgt]“ oder „TODO“.',
  find: ({ texts }) => texts.filter(({ input }) => input !== 'url').flatMap(({ block, field, value }) => {
    const [found] = PLACEHOLDER.exec(value) ?? []
    if (found === undefined) return []
    return [{ block, field, message: `${quoted(found)} sieht aus wie ein Platzhalter. Schreiben Sie den Text aus.` }]
  })
}
