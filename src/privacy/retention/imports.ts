import { UNDO_MS } from '../import/control.js'
import { eraseForgotten } from '../import/erase-forgotten.js'
import { EVERY_TEN_MINUTES, of, type Rule } from './rule.js'

/** What is kept of lists of addresses that were taken over. */
export const IMPORT_RULES: readonly Rule[] = [
  {
    name: 'imports',
    whose: 'readers',
    what: 'Hochgeladene Listen und ihre Adressen (verschlüsselt), bis sie übernommen sind, und die Zeilen, die es ' +
      'nicht wurden',
    why: 'Eine Liste prüfen, übernehmen und wieder rückgängig machen können',
    basis: 'task',
    starts: 'ended',
    keeps: { period: { keptSeconds: UNDO_MS / 1_000 }, from: 'nach dem Ende der Übernahme' },
    erasedBy: {
      job: 'erase_imports',
      every: EVERY_TEN_MINUTES,
      async erase (deps) {
        const erased = await eraseForgotten(deps)
        if (erased > 0) deps.log.info({ event: 'imports_erased', imports: erased }, 'erased what imports had put aside')
        return erased
      }
    },
    columns: [
      ...of('import_row', 'address_index', 'id', 'address_sealed', 'kind', 'consented_at'), 'import_chunk.sealed',
      ...of('subscriber_import', 'position', 'file', 'file_mark', 'options')
    ]
  },
  {
    name: 'import_reports',
    whose: 'editors',
    what: 'Wer eine Liste hochgeladen, geprüft und freigegeben hat',
    why: 'Nachvollziehen, wer wofür verantwortlich war',
    basis: 'task',
    starts: 'ended',
    keeps: { until: 'ein Jahr nach dem Ende der Übernahme' },
    erasedBy: { act: 'Der Auftrag erase_imports löscht den Bericht.' },
    columns: of('subscriber_import', 'created_by', 'read_by', 'approved_by')
  },
  {
    name: 'asked',
    whose: 'readers',
    what: 'Adressen aus einer übernommenen Liste, die gefragt werden und noch nicht eingewilligt haben: ' +
      'E-Mail-Adresse (verschlüsselt), ihre Prüfsumme, Nummer der Übernahme, Wortlaut, der ihnen gezeigt wird, ' +
      'Zeitpunkte',
    why: 'Jede Person einmal fragen, ob sie den Newsletter möchte; ob die Liste dafür benutzt werden darf, prüft ' +
      'vorher die verantwortliche Stelle',
    basis: 'task',
    starts: 'collected',
    keeps: { until: 'bis die Person gefragt ist und bestätigt; bestätigt sie nicht, so lange wie eine Anmeldung' },
    erasedBy: { act: 'Bestätigt die Person nicht, löscht der Auftrag erase_unconfirmed die Zeile.' },
    columns: of('subscriber', 'id', 'address_index', 'address_sealed', 'state', 'consent_text_id', 'requested_at',
      'mail_due_at', 'mail_sent_at', 'import_id', 'ask_after')
  },
  {
    name: 'imported',
    whose: 'readers',
    what: 'Aus welcher Liste eine Adresse kam, und bei welchem Anlass die Person eingewilligt hat, wenn die Liste ' +
      'es belegt',
    why: 'Die Übernahme rückgängig machen und die Einwilligung nachweisen können',
    basis: 'proof',
    starts: 'left',
    keeps: { until: 'bis zur Abmeldung' },
    erasedBy: { act: 'Die Person meldet sich ab oder lässt sich löschen: Die Zeile wird sofort gelöscht.' },
    columns: of('subscriber', 'import_id', 'consent_source_id'),
    toReaders: {
      title: 'Wenn Ihre Adresse aus einer Liste kam',
      text: 'Aus welcher, und bei welchem Anlass Sie eingewilligt haben, falls die Liste es sagt.',
      ends: () => 'Wir löschen es zusammen mit der Adresse.'
    }
  }
]
