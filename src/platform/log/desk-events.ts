import type { EventDefinition } from './event-definition.js'

/** Events of accounts and of the pages that editors use. */
export const DESK_EVENTS = {
  editors_resealed: {
    levels: ['info'],
    fields: { resealed: 'number' },
    meaning: 'seals of accounts are made with the primary key'
  },
  editor_seals_damaged: {
    levels: ['error'],
    fields: { editors: 'strings', count: 'number' },
    meaning: 'seals of accounts cannot be opened'
  },
  editor_mail_not_queued: {
    levels: ['error'],
    fields: { err: 'error' },
    meaning: 'the mail for a forgotten password was not queued'
  },
  editor_mail_failed: {
    levels: ['warn'],
    fields: { status: 'string' },
    meaning: 'a mailbox refused a mail of the desk'
  },
  approvers_reminded: {
    levels: ['info'],
    fields: { reminded: 'number' },
    meaning: 'editors who were asked a day ago to approve a draft were reminded by mail'
  },
  start_missed: {
    levels: ['error'],
    fields: { issue: 'number' },
    meaning: 'no mailer was running when an issue was to be sent, or for an hour after it; somebody must decide'
  },
  start_hindered: {
    levels: ['error'],
    fields: { issue: 'number', hindrance: 'string' },
    meaning: 'an issue was not sent at its time: `not-approved`, `changed`, `barriers` or `picture`'
  },
  watching_failed: {
    levels: ['warn'],
    fields: { issue: 'number', err: 'error' },
    meaning: 'how far an issue is could not be read for those who watch it; it is tried again'
  },
  rows_erased: {
    levels: ['info'],
    fields: { rule: 'string', erased: 'number' },
    meaning: 'a rule of retention erased what was over'
  },
  retention_late: {
    levels: ['error'],
    fields: { rule: 'string', reason: 'string', seconds: 'number' },
    meaning: 'a rule of retention is late: something is `overdue`, or its job has `not-run`; it is run now'
  },
  tables_rewritten: {
    levels: ['info'],
    fields: { tables: 'number' },
    meaning: 'tables were written again without the rows that were erased'
  },
  table_not_rewritten: {
    levels: ['warn'],
    fields: { table: 'string', reason: 'string' },
    meaning: 'erased rows are still in the file of a table: it was `busy`, writing was `too-slow`, ' +
      'or an old transaction has them `in-use`; it is tried again'
  },
  passkey_cloned: {
    levels: ['warn'],
    fields: {},
    meaning: 'a passkey was refused, because its counter has gone back: there may be a copy of it'
  },
  single_sign_on_unreachable: {
    levels: ['warn'],
    fields: { reason: 'string' },
    meaning: 'the identity provider does not answer, or not as the settings expect; other ways of signing in work'
  },
  single_sign_on_refused: {
    levels: ['warn'],
    fields: { reason: 'string' },
    meaning: 'an answer of the identity provider is not valid; nobody was signed in'
  },
  import_done: {
    levels: ['info'],
    fields: { import: 'number', added: 'number' },
    meaning: 'the addresses of a file were added'
  },
  import_failed: {
    levels: ['info'],
    fields: { import: 'number', reason: 'string' },
    meaning: 'a file could not be taken over'
  },
  import_undone: {
    levels: ['info'],
    fields: { import: 'number', erased: 'number' },
    meaning: 'an import was undone'
  },
  imports_erased: {
    levels: ['info'],
    fields: { imports: 'number' },
    meaning: 'what imports had put aside was erased'
  }
} as const satisfies Record<string, EventDefinition>
