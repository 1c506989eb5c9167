import { BY_FORM } from '../../src/bounce/read/by-form.js'
import { BY_REPLY } from '../../src/platform/smtp/refusal/by-reply.js'
import { BY_STATUS } from '../../src/platform/smtp/refusal/by-status.js'
import { BY_WORDS } from '../../src/platform/smtp/refusal/by-words.js'
import type { CodeRow, Row } from '../../src/platform/smtp/refusal/refusal.js'

/** docs/bounces.md with its tables as they are in the program. */
export function withRefusalTables (page: string): string {
  return replace(replace(page, 'rows', rows()), 'forms', forms())
}

function replace (page: string, name: string, table: string): string {
  const [begin, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`]
  const [before, after] = [page.indexOf(begin), page.indexOf(end)]
  if (before < 0 || after < before) throw new Error(`docs/bounces.md has no place for ${name}`)
  return `${page.slice(0, before)}${begin}\n\n${table}\n${page.slice(after)}`
}

function rows (): string {
  const codes = (each: readonly CodeRow[]): string[] =>
    each.map(row => line(row, `\`${readable(row.code)}\``, row.yieldsTo === 'all' ? 'all' : row.yieldsTo.join(', ')))
  const words = BY_WORDS.map(row => line(row, 'words', ''))
  return [
    '| rule | code | kind | yields to words of | source |',
    '| --- | --- | --- | --- | --- |',
    ...codes(BY_STATUS), ...codes(BY_REPLY), ...words, ''
  ].join('\n')
}

function line ({ rule, kind, source }: Row, code: string, yieldsTo: string): string {
  return `| \`${rule}\` | ${code} | ${kind} | ${yieldsTo} | ${source} |`
}

function forms (): string {
  return [
    '| rule | kind | source |',
    '| --- | --- | --- |',
    ...BY_FORM.map(({ rule, kind, source }) => `| \`${rule}\` | ${kind} | ${source} |`), ''
  ].join('\n')
}

/** The code without the marks of a pattern. */
function readable (code: RegExp): string {
  return code.source.replaceAll(/[\\^$]|\(\?:/g, '').replaceAll('|', '\\|').replace(/\.$/, '.x')
}
