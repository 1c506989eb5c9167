import { of, type Rule } from './rule.js'

/** What is kept so that a restored backup brings nobody back and sends nothing twice. */
export const JOURNAL_RULES: readonly Rule[] = [
  {
    name: 'journal_outbox',
    whose: 'readers',
    what: 'Zufällige Nummern gelöschter Personen und bedienter Postfächer, bis sie im Journal stehen',
    why: 'Eine wiederhergestellte Sicherung darf niemanden zurückbringen und nichts doppelt senden',
    basis: 'security',
    starts: 'collected',
    keeps: { until: 'bis sie im Journal außerhalb der Datenbank stehen, meist weniger als eine Sekunde' },
    erasedBy: { act: 'Wer ins Journal schreibt, löscht die Zeile, sobald der Eintrag sicher gespeichert ist.' },
    columns: of('journal_outbox', 'ids', 'sent', 'failed', 'skipped')
  },
  {
    name: 'journal',
    whose: 'readers',
    what: 'Journal außerhalb der Datenbank: zufällige Nummern gelöschter Personen, und wer welche Ausgabe ' +
      'bekommen hat',
    why: 'Eine wiederhergestellte Sicherung darf niemanden zurückbringen und nichts doppelt senden',
    basis: 'security',
    starts: 'ended',
    keeps: { period: { setting: 'backupRetentionSeconds' }, from: 'nach dem Eintrag, so lange wie Sicherungen' },
    erasedBy: { act: 'Der Auftrag trim_journal löscht jede Nacht, was älter ist.' },
    inJournal: true,
    columns: of('restored_batch', 'recipients', 'sent', 'failed', 'skipped')
  }
]
