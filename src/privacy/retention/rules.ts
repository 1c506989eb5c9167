import { BOUNCE_RULES } from './bounces.js'
import { EDITOR_RULES } from './editors.js'
import { IMPORT_RULES } from './imports.js'
import { ISSUE_RULES } from './issues.js'
import { JOURNAL_RULES } from './journal.js'
import { OPERATION_RULES } from './operation.js'
import { OWN_DATA_RULES } from './own-data.js'
import { READER_RULES } from './readers.js'
import { isPurge, type Purge, type Rule } from './rule.js'

/**
 * Every kind of personal data that is kept, and how it ends. The jobs that erase, the record of
 * processing, the erasure concept and the page on privacy are all made of it.
 */
export const RULES: readonly Rule[] = [
  ...READER_RULES, ...OWN_DATA_RULES, ...BOUNCE_RULES, ...JOURNAL_RULES, ...IMPORT_RULES, ...EDITOR_RULES,
  ...ISSUE_RULES, ...OPERATION_RULES
]

export interface PurgeRule extends Rule { erasedBy: Purge }

/** Those that a job carries out. */
export function purgeRules (): PurgeRule[] {
  return RULES.filter((rule): rule is PurgeRule => isPurge(rule.erasedBy))
}
