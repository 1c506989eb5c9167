import { de } from '../../texts/de.js'

const { labels, yes, no, formerEditor, invited } = de.desk.audit
/** What a list may name: rights, and the fields of the settings. */
const words: Readonly<Record<string, string>> = {
  ...de.desk.roles,
  ...Object.fromEntries(Object.values(de.settings.groups).flatMap(({ fields }) =>
    Object.entries(fields).map(([key, { label }]) => [key, label])))
}

const classes: Readonly<Record<string, { name: string }>> = de.returned.classes

/** Asking for it by each number takes a hundred times as long. */
const numbers = new Intl.NumberFormat(de.locale)

/**
 * What a line of the audit tells besides its action, in words: "Ausgabe: 1, Mails: 4.812".
 * `account` is the name of the account that it is about; null if it is gone, empty if it has not
 * joined. What has no word yet stands as the program wrote it.
 */
export function describeDetails (details: string, account: string | null): string {
  const told = JSON.parse(details) as Record<string, unknown>
  const whom = (account ?? formerEditor) || invited
  return Object.entries(told).map(([key, value]) =>
    `${labels[key] ?? key}: ${key === 'account' ? whom : inWords(key, value)}`).join(', ')
}

function inWords (key: string, value: unknown): string {
  if (key === 'as') return classes[String(value)]?.name ?? String(value)
  if (key === 'form') return de.export.forms[String(value)] ?? String(value)
  if (Array.isArray(value)) return value.map(each => words[String(each)] ?? String(each)).join(' und ')
  if (typeof value === 'boolean') return value ? yes : no
  if (typeof value === 'number') return numbers.format(value)
  return typeof value === 'string' ? value : JSON.stringify(value)
}
