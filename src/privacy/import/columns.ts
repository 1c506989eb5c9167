import { parseAddress } from '../../platform/mail/address.js'
import { DELIMITERS, saidDelimiter, type Delimiter } from './records.js'

/** What a column may hold that is taken over. */
export const FIELDS = ['email', 'time', 'wording', 'source'] as const
export type Field = typeof FIELDS[number]

/** In which column each field stands, from 0; null for none. */
export type Columns = Readonly<Record<Field, number | null>>

/** As columns are called in the files of other programs: letters and digits alone. */
const NAMES: Readonly<Record<Field, RegExp>> = {
  email: /^(?:e?mail(?:adresse?|address)?|emailadressen|adresse|address|subscriber|abonnent|empfaenger|mailto)$/,
  time: new RegExp(`^(?:${[
    'anmelde(?:zeitpunkt|datum|zeit)', 'angemeldetam', 'einwilligungs?(?:am|zeit|zeitpunkt|datum)',
    'optin(?:time|date|at|datum)?', 'bestaetigtam', 'confirm(?:ed)?(?:at|on|time)?', 'zeitpunkt', 'datum', 'createdat',
    'subscribedat', 'timestamp'
  ].join('|')})$`),
  wording: /^(?:einwilligung(?:stext|swortlaut)?|wortlaut|consent(?:text|wording)?|einverstaendnis|text)$/,
  source: /^(?:quelle|herkunft|source|optinsource|anmeldequelle|kanal|anlass)$/
}

const plain = (name: string): string => name.toLowerCase()
  .replace(/ä/g, 'ae').replace(/ö/g, 'oe').replace(/ü/g, 'ue').replace(/ß/g, 'ss').replace(/[^a-z0-9]/g, '')

const LOOKED_AT = 20

/**
 * The delimiter that the file names, or that stands equally often in the first lines, outside of
 * quotation marks.
 */
export function guessDelimiter (head: string): Delimiter {
  const said = saidDelimiter(head)
  if (said !== null) return said
  const lines = head.replace(/"[^"]*"/g, '').split(/\r\n|\n|\r/).filter(line => line.trim() !== '').slice(0, LOOKED_AT)
  const scores = DELIMITERS.map(delimiter => {
    const counts = lines.map(line => line.split(delimiter).length - 1)
    const usual = counts[0] ?? 0
    return { delimiter, score: usual === 0 ? 0 : counts.filter(count => count === usual).length + usual / 1_000 }
  })
  return scores.reduce((best, each) => each.score > best.score ? each : best, { delimiter: ';' as Delimiter, score: 0 })
    .delimiter
}

const isAddress = (cell: string): boolean => parseAddress(cell).ok

/** Whether the first record names the columns: then none of its cells is an address. */
export function guessHeader (first: readonly string[]): boolean {
  return !first.some(isAddress)
}

/** Columns by their names, and that of the addresses by what it holds if no name tells. */
export function guessColumns (records: ReadonlyArray<readonly string[]>, hasHeader: boolean): Columns {
  const [first = [], ...others] = records.slice(0, LOOKED_AT)
  const names = hasHeader ? first.map(plain) : []
  const named = (field: Field): number | null => {
    const place = names.findIndex(name => NAMES[field].test(name))
    return place === -1 ? null : place
  }
  const rows = hasHeader ? others : [first, ...others]
  const byContent = (): number | null => {
    const counts = (rows[0] ?? []).map((_, column) => rows.filter(row => isAddress(row[column] ?? '')).length)
    const most = Math.max(0, ...counts)
    return most === 0 ? null : counts.indexOf(most)
  }
  return {
    email: emailColumn(named('email'), rows) ?? byContent(),
    time: named('time'),
    wording: named('wording'),
    source: named('source')
  }
}

/** "Adresse" may be a street: a name alone does not do if no row has an address there. */
function emailColumn (named: number | null, rows: ReadonlyArray<readonly string[]>): number | null {
  return named === null || rows.length === 0 || rows.some(row => isAddress(row[named] ?? '')) ? named : null
}
