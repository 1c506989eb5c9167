import { de } from '../../texts/de.js'

const { labels, yes, no, formerEditor, invited } = de.desk.audit
/** What a list may name: rights, and the fields of the settings. */
const words: Readonly<Record<string, string>> = {
  ...de.desk.roles,
  ...Object.fromEntries(Object.values(de.settings.groups).flatMap(({ fields }) =>
    Object.entries(fields).map(([key, { label }]) => [key, label])))
}

/**
 * What a line of the audit tells besides its action, in words: "Ausgabe: 1, Mails: 4.812". Accounts
 * are named by `names`, and what has no word yet stands as the program wrote it.
 */
export function describeDetails (details: string, names: ReadonlyMap<string, string>): string {
  const told = JSON.parse(details) as Record<string, unknown>
  return Object.entries(told).map(([key, value]) => `${labels[key] ?? key}: ${inWords(key, value, names)}`).join(', ')
}

function inWords (key: string, value: unknown, names: ReadonlyMap<string, string>): string {
  if (key === 'account') return (names.get(String(value)) ?? formerEditor) || invited
  if (key === 'form') return de.export.forms[String(value)] ?? String(value)
  if (Array.isArray(value)) return value.map(each => words[String(each)] ?? String(each)).join(' und ')
  if (typeof value === 'boolean') return value ? yes : no
  if (typeof value === 'number') return value.toLocaleString(de.locale)
  return typeof value === 'string' ? value : JSON.stringify(value)
}
